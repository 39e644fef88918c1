import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** Why deletion stops: a claim or a request of an authority, an appeal, an inquiry of the group. */
export type HoldKind = 'legal' | 'appeal' | 'inquiry';

/** While it stands, nothing of what a person gave to a group is deleted. */
@Entity('retention_holds')
export class RetentionHold extends BaseColumns {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  groupId: string;

  @Column('text')
  kind: HoldKind;

  @Column('text')
  reason: string;

  /** Null for the portal itself. */
  @Column('uuid', { nullable: true })
  placedBy: string | null;

  /** Whether the person reads of it; an inquiry that its subject could thwart is not shown while it stands. */
  @Column('boolean', { default: true })
  isShown: boolean;

  @Column('timestamptz', { nullable: true })
  releasedAt: Date | null;

  @Column('uuid', { nullable: true })
  releasedBy: string | null;

  @Column('text', { nullable: true })
  releasedReason: string | null;
}
