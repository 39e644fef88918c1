import { firstFitting, type ConsequenceRule, type RecheckRule, type StandingRule } from '@himpun/groups';

/** Watched credentials of one kind at one source, under a rule. */
export interface WatchedCount {
  kind: string;
  source: string;
  count: number;
}

/** What a draft changes for the credentials of one kind at one source. Days from one answer to the next question; null for never. */
export interface RecheckEffect extends WatchedCount {
  before: number | null;
  after: number | null;
  /** Questions in thirty days, whole. */
  monthlyBefore: number;
  monthlyAfter: number;
}

/** What a draft changes about a change of a credential. `none`: nobody is asked. */
export interface ConsequenceEffect {
  kind: string;
  change: string;
  before: 'review' | 'suspension' | 'none';
  after: 'review' | 'suspension' | 'none';
}

const KINDS = ['education', 'licence', 'certification', 'experience'] as const;
const MONTH_DAYS = 30;

/** What becomes of the questions, line by line; also where nothing changes, so that the sum is seen. */
export function recheckEffects(
  before: StandingRule,
  after: StandingRule,
  watched: readonly WatchedCount[],
): RecheckEffect[] {
  return watched.map((line) => {
    const [old, next] = [daysOf(before.rechecks, line), daysOf(after.rechecks, line)];
    return {
      ...{ ...line, before: old, after: next },
      ...{ monthlyBefore: monthly(line.count, old), monthlyAfter: monthly(line.count, next) },
    };
  });
}

/** Which changes mean something else under the draft. */
export function consequenceEffects(
  before: StandingRule,
  after: StandingRule,
  changes: readonly string[],
): ConsequenceEffect[] {
  return KINDS.flatMap((kind) =>
    changes
      .map((change) => ({
        ...{ kind, change },
        before: proposed(before.consequences, kind, change),
        after: proposed(after.consequences, kind, change),
      }))
      .filter((line) => line.before !== line.after),
  );
}

function daysOf(lines: readonly RecheckRule[], { kind, source }: WatchedCount): number | null {
  return firstFitting(lines, kind, source)?.everyDays ?? null;
}

function proposed(
  lines: readonly ConsequenceRule[],
  kind: string,
  change: string,
): ConsequenceEffect['before'] {
  return (
    firstFitting(
      lines.filter((line) => line.change === change),
      kind,
      '*',
    )?.proposes ?? 'none'
  );
}

function monthly(count: number, days: number | null): number {
  return days === null ? 0 : Math.round((count * MONTH_DAYS) / days);
}
