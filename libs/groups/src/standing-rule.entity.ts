import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { StandingRule } from './standing-rule';

/** One published version of what keeps standing true; append-only, so that each consequence can name its rule. */
@Entity('standing_rules')
export class StandingRuleVersion extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** From 1, without gaps, per group. */
  @Column('integer')
  version: number;

  @Column('jsonb')
  rule: StandingRule;

  /** Why it was changed, in the publisher's words. */
  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;
}
