import type { Requirement } from '@himpun/groups';
import type { LocalDate, Reason } from '@himpun/kernel';
import type { RequirementFacts } from '../requirement/requirement-facts';
import type { DecisionProcess, KeptVote } from './decision-process';
import { faults } from './decision-faults';
import type { DecisionOutcome } from './decision-reasons';
import { decisionFaults, type DecisionWish, type Waiver } from './decision.policy';
import type { VoteChoice } from './panel.policy';

/** What an officer votes, and why. */
export interface Ballot {
  vote: VoteChoice;
  /** Codes of the catalogue; none for an abstention. */
  reasonCodes: readonly string[];
  /** Goes into the letter when the vote is on the side that carries; an abstention's stays with the officers. */
  note: string;
  waivers: readonly Waiver[];
}

/** What a vote was cast on. */
export interface VoteGround {
  ruleId: string;
  /** The newest submission's number. */
  submission: number;
  factsHash: string;
}

const OUTCOMES: Readonly<Record<Exclude<VoteChoice, 'abstain'>, DecisionOutcome>> = {
  approve: 'approved',
  reject: 'rejected',
};

/** Why the vote cannot be cast like this: an abstention needs a word, the others what a decision needs. */
export function ballotFaults(
  ballot: Ballot,
  requirements: readonly Requirement[],
  facts: RequirementFacts,
  today: LocalDate,
): Reason[] {
  if (ballot.vote !== 'abstain') {
    return decisionFaults({ ...ballot, outcome: OUTCOMES[ballot.vote] }, requirements, facts, today);
  }
  return [
    ...(ballot.note.trim() === '' ? [faults.abstentionUnexplained()] : []),
    ...(ballot.reasonCodes.length > 0 ? [faults.foreignReason()] : []),
    ...(ballot.waivers.length > 0 ? [faults.waiverOfRejected()] : []),
  ];
}

/**
 * Whether a vote still counts: cast on the rule, the submission and the facts that are now, by somebody who has not declared a
 * conflict since, and still possible today (a licence may have run out meanwhile).
 */
export function stillCounts(
  vote: KeptVote & VoteGround,
  now: {
    ground: VoteGround;
    excludedIds: readonly string[];
    requirements: readonly Requirement[];
    facts: RequirementFacts;
    today: LocalDate;
  },
): boolean {
  const { ground } = now;
  return (
    !now.excludedIds.includes(vote.personId) &&
    vote.ruleId === ground.ruleId &&
    vote.submission === ground.submission &&
    vote.factsHash === ground.factsHash &&
    ballotFaults(vote, now.requirements, now.facts, now.today).length === 0
  );
}

/** The decision that the votes of the side that carries add up to: their reasons, notes and waivers together. */
export function carriedWish(process: DecisionProcess, outcome: DecisionOutcome): DecisionWish {
  const side = process.votes.filter(({ vote }) => vote !== 'abstain' && OUTCOMES[vote] === outcome);
  const notes = side.map(({ note }) => note.trim()).filter(Boolean);
  const waivers = new Map<string, string[]>();
  for (const { requirementId, reason } of side.flatMap((vote) => vote.waivers)) {
    waivers.set(requirementId, [...new Set([...(waivers.get(requirementId) ?? []), reason.trim()])]);
  }
  return {
    outcome,
    reasonCodes: [...new Set(side.flatMap(({ reasonCodes }) => reasonCodes))].sort(),
    note: [...new Set(notes)].join('\n\n'),
    waivers: [...waivers].map(([requirementId, reasons]) => ({ requirementId, reason: reasons.join('; ') })),
  };
}
