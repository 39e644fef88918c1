import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { DecisionRule } from './decision-rule';
import type { Requirement } from './requirement';
import type { RetentionRule } from './retention-rule';

/** What a grade asks for, in one published version; append-only, so a decision can always name the text it rested on. */
@Entity('admission_rules')
export class AdmissionRule extends BaseColumns {
  @Column('uuid')
  groupId: string;

  @Column('uuid')
  gradeId: string;

  /** From 1, without gaps, per grade. */
  @Column('integer')
  version: number;

  @Column('jsonb')
  requirements: Requirement[];

  /** Working days (Monday to Friday) within which the group promises to decide. */
  @Column('integer', { default: 10 })
  promisedDays: number;

  /** Who takes the decision. */
  @Column('jsonb', { default: { kind: 'officer' } })
  decision: DecisionRule;

  /** How long evidence given under this version is kept. */
  @Column('jsonb')
  retention: RetentionRule;

  @Column('timestamptz')
  publishedAt: Date;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  /** SHA-256 in canonical JSON of the requirements; of requirements and `decision` where more than one officer decides. */
  @Column('bytea')
  textHash: Buffer;
}
