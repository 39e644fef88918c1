import type { RetentionRule } from '@himpun/groups';

const DAY_MS = 86_400_000;

/** One reason for which evidence was given, or is kept. */
export type EvidenceUse =
  | {
      kind: 'application';
      state: 'open' | 'rejected' | 'withdrawn' | 'admitted';
      endedAt: Date | null;
      rule: RetentionRule;
    }
  | { kind: 'membership'; endedAt: Date | null; rule: RetentionRule }
  /** A legal hold, an appeal, an inquiry, an open case about the member's standing. */
  | { kind: 'hold' };

export type KeptBecause = 'held' | 'open_case' | 'member' | 'unused' | 'for_ever' | 'not_yet';

/** Whether evidence goes, and since when it might have; or why it stays. */
export type RetentionVerdict = { erase: true; since: Date } | { erase: false; because: KeptBecause };

/**
 * Evidence goes when every use of it has ended and the rule's days have passed since the last end. Whatever is open, held, or of
 * which the end is not known keeps all of it.
 */
export function retentionVerdict(uses: readonly EvidenceUse[], now: Date): RetentionVerdict {
  if (uses.some(({ kind }) => kind === 'hold')) return kept('held');
  const ends = uses.flatMap((use) => (use.kind === 'hold' ? [] : [endOf(use, hasMembership(uses))]));
  const open = ends.find((end) => typeof end === 'string');
  if (open !== undefined) return kept(open);
  const dates = ends.filter((end): end is Date => end instanceof Date);
  if (dates.length === 0) return kept('unused');
  const since = new Date(Math.max(...dates.map((date) => date.getTime())));
  return since <= now ? { erase: true, since } : kept('not_yet');
}

/** When the use no longer needs the evidence; null when another use decides; or why it needs it still. */
function endOf(use: Exclude<EvidenceUse, { kind: 'hold' }>, isMember: boolean): Date | null | KeptBecause {
  if (use.kind === 'membership') {
    return use.endedAt === null ? 'member' : after(use.endedAt, use.rule.formerMemberDays);
  }
  switch (use.state) {
    case 'open':
      return 'open_case';
    case 'admitted':
      // The membership that came of it decides; without one something is amiss, and nothing goes.
      return isMember ? null : 'open_case';
    case 'rejected':
      return use.endedAt === null ? 'open_case' : after(use.endedAt, use.rule.rejectedDays);
    case 'withdrawn':
      return use.endedAt === null ? 'open_case' : after(use.endedAt, use.rule.withdrawnDays);
  }
}

function after(date: Date, days: number | null): Date | 'for_ever' {
  return days === null ? 'for_ever' : new Date(date.getTime() + days * DAY_MS);
}

const hasMembership = (uses: readonly EvidenceUse[]): boolean =>
  uses.some(({ kind }) => kind === 'membership');
const kept = (because: KeptBecause): RetentionVerdict => ({ erase: false, because });
