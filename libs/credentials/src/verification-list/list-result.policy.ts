import type { CheckOutcome, EndedRun, RunState } from '../check/check.states';

/** What stands beside a person of a list: nothing is averaged, the weightiest answer counts. */
export type ListResult = 'waiting' | CheckOutcome | Exclude<EndedRun, 'ran'>;

/**
 * From the one that weighs most: a question still open, facts against the claim, then all that a person has to look at; a match
 * only where every source that was asked says so.
 */
export const LIST_RESULTS: readonly ListResult[] = [
  'waiting',
  'mismatch',
  'revoked',
  'suspended',
  'expired',
  'partial',
  'not_found',
  'unavailable',
  'refused',
  'not_covered',
  'match',
];

/** What one source's answer comes to. */
export function answerResult({
  runState,
  outcome,
}: {
  runState: RunState;
  outcome: CheckOutcome | null;
}): ListResult {
  if (runState === 'queued' || runState === 'running') return 'waiting';
  // A source that ran without an outcome left the question to a person.
  return runState === 'ran' ? (outcome ?? 'partial') : runState;
}

/** What all answers come to; `waiting` without any. */
export function listResult(
  answers: readonly { runState: RunState; outcome: CheckOutcome | null }[],
): ListResult {
  const found = new Set(answers.map(answerResult));
  return LIST_RESULTS.find((result) => found.has(result)) ?? 'waiting';
}

/** How fast a list goes on. */
export interface ListPace {
  /** Answers per minute lately; null when none came. */
  perMinute: number | null;
  /** Null when nothing can be said. */
  secondsLeft: number | null;
}

/** Over so long the pace is measured. */
export const PACE_WINDOW_MS = 60_000;

/**
 * @param open questions without an answer.
 * @param recent answers of the last `windowMs`.
 */
export function listPace(open: number, recent: number, windowMs: number): ListPace {
  if (open === 0 || recent === 0 || windowMs <= 0) return { perMinute: null, secondsLeft: null };
  const perSecond = (recent * 1_000) / windowMs;
  return { perMinute: Math.round(perSecond * 60), secondsLeft: Math.ceil(open / perSecond) };
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Milliseconds until a question is put again that failed for a reason which may pass: doubled each time, half of it by chance,
 * and never sooner than the source wished.
 */
export function pauseBefore(attempt: number, wishedMs: number | undefined, chance: number): number {
  const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempt - 1));
  return Math.max(Math.round(grown / 2 + (grown / 2) * chance), wishedMs ?? 0);
}
