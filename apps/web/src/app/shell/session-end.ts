import type { SessionEnds } from '../../api/session-left';

/** What a page says about the end of its session. */
export type SessionNotice =
  /** Being used prolongs it. */
  | { kind: 'resting'; endsAt: number }
  /** Nothing prolongs it; signing in anew begins another one. */
  | { kind: 'final'; endsAt: number }
  | { kind: 'ended' };

/** Three minutes to answer: WCAG 2.2.1 asks for twenty seconds at least, our own rule for two minutes. */
const WARN_MS = 3 * 60_000;
/** Timers of browsers cannot wait for more than 24 days, and stop while a computer sleeps. */
const LONGEST_WAIT_MS = 3_600_000;

/** What to say now (milliseconds since 1970); null while there is time. */
export function sessionNotice(ends: SessionEnds, now: number): SessionNotice | null {
  const endsAt = Math.min(ends.idle, ends.absolute);
  if (now >= endsAt) return { kind: 'ended' };
  if (endsAt - now > WARN_MS) return null;
  // Prolonging what ends for good within the same minutes would be no help.
  return { kind: ends.absolute - now <= WARN_MS ? 'final' : 'resting', endsAt };
}

/** How long the present notice stays true, in milliseconds. */
export function noticeHolds(ends: SessionEnds, now: number): number {
  const next = [ends.idle, ends.absolute]
    .flatMap((end) => [end - WARN_MS, end])
    .filter((moment) => moment > now);
  return Math.min(LONGEST_WAIT_MS, ...next.map((moment) => moment - now));
}
