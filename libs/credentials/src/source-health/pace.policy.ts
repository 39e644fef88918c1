/** A turn taken, to be used after so long; or none, and how far away one would have been. */
export type Turn = { taken: true; waitMs: number } | { taken: false; awayMs: number };

/**
 * Turns at even distances (generic cell rate, without a burst): so no second has more than its share, wherever it begins.
 * All times in milliseconds of one clock.
 * @param next the earliest moment that is still free
 * @param perSecond 0 for no limit of ours; then only a hold makes wait.
 */
export function spacing(
  next: number,
  now: number,
  perSecond: number,
  mostMs: number,
): { turn: Turn; next: number } {
  const at = Math.max(next, now);
  if (at - now > mostMs) return { turn: { taken: false, awayMs: at - now }, next };
  const distance = perSecond > 0 ? 1_000 / perSecond : 0;
  return { turn: { taken: true, waitMs: at - now }, next: perSecond > 0 ? at + distance : next };
}
