import type { Language } from '../../app/language';
import { formatDate, formatTime } from '../../ui/format';

/** Indonesia's zones, west to east, by the names that people use. */
export const ZONES = [
  { zone: 'Asia/Jakarta', name: 'WIB' },
  { zone: 'Asia/Makassar', name: 'WITA' },
  { zone: 'Asia/Jayapura', name: 'WIT' },
] as const;

/** A span of time in words: "1 Desember 2026, 09.00–12.00 WIB"; both dates when it crosses midnight in `zone`. */
export function spanText(startsAt: string, endsAt: string, language: Language, zone: string): string {
  const [first, last] = [startsAt, endsAt].map((instant) => formatDate(instant, language, 'long', zone));
  const end = formatTime(endsAt, language, zone);
  const start = formatTime(startsAt, language, zone).split(' ')[0];
  return first === last ? `${first}, ${start}–${end}` : `${first}, ${start} – ${last}, ${end}`;
}

/** The day of an instant in `zone`, `YYYY-MM-DD`. */
export function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}

/** `2026-12-01` and `09:30` in `zone` as an instant, ISO 8601; null when either is not there. Indonesia has no summer time. */
export function instantOf(day: string | null, time: string, zone: string): string | null {
  const parts = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim());
  if (!day || !parts) return null;
  const guess = new Date(`${day}T${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}:00Z`);
  return new Date(guess.getTime() - offsetOf(guess, zone)).toISOString();
}

/** The time of an instant in `zone` as it is typed: `09.30`. */
export function typedTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(new Date(instant))
    .replace(':', '.');
}

function offsetOf(instant: Date, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - instant.getTime();
}
