import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { MembershipStatus } from './standing.policy';

/** One dated row of a membership's life; the constraint `membership_periods_one_status` refuses an overlap. */
@Entity('membership_periods')
export class MembershipPeriod extends BaseColumns {
  @Column('uuid')
  membershipId: string;

  @Column('text')
  status: MembershipStatus;

  @Column('timestamptz')
  startsAt: Date;

  /** The first instant after the period; null while it goes on. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** Why, in the words of whoever wrote the row. */
  @Column('text', { default: '' })
  reason: string;
}
