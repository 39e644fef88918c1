const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;
const LONGEST_ASKED_MS = 3_600_000;

/**
 * Milliseconds until the next try: doubles from one second to ten minutes, half of it left to chance so that jobs that
 * failed together do not come back together. What the error asks for (`retryAfterMs`) is kept to, up to an hour.
 * @param attemptsMade tries so far, from 1.
 * @param chance from 0 to 1.
 */
export function retryPause(attemptsMade: number, error: unknown, chance: number): number {
  const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attemptsMade - 1));
  const pause = Math.round(grown / 2 + (grown / 2) * chance);
  return Math.max(pause, askedPause(error));
}

function askedPause(error: unknown): number {
  const asked = (error as { retryAfterMs?: unknown } | null)?.retryAfterMs;
  return typeof asked === 'number' && asked > 0 ? Math.min(asked, LONGEST_ASKED_MS) : 0;
}
