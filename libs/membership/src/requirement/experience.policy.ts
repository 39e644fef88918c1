import { plusMonths, type LocalDate } from '@himpun/kernel';

/** A post from its first to its last day; null while it lasts. */
export interface Post {
  startedOn: LocalDate | null;
  endedOn: LocalDate | null;
}

/**
 * Whole months worked until `today`: each stretch of time counts once however many posts fill it, and days left over in
 * one stretch do not add to another. A post without a first day, or that begins after it ends, counts for nothing.
 */
export function monthsWorked(posts: readonly Post[], today: LocalDate): number {
  return stretches(posts, today).reduce((sum, [from, until]) => sum + wholeMonths(from, until), 0);
}

function stretches(posts: readonly Post[], today: LocalDate): [LocalDate, LocalDate][] {
  const known = posts
    .flatMap(({ startedOn, endedOn }): [LocalDate, LocalDate][] => {
      const until = !endedOn || endedOn > today ? today : endedOn;
      return startedOn && startedOn <= until ? [[startedOn, until]] : [];
    })
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const joined: [LocalDate, LocalDate][] = [];
  for (const [from, until] of known) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = until > last[1] ? until : last[1];
    else joined.push([from, until]);
  }
  return joined;
}

function wholeMonths(from: LocalDate, until: LocalDate): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [year = 0, month = 0] = until.split('-').map(Number);
  const months = (year - fromYear) * 12 + (month - fromMonth);
  return plusMonths(from, months) > until ? months - 1 : months;
}
