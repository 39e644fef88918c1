import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';
import type { RequirementFacts } from '../requirement/requirement-facts';
import type { RequirementResult } from '../requirement/requirements.policy';
import type { DecisionProcess } from './decision-process';
import type { DecisionOutcome } from './decision-reasons';

/** What was decided about an application, and all it rested on. Append-only by trigger; one per application, one more on appeal. */
@Entity('decisions')
export class Decision extends BaseColumns {
  @Column('uuid')
  applicationId: string;

  @Column('text')
  outcome: DecisionOutcome;

  /** Set where it was taken on an appeal. */
  @Column('uuid', { nullable: true })
  appealId: string | null;

  /** Codes of `DECISION_REASONS`. */
  @Column('text', { array: true })
  reasonCodes: string[];

  /** Free text to the applicant. */
  @Column('text', { default: '' })
  note: string;

  /** The published rule, which never changes. */
  @Column('uuid')
  ruleId: string;

  /** Plain data as it was at that moment, waivers included. */
  @Column('jsonb')
  facts: RequirementFacts;

  /** SHA-256 of the facts in canonical JSON (RFC 8785), lower-case hex. */
  @Column('text')
  factsHash: string;

  @Column('jsonb')
  results: RequirementResult[];

  /** The day in the group's zone on which the rule was applied. */
  @Column('date')
  decidedOn: LocalDate;

  /** Who took it; of several, whose vote settled it; null where a bot did. */
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('uuid', { nullable: true })
  botId: string | null;

  /** The version of the bot's rules by which it was taken. */
  @Column('uuid', { nullable: true })
  botRuleId: string | null;

  /** The votes and the rule they were counted by; null where one officer decided. */
  @Column('jsonb', { nullable: true })
  process: DecisionProcess | null;

  /** SHA-256 of the process in canonical JSON, lower-case hex. */
  @Column('text', { nullable: true })
  processHash: string | null;
}
