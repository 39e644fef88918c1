import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { ApplicationState } from './application.states';

/** One section's answer; `version` rises with each save and guards two tabs against each other. */
export interface KeptAnswer {
  version: number;
  /** ISO 8601. */
  savedAt: string;
  value: unknown;
}

/** One thing to correct: a requirement's id, or `details` for the person's own data. */
export interface CorrectionItem {
  requirementId: string;
  note: string;
}

/** Why an application was sent back; only the named items may be changed until it is submitted again. */
export interface Returned {
  /** ISO 8601. */
  at: string;
  by: string;
  items: CorrectionItem[];
  /** The last day on which an answer is expected, `YYYY-MM-DD`; absent in what was asked before dates were. */
  answerBy?: string;
}

/** One person's request to join one group in one grade. */
@Entity('applications')
export class Application extends VersionedColumns {
  /** `P-2026-000123`; never reused. */
  @Column('text')
  reference: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  groupId: string;

  @Column('uuid')
  gradeId: string;

  /** The rule it was last submitted under; a draft follows the grade's current one. */
  @Column('uuid')
  ruleId: string;

  @Column('text')
  state: ApplicationState;

  /** By requirement id. */
  @Column('jsonb', { default: {} })
  answers: Record<string, KeptAnswer>;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** The officer who took it from the queue. */
  @Column('uuid', { nullable: true })
  assignedTo: string | null;

  /** The last day on which a decision keeps the rule's promise; null while the applicant has it, and for drafts. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  /** Working days left when it was sent back; null while the clock runs. */
  @Column('integer', { nullable: true })
  daysLeft: number | null;

  @Column('jsonb', { nullable: true })
  returned: Returned | null;
}
