import { plusDays, type LocalDate } from '@himpun/kernel';

/** The most urgent distance to a last day that has been reached on `today`; null while none has. It only ever becomes more urgent. */
export function dueDistance(
  lastDay: LocalDate,
  today: LocalDate,
  daysBefore: readonly number[],
): number | null {
  const reached = daysBefore.filter((days) => plusDays(lastDay, -days) <= today);
  return reached.length === 0 ? null : Math.min(...reached);
}
