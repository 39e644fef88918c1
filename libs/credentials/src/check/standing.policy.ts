import type { CheckAction, CheckOutcome, RunState } from './check.states';
import type { Standing } from './credential-fact';

/** What of a check its standing rests on. */
export interface StandingCheck {
  runState: RunState;
  outcome: CheckOutcome | null;
  action: CheckAction;
}

const AGAINST: readonly (CheckOutcome | null)[] = ['mismatch', 'expired', 'revoked', 'suspended'];

/**
 * How far a claim can be relied on. Nothing is averaged: an open check keeps it pending, an open question keeps it with a
 * person, a fact against it counts however many sources agree, and without a match by somebody it is not confirmed.
 */
export function standingOf(checks: readonly StandingCheck[]): Standing {
  if (checks.length === 0) return 'unchecked';
  if (checks.some(({ runState }) => runState === 'queued' || runState === 'running')) return 'pending';
  const settled = checks.filter(({ action }) => action !== 'needs_person');
  if (settled.some(({ outcome }) => AGAINST.includes(outcome))) return 'refuted';
  if (settled.length < checks.length) return 'needs_person';
  return settled.some(({ outcome }) => outcome === 'match') ? 'confirmed' : 'refuted';
}
