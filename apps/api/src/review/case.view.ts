import {
  DECISION_REASONS,
  submissionChanges,
  type CaseRequirement,
  type DecisionReason,
  type ReviewCase,
} from '@himpun/membership';
import { AppealView } from './decision.view';
import { DecisionRuleView, PanelView } from './panel.view';
import { BilingualView, EvidenceView, RequirementResultView } from './evidence.view';

/** One requirement of a case with its result and all that bears on it. */
export class CaseRequirementView extends RequirementResultView {
  title: BilingualView;
  hint: BilingualView;
  /** Done only after approval; stands in no decision's way. */
  followsApproval: boolean;
  /** What the applicant answered, by field; null where nothing is answered in the form. */
  answer: Record<string, unknown> | null;
  /** For requirements with options: the words behind the chosen codes. */
  options: CaseOptionView[];
  credentials: EvidenceView[];

  static override of(line: CaseRequirement): CaseRequirementView {
    const { requirement } = line;
    return Object.assign(new CaseRequirementView(), RequirementResultView.of(line), {
      title: requirement.title,
      hint: requirement.hint,
      followsApproval: line.followsApproval,
      answer: line.answer,
      options: 'options' in requirement ? requirement.options : [],
      credentials: line.credentials.map((credential) => EvidenceView.of(credential)),
    });
  }
}

/** One option that a requirement offers. */
export class CaseOptionView {
  code: string;
  label: BilingualView;
}

/** The person as they described themselves. */
export class CaseDetailsView {
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  certificateName: string | null;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  phone: string | null;
}

/** What was sent in once. */
export class SentInView {
  /** From 1. */
  number: number;
  /** ISO 8601 instant. */
  submittedAt: string;
  details: CaseDetailsView;
  answers: Record<string, unknown>;
}

/** One thing that differs from the submission before; null where it was not there. */
export class ChangeView {
  /** A requirement's id, or `details`. */
  part: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** One thing that the applicant was asked to correct. */
export class CorrectionItemView {
  requirementId: string;
  note: string;
}

/** One act in the case's history. */
export class HistoryLineView {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  actorLabel: string;
  action: string;
  reason: string | null;
}

/** A reason that can be given for a decision. */
export class DecisionReasonView {
  code: string;
  outcome: string;
  text: BilingualView;
  needsNote: boolean;
}

/** An officer to whom a case can be handed over. */
export class ColleagueView {
  personId: string;
  fullName: string;
}

/** Everything an officer needs for one case. */
export class CaseView {
  id: string;
  version: number;
  reference: string;
  state: string;
  personId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  ruleVersion: number;
  /** ISO 8601 instant. */
  submittedAt: string;
  assignedTo: string | null;
  assignedName: string | null;
  /** The last day that keeps the promise, `YYYY-MM-DD`; null while the applicant has it. */
  dueOn: string | null;
  /** Working days left when the clock was stopped; null while it runs. */
  daysLeft: number | null;
  isOverdue: boolean;
  /** What the applicant is asked to correct now; empty unless it was sent back. */
  corrections: CorrectionItemView[];
  /** Newest first. */
  submissions: SentInView[];
  /** What the newest submission changed; empty for a first one. */
  changes: ChangeView[];
  requirements: CaseRequirementView[];
  history: HistoryLineView[];
  /** Send it with the decision: if a fact changed meanwhile, the decision answers 409. */
  factsHash: string;
  mayDecide: boolean;
  decisionRule: DecisionRuleView;
  /** How the votes stand while it waits for a decision; null where one officer decides. */
  panel: PanelView | null;
  /** The appeal that it waits on, or waited on; null where there is none. */
  appeal: AppealView | null;
  decisionReasons: DecisionReasonView[];
  /** By name. */
  colleagues: ColleagueView[];

  static of(whole: ReviewCase): CaseView {
    const { returned, submissions, requirements, history, submittedAt, decision, panel, ...plain } = whole;
    return Object.assign(new CaseView(), plain, {
      submittedAt: submittedAt.toISOString(),
      decisionRule: DecisionRuleView.of(decision),
      panel: panel && PanelView.of(panel),
      corrections: returned?.items ?? [],
      submissions: submissions.map(({ number, submittedAt: at, content }) => ({
        number,
        submittedAt: at.toISOString(),
        details: content.details,
        answers: content.answers,
      })),
      changes: changesIn(submissions),
      requirements: requirements.map((line) => CaseRequirementView.of(line)),
      history: history.map((line) => ({
        id: line.id,
        at: line.at.toISOString(),
        actorLabel: line.actorLabel,
        action: line.action,
        reason: line.reason,
      })),
      decisionReasons: Object.entries<DecisionReason>(DECISION_REASONS)
        .filter(([, { byRule }]) => !byRule)
        .map(([code, reason]) => ({
          code,
          outcome: reason.outcome,
          text: reason.text,
          needsNote: reason.needsNote ?? false,
        })),
    });
  }
}

function changesIn([newest, before]: ReviewCase['submissions']): ChangeView[] {
  return newest && before ? submissionChanges(before.content, newest.content) : [];
}
