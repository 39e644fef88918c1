import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** A one-time token sent by mail; only its SHA-256 is kept. */
@Entity('account_tokens')
export class AccountToken extends BaseColumns {
  @Column('uuid')
  accountId: string;

  @Column('text')
  purpose: 'confirm_email' | 'reset_password';

  @Column('bytea', { unique: true })
  tokenHash: Buffer;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** Set when a newer token of the same purpose, or a changed password, made this one void. */
  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;
}
