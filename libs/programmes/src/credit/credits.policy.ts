/** Hours per domain, in tenths so that sums are exact. */
export type Tenths = Readonly<Record<string, number>>;

/** A line to be added to the ledger. */
export interface OwedEntry {
  domain: string;
  kind: 'attendance' | 'correction';
  /** Never zero; negative only for a correction. */
  tenths: number;
}

/** What the ledger of one registration says per domain: the sum, and how many lines it took. */
export type Booked = Readonly<Record<string, { tenths: number; entries: number }>>;

/**
 * The lines that bring the ledger to what is due. The first line of a domain is the attendance itself; whatever changes
 * afterwards is a correction, so that nothing written is ever altered.
 */
export function entriesOwed(due: Tenths, booked: Booked): OwedEntry[] {
  const domains = [...new Set([...Object.keys(due), ...Object.keys(booked)])].sort();
  return domains.flatMap((domain): OwedEntry[] => {
    const before = booked[domain] ?? { tenths: 0, entries: 0 };
    const tenths = (due[domain] ?? 0) - before.tenths;
    if (tenths === 0) return [];
    return [{ domain, tenths, kind: before.entries === 0 ? 'attendance' : 'correction' }];
  });
}

/** How far a year's hours reach towards the target, in whole percent up to 100; null without a target. */
export function targetShare(hours: number, target: number | null): number | null {
  if (target === null || target <= 0) return null;
  return Math.max(0, Math.min(100, Math.floor((hours / target) * 100)));
}
