import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { AdmissionRuleQueries, type AdmissionRuleSummary } from '@himpun/groups';

/** A grade as lists show it. */
export interface GradeSummary {
  id: string;
  groupId: string;
  code: string;
  nameId: string;
  nameEn: string;
}

/** A grade that people can apply for, with what it asks for now. */
export interface OpenGrade extends GradeSummary {
  rule: AdmissionRuleSummary;
}

/** Reads of grades. */
@Injectable()
export class GradeQueries {
  constructor(
    private readonly sql: Sql,
    private readonly rules: AdmissionRuleQueries,
  ) {}

  /** Every grade with published rules, in the order of each group. */
  async open(): Promise<OpenGrade[]> {
    const [grades, rules] = await Promise.all([
      this.sql.rows<GradeSummary & Record<string, unknown>>(
        `SELECT id, group_id AS "groupId", code, name_id AS "nameId", name_en AS "nameEn"
         FROM grades ORDER BY group_id, position, name_id`,
      ),
      this.rules.allCurrent(),
    ]);
    const byGrade = new Map(rules.map((rule) => [rule.gradeId, rule]));
    return grades.flatMap((grade) => {
      const rule = byGrade.get(grade.id);
      return rule ? [{ ...grade, rule }] : [];
    });
  }
}
