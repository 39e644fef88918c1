import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import {
  AdmissionRuleQueries,
  AdmissionRules,
  admissionRuleFaults,
  type AdmissionRuleSummary,
  type DecisionRule,
  type Requirement,
} from '@himpun/groups';
import { DomainError, forbidden, holdsPower, notFound, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { reviewRefusal } from '../review/review.access';
import { OpenCaseEffects, type TouchedCase } from './open-cases.queries';
import { moves, type OpenCases, type RuleEffect } from './rule-change.policy';

/** A rule as an officer drafts it. */
export interface RuleDraft {
  requirements: readonly Requirement[];
  promisedDays: number;
  decision: DecisionRule;
}

/** A grade whose rule can be changed. */
export interface RuledGrade {
  gradeId: string;
  groupId: string;
  groupPath: string[];
  zone: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** Cases sent in and not decided. */
  openCases: number;
}

/** One open case in a preview; the name only for officers who may review it. */
export type PreviewedCase = Omit<TouchedCase, 'applicantName' | 'conflictedIds' | 'personId'> & {
  applicantName: string | null;
};

/** What a draft would change, before it is published. */
export interface RulePreview {
  /** The version that holds now. */
  version: number;
  open: number;
  counts: Record<RuleEffect, number>;
  /** Those that change first. */
  cases: PreviewedCase[];
}

const GRADES = `SELECT t.id AS "gradeId", g.id AS "groupId", g.path AS "groupPath", g.zone, g.name_id AS "groupNameId",
    g.name_en AS "groupNameEn", t.name_id AS "gradeNameId", t.name_en AS "gradeNameEn",
    (SELECT count(*)::int FROM applications a WHERE a.grade_id = t.id AND a.state IN ('submitted', 'returned')) AS "openCases"
  FROM grades t JOIN groups g ON g.id = t.group_id`;

const POWER = 'rules.publish';

/** Changes what a grade asks for, in sight of the cases that are open. */
@Injectable()
export class RuleChanges {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly rules: AdmissionRules,
    private readonly current: AdmissionRuleQueries,
    private readonly effects: OpenCaseEffects,
    private readonly audit: AuditTrail,
  ) {}

  /** The grades whose rules the actor may change. */
  grades(actor: Actor): Promise<RuledGrade[]> {
    const groups = actor.powers.filter(({ power }) => power === POWER).map(({ groupId }) => groupId);
    return this.sql.rows<RuledGrade & Record<string, unknown>>(
      `${GRADES} WHERE g.path && $1::uuid[] ORDER BY g.path, t.position, t.name_id`,
      [groups],
    );
  }

  /** A grade and the rule that holds. @throws grade.not_found, admission_rule.forbidden, admission_rule.not_found */
  async of(actor: Actor, gradeId: string): Promise<RuledGrade & { rule: AdmissionRuleSummary }> {
    const grade = await this.sql.row<RuledGrade & Record<string, unknown>>(`${GRADES} WHERE t.id = $1`, [
      gradeId,
    ]);
    if (!grade) throw notFound('grade');
    if (!holdsPower(actor, POWER, grade.groupPath)) throw forbidden('admission_rule');
    const rule = await this.current.current(gradeId);
    if (!rule) throw notFound('admission_rule');
    return { ...grade, rule };
  }

  /**
   * What the draft would make of each open case; writes nothing.
   * @throws grade.not_found, admission_rule.forbidden, admission_rule.invalid (reasons by field)
   */
  async preview(actor: Actor, gradeId: string, draft: RuleDraft): Promise<RulePreview> {
    const grade = await this.of(actor, gradeId);
    const faults = admissionRuleFaults(draft);
    if (faults.length > 0) throw new DomainError('admission_rule.invalid', INVALID, faults);
    const touched = await this.effects.of(null, grade, draft.requirements);
    return previewOf(actor, grade, touched);
  }

  /**
   * Publishes the next version, which drafts follow at once. Open cases keep the version they were sent in under, or move, as
   * chosen; each move is on record with both versions. Decided cases are never touched.
   * @param seenVersion the version that the officer saw. @returns the rule's id and how many cases moved.
   * @throws grade.not_found, admission_rule.forbidden, admission_rule.invalid, admission_rule.stale, admission_rule.conflict
   */
  async publish(
    actor: Actor,
    gradeId: string,
    draft: RuleDraft,
    openCases: OpenCases,
    seenVersion: number,
  ): Promise<{ ruleId: string; moved: number }> {
    const grade = await this.of(actor, gradeId);
    if (grade.rule.version !== seenVersion) {
      throw stale('admission_rule', { version: grade.rule.version });
    }
    return this.transactions.run(async (tx) => {
      const ruleId = await this.rules.publishIn(tx, actor, { ...draft, gradeId, groupId: grade.groupId });
      if (openCases === 'keep') return { ruleId, moved: 0 };
      const touched = await this.effects.of(tx, grade, draft.requirements);
      const moving = touched.filter(({ effect }) => moves(openCases, effect));
      for (const one of moving) await this.move(tx, actor, grade, one, ruleId);
      return { ruleId, moved: moving.length };
    });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    grade: RuledGrade & { rule: AdmissionRuleSummary },
    one: TouchedCase,
    ruleId: string,
  ): Promise<void> {
    await tx.query('UPDATE applications SET rule_id = $2, version = version + 1 WHERE id = $1', [
      one.id,
      ruleId,
    ]);
    await this.audit.record(tx, actor, {
      action: 'application.rule_changed',
      subjectType: 'application',
      subjectId: one.id,
      groupId: grade.groupId,
      details: { from: one.ruleId, to: ruleId, fromVersion: one.ruleVersion, effect: one.effect },
    });
  }
}

const ORDER: readonly RuleEffect[] = ['no_longer_meets', 'now_meets', 'may_meet', 'unchanged'];

function previewOf(
  actor: Actor,
  grade: RuledGrade & { rule: AdmissionRuleSummary },
  touched: readonly TouchedCase[],
): RulePreview {
  const count = (effect: RuleEffect): number => touched.filter((one) => one.effect === effect).length;
  const cases = [...touched].sort((one, other) => ORDER.indexOf(one.effect) - ORDER.indexOf(other.effect));
  return {
    version: grade.rule.version,
    open: touched.length,
    counts: {
      now_meets: count('now_meets'),
      may_meet: count('may_meet'),
      no_longer_meets: count('no_longer_meets'),
      unchanged: count('unchanged'),
    },
    cases: cases.map(({ applicantName, conflictedIds, personId, ...shown }) => {
      const reviewed = { personId, conflictedIds, groupPath: grade.groupPath };
      const maySee = reviewRefusal(actor, 'review', reviewed) === null;
      return { ...shown, applicantName: maySee ? applicantName : null };
    }),
  };
}

const INVALID = {
  id: 'Aturan ini belum dapat diterbitkan. Perbaiki yang ditandai.',
  en: 'This rule cannot be published yet. Correct what is marked.',
};
