import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One power of one person on one group and all below it, between two instants. Written by what gave it (a term, an activity role). */
@Entity('access_grants')
export class AccessGrant extends BaseColumns {
  @Column('uuid')
  personId: string;

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
