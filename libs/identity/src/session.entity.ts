import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One signed-in browser. Survives a Redis flush; can be seen and ended by its owner. */
@Entity('sessions')
export class Session extends BaseColumns {
  @Column('uuid')
  accountId: string;

  /** SHA-256 of the cookie's value, which is kept nowhere. */
  @Column('bytea', { unique: true })
  tokenHash: Buffer;

  /** When the token was last replaced because powers had risen. */
  @Column('timestamptz', { nullable: true })
  renewedAt: Date | null;

  /** The token before that one; good for some seconds more, for requests that were already on their way. */
  @Column('bytea', { unique: true, nullable: true, select: false })
  previousTokenHash: Buffer | null;

  @Column('timestamptz')
  lastSeenAt: Date;

  /** The absolute end, however busy the session is. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { default: '' })
  userAgent: string;

  @Column('text', { default: '' })
  ip: string;
}
