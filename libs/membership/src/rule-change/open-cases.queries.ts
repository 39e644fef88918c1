import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Requirement } from '@himpun/groups';
import { Clock, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { KeptAnswer } from '../application/application.entity';
import { plain } from '../decision/facts-hash';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { requirementResults } from '../requirement/requirements.policy';
import { effectOf, verdictOf, type RuleEffect, type RuleVerdict } from './rule-change.policy';

/** What a new rule would make of one open case. */
export interface TouchedCase {
  id: string;
  reference: string;
  personId: string;
  applicantName: string;
  state: 'submitted' | 'returned';
  ruleId: string;
  ruleVersion: number;
  conflictedIds: string[];
  before: RuleVerdict;
  after: RuleVerdict;
  effect: RuleEffect;
}

type OpenRow = Omit<TouchedCase, 'before' | 'after' | 'effect'> & {
  groupId: string;
  answers: Record<string, KeptAnswer>;
  requirements: Requirement[];
};

const OPEN = `SELECT a.id, a.reference, a.person_id AS "personId", p.full_name AS "applicantName", a.state, a.group_id AS "groupId",
    a.answers, r.id AS "ruleId", r.version AS "ruleVersion", r.requirements,
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds"
  FROM applications a JOIN people p ON p.id = a.person_id JOIN admission_rules r ON r.id = a.rule_id
  WHERE a.grade_id = $1 AND a.state IN ('submitted', 'returned') ORDER BY a.submitted_at, a.id`;

/** Reads the open cases of a grade and judges each by its own rule and by another, with the one code for both. */
@Injectable()
export class OpenCaseEffects {
  constructor(
    private readonly sql: Sql,
    private readonly facts: RequirementFactsQueries,
    private readonly clock: Clock,
  ) {}

  /** @param tx the transaction to read in, which then holds the cases; null outside one. */
  async of(
    tx: EntityManager | null,
    grade: { gradeId: string; zone: string },
    requirements: readonly Requirement[],
  ): Promise<TouchedCase[]> {
    const values = [grade.gradeId];
    const rows: OpenRow[] = tx
      ? await tx.query(`${OPEN} FOR UPDATE OF a`, values)
      : await this.sql.rows<OpenRow & Record<string, unknown>>(OPEN, values);
    const today = this.clock.today(grade.zone);
    const touched: TouchedCase[] = [];
    for (const row of rows) touched.push(await this.judged(tx, row, requirements, today));
    return touched;
  }

  private async judged(
    tx: EntityManager | null,
    { groupId, answers, requirements: own, ...shown }: OpenRow,
    requirements: readonly Requirement[],
    today: LocalDate,
  ): Promise<TouchedCase> {
    const origin = { id: shown.id, personId: shown.personId, groupId, answers };
    const facts = plain(await this.facts.of(tx, origin));
    const before = verdictOf(requirementResults(own, facts, today));
    const after = verdictOf(requirementResults(requirements, facts, today));
    return { ...shown, before, after, effect: effectOf(before, after) };
  }
}
