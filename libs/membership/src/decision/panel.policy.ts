import type { DecisionRule, Majority, PanelRule } from '@himpun/groups';
import type { DecisionOutcome } from './decision-reasons';

export type VoteChoice = 'approve' | 'reject' | 'abstain';

/** One officer's vote as far as counting goes; at most one per officer. */
export interface CountedVote {
  personId: string;
  vote: VoteChoice;
}

/** Who could sit. */
export interface Seats {
  /** Officers with the power to decide, without the applicant, declared conflicts and who decided the case before. */
  eligibleIds: readonly string[];
  /** Officers with the power to decide whom their own case or a declared conflict keeps out. */
  recused: number;
}

/** Why the votes cannot lead to a decision as things stand. */
export type Obstacle = 'quorum_out_of_reach' | 'no_result';

/** How the votes stand. */
export interface Tally {
  approve: number;
  reject: number;
  abstain: number;
  /** Votes that must be cast, as the rule says; nothing lowers it. */
  quorum: number;
  /** Votes that may still come. */
  outstanding: number;
  /** Set as soon as no vote that may still come can change it. */
  outcome: DecisionOutcome | null;
  obstacle: Obstacle | null;
}

/** A rule by which votes are counted. */
export type VotingRule = Exclude<DecisionRule, { kind: 'officer' }>;

/** Whether the rule wants votes instead of one officer's decision. */
export function wantsVotes(rule: DecisionRule): rule is VotingRule {
  return rule.kind !== 'officer';
}

/** How the votes stand under the rule; their order makes no difference. */
export function tally(rule: VotingRule, votes: readonly CountedVote[], seats: Seats): Tally {
  const count = (choice: VoteChoice): number => votes.filter(({ vote }) => vote === choice).length;
  const counted = { approve: count('approve'), reject: count('reject'), abstain: count('abstain') };
  const outstanding = outstandingSeats(rule, votes, seats);
  const quorum = rule.kind === 'panel' ? rule.quorum : PAIR;
  const base = { ...counted, quorum, outstanding };
  return rule.kind === 'panel' ? ofPanel(rule, base) : ofPair(base);
}

/** Whether this officer's vote finds a seat: who has voted may vote again until it is decided. */
export function hasSeat(
  rule: VotingRule,
  votes: readonly CountedVote[],
  seats: Seats,
  personId: string,
): boolean {
  return votes.some((vote) => vote.personId === personId) || freeSeats(rule, votes, seats) > 0;
}

const PAIR = 2;

type Counted = Omit<Tally, 'outcome' | 'obstacle'>;

function outstandingSeats(rule: VotingRule, votes: readonly CountedVote[], seats: Seats): number {
  const voted = new Set(votes.map(({ personId }) => personId));
  const waiting = seats.eligibleIds.filter((id) => !voted.has(id)).length;
  return Math.max(0, Math.min(waiting, freeSeats(rule, votes, seats)));
}

function freeSeats(rule: VotingRule, votes: readonly CountedVote[], seats: Seats): number {
  if (rule.kind === 'two_persons') return Infinity;
  return rule.size - (rule.onRecusal === 'vacant' ? seats.recused : 0) - votes.length;
}

/** Two officers who agree; a third may break the tie of two who do not. */
function ofPair(counted: Counted): Tally {
  const { approve, reject, outstanding } = counted;
  const outcome = approve >= PAIR ? 'approved' : reject >= PAIR ? 'rejected' : null;
  const isStuck = outcome === null && Math.max(approve, reject) + outstanding < PAIR;
  return { ...counted, outcome, obstacle: isStuck ? 'quorum_out_of_reach' : null };
}

function ofPanel(rule: PanelRule, counted: Counted): Tally {
  const { approve, reject, abstain, outstanding } = counted;
  const cast = approve + reject + abstain;
  const open: Tally = { ...counted, outcome: null, obstacle: null };
  if (cast + outstanding < rule.quorum) return { ...open, obstacle: 'quorum_out_of_reach' };
  if (cast < rule.quorum) return open;
  if (carries(rule.majority, approve, reject + outstanding)) return { ...open, outcome: 'approved' };
  if (reject > 0 && !carries(rule.majority, approve + outstanding, reject)) {
    return { ...open, outcome: 'rejected' };
  }
  return outstanding === 0 ? { ...open, obstacle: 'no_result' } : open;
}

/** Abstentions count for the quorum and not here; a tie carries nothing. */
function carries(majority: Majority, approve: number, reject: number): boolean {
  if (approve === 0) return false;
  if (majority === 'unanimous') return reject === 0;
  return majority === 'simple' ? approve > reject : approve * 3 >= (approve + reject) * 2;
}
