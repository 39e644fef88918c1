import { plusDays, type LocalDate } from '@himpun/kernel';

const DAY = 86_400_000;

/** Working days (Monday to Friday) after `from` up to and including `to`; 0 when `to` is not later. Holidays count as days. */
export function workingDays(from: LocalDate, to: LocalDate): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days <= 0) return 0;
  const rest = days % 7;
  const extra = Array.from({ length: rest }, (_, index) => plusDays(to, -index)).filter(isWorkday).length;
  return Math.floor(days / 7) * 5 + extra;
}

/** Monday to Friday. */
export function isWorkday(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
