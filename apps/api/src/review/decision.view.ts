import type { DecidedRequirement, DecisionRecord, Replay } from '@himpun/membership';
import { DecisionProcessView } from './panel.view';
import { BilingualView, EvidenceView, RuleReasonView, RequirementResultView } from './evidence.view';

/** One rule of a decision: its result, the reasons, and the evidence that it rested on. */
export class DecidedRequirementView extends RequirementResultView {
  title: BilingualView;
  evidence: EvidenceView[];

  static override of(line: DecidedRequirement): DecidedRequirementView {
    return Object.assign(new DecidedRequirementView(), RequirementResultView.of(line), {
      title: line.title,
      evidence: line.evidence.map((fact) => EvidenceView.of(fact)),
    });
  }
}

/** A bot that took a decision. */
export class DecidingBotView {
  name: string;
  /** Of its rules. */
  version: number;
}

/** The appeal against the first decision. */
export class AppealView {
  /** ISO 8601 instant. */
  filedAt: string;
  grounds: string;
}

/** A decision and why it was taken. */
export class DecisionView {
  id: string;
  applicationId: string;
  reference: string;
  /** `approved` or `rejected`. */
  outcome: string;
  reasons: RuleReasonView[];
  /** To the applicant. */
  note: string;
  /** ISO 8601 instant. */
  decidedAt: string;
  /** `YYYY-MM-DD`: the day on which the rule was applied. */
  decidedOn: string;
  /** For officers; the applicant deals with the group. */
  decidedByName: string | null;
  /** The bot that took it, and by which version of its rules; null where people did. */
  bot: DecidingBotView | null;
  /** How it came about, for officers; null where one officer decided. */
  process: DecisionProcessView | null;
  /** SHA-256 of the votes and the rule they were counted by, hex. */
  processHash: string | null;
  /** Whether it was taken on the appeal. */
  isAppeal: boolean;
  /** The last day for an appeal, `YYYY-MM-DD`; null where none is possible. */
  appealUntil: string | null;
  /** Whether the reader may appeal now. */
  mayAppeal: boolean;
  appeal: AppealView | null;
  gradeId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  ruleVersion: number;
  /** SHA-256 of the rule's text, hex. */
  ruleHash: string;
  /** SHA-256 of the facts, hex. */
  factsHash: string;
  requirements: DecidedRequirementView[];

  static of(record: DecisionRecord): DecisionView {
    const {
      ruleId: _rule,
      reasonCodes: _codes,
      reasons,
      decidedAt,
      requirements,
      process,
      bot,
      ...plain
    } = record;
    return Object.assign(new DecisionView(), plain, {
      reasons: reasons.map((reason) => RuleReasonView.of(reason)),
      decidedAt: decidedAt.toISOString(),
      bot: bot && { name: bot.name, version: bot.version },
      process: process && DecisionProcessView.of(process),
      requirements: requirements.map((line) => DecidedRequirementView.of(line)),
    });
  }
}

/** What deciding once more from the stored facts gave. */
export class ReplayView {
  same: boolean;
  /** The stored facts still have the stored hash. */
  factsIntact: boolean;
  /** Counting the kept votes again gives the outcome; null where one officer decided. */
  votesHold: boolean | null;
  results: RequirementResultView[];

  static of(replay: Replay): ReplayView {
    return Object.assign(new ReplayView(), {
      same: replay.same,
      factsIntact: replay.factsIntact,
      votesHold: replay.votesHold,
      results: replay.results.map((line) => RequirementResultView.of(line)),
    });
  }
}

/** What became of a vote: the decision that it took, or that votes are missing. */
export class VotedView {
  decisionId: string | null;
  /** Set where membership began at once. */
  membershipId: string | null;
}

/** A decision that was taken. */
export class DecidedView {
  decisionId: string;
  /** Set where membership began at once. */
  membershipId: string | null;
}

/** An appeal that was filed. */
export class AppealedView {
  appealId: string;
}
