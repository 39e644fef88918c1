import type { LocalDate } from '@himpun/kernel';
import { plusWorkingDays, workingDays, type Holidays } from './working-days.policy';

/** How long a case has until it is due; the clock stands while it waits for the applicant. */
export interface CaseClock {
  /** The last day on which it is in time; null while the clock stands. */
  dueOn: LocalDate | null;
  /** Working days left when the clock was stopped, negative when it was late already; null while it runs. */
  daysLeft: number | null;
}

/** The clock of a case that was sent in for the first time: the rule's promised working days count from the next one. */
export function startClock(submittedOn: LocalDate, promisedDays: number, holidays: Holidays): CaseClock {
  return { dueOn: plusWorkingDays(submittedOn, promisedDays, holidays), daysLeft: null };
}

/** The clock when the case goes back to the applicant; a case without a clock keeps none. */
export function stopClock({ dueOn, daysLeft }: CaseClock, today: LocalDate, holidays: Holidays): CaseClock {
  if (dueOn === null) return { dueOn, daysLeft };
  const left = dueOn >= today ? workingDays(today, dueOn, holidays) : -workingDays(dueOn, today, holidays);
  return { dueOn: null, daysLeft: left };
}

/** The clock when the case comes back: it goes on where it stood; what was late is late still. */
export function resumeClock(
  clock: CaseClock,
  today: LocalDate,
  promisedDays: number,
  holidays: Holidays,
): CaseClock {
  return startClock(today, clock.daysLeft ?? promisedDays, holidays);
}

/** Whether the promise was broken; the day itself is still in time. */
export function isOverdue({ dueOn }: CaseClock, today: LocalDate): boolean {
  return dueOn !== null && dueOn < today;
}
