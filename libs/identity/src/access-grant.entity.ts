import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One power of one person, or one bot, on one group and all below it, between two instants. Written by what gave it (a term, an activity role). */
@Entity('access_grants')
export class AccessGrant extends BaseColumns {
  /** Null where a bot holds it. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  botId: string | null;

  @Column('text')
  power: string;

  @Column('uuid')
  groupId: string;

  @Column('timestamptz')
  validFrom: Date;

  /** The first instant at which the power no longer holds. */
  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;

  /** What gave it, e.g. `term`. */
  @Column('text')
  originType: string;

  @Column('uuid')
  originId: string;
}
