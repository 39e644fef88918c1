/** A turn taken, to be used at once; or none, and how many milliseconds away the next one is. */
export type Turn = { taken: true } | { taken: false; awayMs: number };

/** A little less than the whole limit: who comes late to a turn can then make up for it. */
const SHARE = 0.975;
/** So much more than a second has no more turns than the limit, as questions do not travel all equally fast. */
const WIDER = 1.01;
/** Turns missed within so many seconds are made up for. */
const MADE_UP_S = 1 / 3;
/** What is made up for comes at most so much faster. */
const CLOSER = 0.7;

/** A limit in numbers; times in milliseconds. */
export interface Measure {
  /** From one turn to the next. */
  step: number;
  /** Turns that may be made up for after a process stood still. */
  madeUp: number;
  /** Least time between two turns. */
  gap: number;
  /** So many turns at most in any `span`, which is a little more than a second. */
  count: number;
  span: number;
}

/** @param perSecond more than 0 */
export function measureOf(perSecond: number): Measure {
  const step = 1_000 / (perSecond * SHARE);
  const count = Math.max(1, Math.floor(perSecond));
  return {
    step,
    madeUp: Math.max(1, Math.floor(perSecond * MADE_UP_S)),
    gap: step * CLOSER,
    count,
    span: ((count * 1_000) / perSecond) * WIDER,
  };
}

/** Where a source's turns stand. All times in milliseconds of one clock. */
export interface Standing {
  /** When the next turn is due, if none were made up for. */
  next: number;
  /** When the last `count` turns were taken, the newest first. */
  taken: readonly number[];
}

export const NONE_TAKEN: Standing = { next: 0, taken: [] };

/**
 * Turns at even distances (generic cell rate). What was missed is made up for, a little closer together, and never so that a
 * second, wherever it begins, has more turns than the limit: the moments of the last turns are remembered. A turn is used at
 * once or not at all: turns given out ahead would all be used together by a process that stood still for a while.
 */
export function spacing(
  { next, taken }: Standing,
  now: number,
  { step, madeUp, gap, count, span }: Measure,
): { turn: Turn; standing: Standing } {
  const [last = -Infinity, first = -Infinity] = [taken[0], taken[count - 1]];
  const awayMs = Math.max(next - madeUp * step, last + gap, first + span) - now;
  // Less than a thousandth is rounding.
  if (awayMs > 0.001) return { turn: { taken: false, awayMs }, standing: { next, taken } };
  return {
    turn: { taken: true },
    standing: { next: Math.max(next, now) + step, taken: [now, ...taken.slice(0, count - 1)] },
  };
}

/** Nobody's turn comes before so many milliseconds have passed. */
export function held(standing: Standing, now: number, milliseconds: number, measure: Measure): Standing {
  const { step, madeUp } = measure;
  return { ...standing, next: Math.max(standing.next, now + milliseconds + madeUp * step) };
}
