/** A turn taken, to be used at once; or none, and how many milliseconds away the next one is. */
export type Turn = { taken: true } | { taken: false; awayMs: number };

/** A little less than the whole limit, as questions do not travel all equally fast. */
const SHARE = 0.97;
/** Turns that may be made up for after a process stood still. */
export const MADE_UP = 2;

/** Milliseconds from one turn to the next; none without a limit. */
export function distance(perSecond: number): number {
  return perSecond > 0 ? 1_000 / (perSecond * SHARE) : 0;
}

/**
 * Turns at even distances (generic cell rate), two of them at most made up for: so no second, wherever it begins, has more
 * than its share and one. A turn is used at once or not at all: turns given out ahead would all be used together by a
 * process that stood still for a while. All times in milliseconds of one clock.
 * @param next when the next turn is due
 * @param perSecond 0 for no limit of ours; then only a hold makes wait.
 */
export function spacing(next: number, now: number, perSecond: number): { turn: Turn; next: number } {
  const step = distance(perSecond);
  const awayMs = next - MADE_UP * step - now;
  // Less than a thousandth is rounding.
  if (awayMs > 0.001) return { turn: { taken: false, awayMs }, next };
  return { turn: { taken: true }, next: step > 0 ? Math.max(next, now) + step : next };
}
