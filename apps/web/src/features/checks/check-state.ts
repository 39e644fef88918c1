import type { Tone } from '../../ui/status-tag';
import type { Check } from './checks.api';

/** How a check stands, in one word; every word has a sentence in the catalogue. */
export type CheckState =
  | 'asked'
  | 'queued'
  | 'running'
  | 'match'
  | 'partial'
  | 'mismatch'
  | 'not_found'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'unavailable'
  | 'refused'
  | 'person';

const TONES: Record<CheckState, Tone> = {
  asked: 'waiting',
  queued: 'waiting',
  running: 'waiting',
  match: 'good',
  partial: 'warn',
  mismatch: 'warn',
  // Nothing was found: that is no fault of anybody, and no alarm.
  not_found: 'info',
  expired: 'bad',
  revoked: 'bad',
  suspended: 'bad',
  unavailable: 'info',
  refused: 'info',
  person: 'info',
};

/** One state out of the three axes: did it run, what came out, who has to act. */
export function checkState({
  runState,
  outcome,
  source,
  waitsFor,
}: Pick<Check, 'runState' | 'outcome' | 'source'> & Partial<Pick<Check, 'waitsFor'>>): CheckState {
  if (waitsFor) return 'asked';
  if (runState === 'queued' || runState === 'running') return runState;
  if (outcome !== null) return outcome;
  if (source !== 'manual' && (runState === 'unavailable' || runState === 'refused')) return runState;
  return 'person';
}

export function toneOf(state: CheckState): Tone {
  return TONES[state];
}
