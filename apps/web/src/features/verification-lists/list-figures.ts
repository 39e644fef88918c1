import type { Tone } from '../../ui/status-tag';
import type { ListLine, Result } from './lists.api';

const RESULT_TONES: Record<Result, Tone> = {
  waiting: 'waiting',
  match: 'good',
  partial: 'warn',
  mismatch: 'warn',
  // Nothing was found, or could be asked: that is no fault of anybody, and no alarm.
  not_found: 'info',
  not_covered: 'info',
  unavailable: 'info',
  refused: 'info',
  expired: 'bad',
  revoked: 'bad',
  suspended: 'bad',
};

export const resultTone = (result: Result): Tone => RESULT_TONES[result];

const STATE_TONES: Record<ListLine['state'], Tone> = {
  refused: 'bad',
  draft: 'warn',
  running: 'waiting',
  cancelled: 'info',
  finished: 'good',
};

export const stateTone = (state: ListLine['state']): Tone => STATE_TONES[state];

/** How long it will take, for words: nobody needs the seconds. */
export type TimeLeft = { unit: 'moment' | 'minutes' | 'hours'; count: number };

/** @param seconds null when nothing can be said. */
export function timeLeft(seconds: number | null): TimeLeft | null {
  if (seconds === null) return null;
  if (seconds < 60) return { unit: 'moment', count: 1 };
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? { unit: 'minutes', count: minutes }
    : { unit: 'hours', count: Math.round(minutes / 60) };
}

/** How long the slowest source needs at its own pace, in seconds; null when none has a limit. */
export function longestWait(sources: readonly { open: number; perSecond: number | null }[]): number | null {
  const needed = sources.flatMap(({ open, perSecond }) => (perSecond === null ? [] : [open / perSecond]));
  return needed.length === 0 ? null : Math.max(...needed);
}
