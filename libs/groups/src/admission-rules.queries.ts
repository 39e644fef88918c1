import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound } from '@himpun/kernel';
import type { DecisionRule } from './decision-rule';
import type { Requirement } from './requirement';

/** One published version of what a grade asks for. */
export interface AdmissionRuleSummary {
  id: string;
  groupId: string;
  gradeId: string;
  version: number;
  requirements: Requirement[];
  /** Working days (Monday to Friday) within which the group promises to decide. */
  promisedDays: number;
  decision: DecisionRule;
  publishedAt: Date;
  /** SHA-256 of the requirements in canonical JSON, hexadecimal. */
  textHash: string;
}

const COLUMNS = `id, group_id AS "groupId", grade_id AS "gradeId", version, requirements,
  promised_days AS "promisedDays", decision, published_at AS "publishedAt", encode(text_hash, 'hex') AS "textHash"`;

type Row = AdmissionRuleSummary & Record<string, unknown>;

/** Reads of the admission rules. */
@Injectable()
export class AdmissionRuleQueries {
  constructor(private readonly sql: Sql) {}

  /** One version. @throws admission_rule.not_found */
  async get(id: string): Promise<AdmissionRuleSummary> {
    const rule = await this.sql.row<Row>(`SELECT ${COLUMNS} FROM admission_rules WHERE id = $1`, [id]);
    if (!rule) throw notFound('admission_rule');
    return rule;
  }

  /** What the grade asks for now; null for a grade without published rules, which nobody can apply for. */
  current(gradeId: string): Promise<AdmissionRuleSummary | null> {
    return this.sql.row<Row>(
      `SELECT ${COLUMNS} FROM admission_rules WHERE grade_id = $1 ORDER BY version DESC LIMIT 1`,
      [gradeId],
    );
  }

  /** The current rule of every grade that has one. */
  allCurrent(): Promise<AdmissionRuleSummary[]> {
    return this.sql.rows<Row>(
      `SELECT DISTINCT ON (grade_id) ${COLUMNS} FROM admission_rules ORDER BY grade_id, version DESC`,
    );
  }
}
