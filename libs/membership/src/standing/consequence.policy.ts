import type { ChangeSeen } from '@himpun/credentials';
import { firstFitting, type ConsequenceRule } from '@himpun/groups';
import type { MembershipStatus } from '../membership/standing.policy';

/** What an officer is asked to consider about a membership. */
export type Proposal = 'review' | 'suspension' | 'reinstatement';

/** What a membership that rests on the changed credential looks like. */
export interface RestingMembership {
  /** The credential's kind. */
  kind: string;
  status: MembershipStatus | 'none';
  /** Whether everything the credential was offered for is met all the same, by another credential. */
  isStillMet: boolean;
  /** Whether it stands suspended because of this very credential. */
  isSuspendedForIt: boolean;
}

/** Standings that an officer may change because of a credential. */
const RUNNING: readonly string[] = ['active', 'grace', 'leave', 'suspended'];
/** What a source knows, and not what it merely lacks or writes differently. */
const SOURCES_WORD: readonly string[] = ['revoked', 'suspended', 'expired'];
const QUIET: readonly string[] = ['same', 'unanswered', 'renewed', 'cleared'];

/**
 * What a change of a credential means for one membership: a proposal to an officer, or null for nothing. No answer, the same
 * answer and a renewal mean nothing; nothing that is not found or differs proposes more than a review; nothing at all takes effect by itself.
 */
export function consequence(
  change: ChangeSeen | 'cleared' | 'renewal',
  rules: readonly ConsequenceRule[],
  { kind, status, isStillMet, isSuspendedForIt }: RestingMembership,
): Proposal | null {
  if (QUIET.includes(change) || !RUNNING.includes(status)) return null;
  // A renewal that no source could confirm waits for an officer; that alone takes nothing from anybody.
  if (change === 'renewal') return 'review';
  if (change === 'restored') return status === 'suspended' && isSuspendedForIt ? 'reinstatement' : null;
  const lines = rules.filter((line) => line.change === change);
  const proposes = firstFitting(lines, kind, '*')?.proposes ?? null;
  if (proposes !== 'suspension') return proposes;
  const goesSoFar = SOURCES_WORD.includes(change) && !isStillMet && status !== 'suspended';
  return goesSoFar ? 'suspension' : 'review';
}

export type Verdict = 'keep' | 'suspend' | 'reinstate';

/** What an officer may decide: to leave all as it is, always; to suspend who stands otherwise; to reinstate who is suspended. */
export function verdictsFor(status: MembershipStatus | 'none'): Verdict[] {
  if (status === 'suspended') return ['keep', 'reinstate'];
  return RUNNING.includes(status) ? ['keep', 'suspend'] : ['keep'];
}
