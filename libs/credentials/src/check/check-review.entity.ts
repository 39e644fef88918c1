import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { CheckOutcome } from './check.states';

/** A person's look at a check: agrees with the source or sets another outcome, with a reason. Append-only by trigger. */
@Entity('check_reviews')
export class CheckReview extends BaseColumns {
  @Column('uuid')
  checkId: string;

  @Column('uuid')
  reviewerId: string;

  @Column('text')
  verdict: 'confirm' | 'override';

  @Column('text')
  outcome: CheckOutcome;

  @Column('text', { nullable: true })
  outcomeBefore: string | null;

  /** Hash of the answer that the reviewer saw. */
  @Column('bytea', { nullable: true })
  answerHash: Buffer | null;

  @Column('text')
  reason: string;
}
