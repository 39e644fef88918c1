/** So long after the last sign of a person a request is still that person's; a later one is the page's own looking again. */
const ATTENTION_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

let lastSign = Date.now();

/** Says with a request whether somebody is there: `0` does not prolong the session (`Himpun-Attended`). */
export const ATTENDED = 'Himpun-Attended';

/** For what is left open to be seen by others, such as the code on a room's screen. */
export const ALWAYS_ATTENDED = { [ATTENDED]: '1' };

/** Whether a person did something on the page within the last minute. */
export function isAttended(now = Date.now()): boolean {
  return now - lastSign < ATTENTION_MS;
}

/** Somebody is there. */
export function noteAttention(now = Date.now()): void {
  lastSign = now;
}

if (typeof window !== 'undefined') {
  for (const sign of SIGNS)
    window.addEventListener(sign, () => noteAttention(), { capture: true, passive: true });
}
