import { appealDays, type AdmissionRuleSummary } from '@himpun/groups';
import type { PreviewedCase, RuledGrade, RuleEffect, RulePreview, RuleVerdict } from '@himpun/membership';
import { RequirementView } from '../groups/requirement.view';
import { DecisionRuleView } from '../review/panel.view';

/** A grade whose rule the officer may change. */
export class RuledGradeView {
  gradeId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** Cases sent in and not decided. */
  openCases: number;

  static of(grade: RuledGrade): RuledGradeView {
    const { gradeId, groupId, groupNameId, groupNameEn, gradeNameId, gradeNameEn, openCases } = grade;
    const shown = { gradeId, groupId, groupNameId, groupNameEn, gradeNameId, gradeNameEn, openCases };
    return Object.assign(new RuledGradeView(), shown);
  }
}

/** A grade with the rule that holds. */
export class GradeRuleView extends RuledGradeView {
  /** Name it in If-Match when publishing. */
  version: number;
  requirements: RequirementView[];
  promisedDays: number;
  decision: DecisionRuleView;
  /** Calendar days in which a rejected applicant may appeal. */
  appealDays: number;
  /** ISO 8601 instant. */
  publishedAt: string;

  static override of(grade: RuledGrade & { rule: AdmissionRuleSummary }): GradeRuleView {
    const { rule } = grade;
    return Object.assign(new GradeRuleView(), RuledGradeView.of(grade), {
      version: rule.version,
      requirements: rule.requirements.map((requirement) => RequirementView.of(requirement)),
      promisedDays: rule.promisedDays,
      decision: DecisionRuleView.of(rule.decision),
      appealDays: appealDays(rule.decision),
      publishedAt: rule.publishedAt.toISOString(),
    });
  }
}

/** How many open cases a draft changes, and how. */
export class EffectCountsView {
  now_meets: number;
  may_meet: number;
  no_longer_meets: number;
  unchanged: number;
}

/** What a draft makes of one open case. */
export class PreviewedCaseView {
  id: string;
  reference: string;
  /** Null for officers who may not review this case. */
  applicantName: string | null;
  /** `submitted` or `returned`. */
  state: string;
  /** The version it is judged by now. */
  ruleVersion: number;
  before: RuleVerdict;
  after: RuleVerdict;
  effect: RuleEffect;
}

/** What a draft would change. */
export class RulePreviewView {
  /** The version that holds now. */
  version: number;
  open: number;
  counts: EffectCountsView;
  /** Those that lose first; at most 200. */
  cases: PreviewedCaseView[];

  static of({ version, open, counts, cases }: RulePreview): RulePreviewView {
    return Object.assign(new RulePreviewView(), {
      version,
      open,
      counts,
      cases: cases.slice(0, 200).map(shown),
    });
  }
}

/** A rule that was published. */
export class PublishedRuleView {
  ruleId: string;
  /** Open cases that moved to it. */
  moved: number;
}

function shown(one: PreviewedCase): PreviewedCaseView {
  const { id, reference, applicantName, state, ruleVersion, before, after, effect } = one;
  return { id, reference, applicantName, state, ruleVersion, before, after, effect };
}
