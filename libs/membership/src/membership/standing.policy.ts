/** What a membership is during one period. Being reinstated is being active again: a new row. */
export type MembershipStatus =
  | 'active'
  | 'grace'
  | 'lapsed'
  | 'leave'
  | 'resigned'
  | 'transferred'
  | 'suspended'
  | 'expelled'
  | 'deceased';

/** One dated row of a membership; `endsAt` is the first instant after it, null while it goes on. */
export interface StandingPeriod {
  status: MembershipStatus;
  startsAt: Date;
  endsAt: Date | null;
}

/** Where a membership stands at one instant. */
export interface Standing {
  /** `none` before the membership began, and in a gap that nobody wrote a status for. */
  status: MembershipStatus | 'none';
  /** Whether the person counts as a member in good standing. */
  isGood: boolean;
  /** Since when and until when this holds, as far as it is written; null where it is open. */
  since: Date | null;
  until: Date | null;
}

const GOOD: ReadonlySet<MembershipStatus> = new Set(['active', 'grace']);

/** The standing at `instant`, computed from the dated rows: nothing has to run when a date passes. */
export function standing(periods: readonly StandingPeriod[], instant: Date): Standing {
  const at = instant.getTime();
  const period = periods.find(
    (row) => row.startsAt.getTime() <= at && (row.endsAt === null || at < row.endsAt.getTime()),
  );
  if (!period) return { status: 'none', isGood: false, since: null, until: null };
  return {
    status: period.status,
    isGood: GOOD.has(period.status),
    since: period.startsAt,
    until: period.endsAt,
  };
}
