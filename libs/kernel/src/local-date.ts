/** A date without time, ISO 8601 `YYYY-MM-DD`. Compares correctly as a string. */
export type LocalDate = string;

/** The zone an association keeps its dates in unless it says otherwise. */
export const DEFAULT_ZONE = 'Asia/Jakarta';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a real calendar date in `YYYY-MM-DD`. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false;
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The date on the calendar of `zone` (IANA) at `instant`. */
export function localDateOf(instant: Date, zone: string = DEFAULT_ZONE): LocalDate {
  return calendarOf(zone).format(instant);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Kept, as making one takes longer than asking it thousands of times; there are only so many zones. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(zone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(zone, calendar);
  }
  return calendar;
}

/** The instant at which `date` begins in `zone`. */
export function startOfDay(date: LocalDate, zone: string = DEFAULT_ZONE): Date {
  const guess = new Date(`${date}T00:00:00Z`);
  const shown = wallClock(guess, zone);
  const first = new Date(guess.getTime() - (shown - guess.getTime()));
  // A second look settles dates on which the zone changes its offset.
  const again = wallClock(first, zone);
  return new Date(first.getTime() - (again - guess.getTime()));
}

/** `date` moved by `days` (may be negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** `date` moved by whole months; a day that the month lacks becomes its last day (31 Jan + 1 month = 28/29 Feb). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

function wallClock(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
}
