/** Failures that cost nothing: people mistype. */
export const FREE_PER_ACCOUNT = 5;
/** Many people share one address at a workshop. */
export const FREE_PER_NETWORK = 50;
/** At this many failures the owner is told by mail. */
export const TELL_OWNER_AT = 10;

const LONGEST = 15 * 60;

/**
 * Seconds until the next try after so many failures: nothing at first, then 1, 2, 4 … up to a quarter of an hour. It
 * never grows into a lock: the right password after the wait, or a reset by mail, opens the account.
 */
export function signInDelay(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(2 ** Math.min(failures - free, 20), LONGEST);
}
