import { createHash } from 'node:crypto';
import { canonicalJson } from '@himpun/signatures';
import type { CountedVote, Seats, VotingRule } from './panel.policy';
import type { Waiver } from './decision.policy';

/** One vote as it is kept with the decision that it led to. */
export interface KeptVote extends CountedVote {
  fullName: string;
  reasonCodes: string[];
  note: string;
  waivers: Waiver[];
  /** ISO 8601 instant. */
  castAt: string;
}

/** How a decision by votes came about: all that counting them again needs. */
export interface DecisionProcess {
  rule: VotingRule;
  seats: Seats;
  votes: KeptVote[];
}

/** SHA-256 of the process in canonical JSON (RFC 8785), lower-case hex. */
export function processHash(process: DecisionProcess): string {
  return createHash('sha256').update(canonicalJson(process), 'utf8').digest('hex');
}
