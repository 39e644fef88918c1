import type { DecisionRule } from '@himpun/groups';
import type { DecisionProcess, KeptVote, Panel, VoteChoice } from '@himpun/membership';

/** Who takes a decision by the rule. */
export class DecisionRuleView {
  /** `officer`, `two_persons` or `panel`. */
  kind: DecisionRule['kind'];
  /** Seats of a panel; null for the others, as what follows. */
  size: number | null;
  /** Votes that must be cast, abstentions included. */
  quorum: number | null;
  /** `simple`, `two_thirds` or `unanimous`, of the votes for and against. */
  majority: string | null;
  /** Whether another takes the seat of who is recused (`replace`), or nobody (`vacant`). */
  onRecusal: string | null;

  static of(rule: DecisionRule): DecisionRuleView {
    const panel = rule.kind === 'panel' ? rule : null;
    return Object.assign(new DecisionRuleView(), {
      kind: rule.kind,
      size: panel?.size ?? null,
      quorum: panel?.quorum ?? null,
      majority: panel?.majority ?? null,
      onRecusal: panel?.onRecusal ?? null,
    });
  }
}

/** One officer's vote. */
export class VoteView {
  personId: string;
  fullName: string;
  /** `approve`, `reject` or `abstain`. */
  vote: VoteChoice;
  reasonCodes: string[];
  note: string;
  /** ISO 8601 instant. */
  castAt: string;

  static of({ personId, fullName, vote, reasonCodes, note, castAt }: KeptVote): VoteView {
    return Object.assign(new VoteView(), { personId, fullName, vote, reasonCodes, note, castAt });
  }
}

/** An officer who may still vote. */
export class VoterView {
  personId: string;
  fullName: string;
}

/** How the votes of a case stand. */
export class PanelView {
  /** In the order in which they were cast. */
  votes: VoteView[];
  /** Cast on other evidence or another rule, or by somebody who declared a conflict since: they do not count. */
  lapsed: VoteView[];
  /** Who may vote and has not; by name. */
  waiting: VoterView[];
  approve: number;
  reject: number;
  abstain: number;
  /** Votes that must be cast. */
  quorum: number;
  /** Votes that may still come. */
  outstanding: number;
  /** Officers whom their own case or a declared conflict keeps out. */
  recused: number;
  /** `approved` or `rejected` where the votes settle it (the next vote takes the decision); else null. */
  outcome: string | null;
  /** `quorum_out_of_reach`, `no_result`, or null. */
  obstacle: string | null;

  static of({ process, tally, lapsed, waiting }: Panel): PanelView {
    return Object.assign(new PanelView(), tally, {
      votes: process.votes.map((vote) => VoteView.of(vote)),
      lapsed: lapsed.map((vote) => VoteView.of(vote)),
      waiting,
      recused: process.seats.recused,
    });
  }
}

/** How a decision came about. */
export class DecisionProcessView {
  rule: DecisionRuleView;
  votes: VoteView[];

  static of({ rule, votes }: DecisionProcess): DecisionProcessView {
    return Object.assign(new DecisionProcessView(), {
      rule: DecisionRuleView.of(rule),
      votes: votes.map((vote) => VoteView.of(vote)),
    });
  }
}
