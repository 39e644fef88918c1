import { plusDays, type LocalDate } from '@himpun/kernel';

/** Days on which a group does not work besides Saturdays and Sundays, `YYYY-MM-DD`. */
export type Holidays = ReadonlySet<LocalDate>;

const DAY = 86_400_000;

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDays(from: LocalDate, to: LocalDate, holidays: Holidays): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days <= 0) return 0;
  const rest = days % 7;
  const extra = Array.from({ length: rest }, (_, index) => plusDays(to, -index)).filter(isWeekday).length;
  const off = [...holidays].filter((day) => day > from && day <= to && isWeekday(day)).length;
  return Math.floor(days / 7) * 5 + extra - off;
}

/** The day that is so many working days after `from`, or before it when negative; `from` itself for none. */
export function plusWorkingDays(from: LocalDate, days: number, holidays: Holidays): LocalDate {
  const step = Math.sign(days);
  let [date, open] = [from, Math.abs(days)];
  while (open > 0) {
    const next = plusDays(date, step);
    // Forward the day arrived at counts, backward the day left: so that the days between the two are always these.
    if (isWorkday(step > 0 ? next : date, holidays)) open -= 1;
    date = next;
  }
  return date;
}

/** Monday to Friday, and no holiday. */
export function isWorkday(date: LocalDate, holidays: Holidays): boolean {
  return isWeekday(date) && !holidays.has(date);
}

function isWeekday(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
