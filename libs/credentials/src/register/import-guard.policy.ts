import type { Reason } from '@himpun/kernel';
import type { ChangeCounts } from './file/register-file';
import type { ImportState, VersionKind } from './register-import.states';

/** Shares of the holders in the register above which an officer has to say why, in percent. */
export const GUARD_LIMITS = { removed: 10, struck: 5, changed: 50 } as const;
/** So few never ask for a reason: in a small register one holder is a large share. */
const FEW = 5;

/** What stands out in a version that waits to be confirmed. */
export interface Proposal {
  kind: VersionKind;
  /** Null: there is nothing to compare with. */
  changes: ChangeCounts | null;
}

/** Why the version needs the officer's reason: shares of holders that drop out, lose their standing, or change. */
export function guardReasons({ kind, changes }: Proposal): Reason[] {
  if (changes === null || kind !== 'file') return [];
  const before = changes.same + changes.changed + changes.removed;
  const over = (count: number, limit: number): boolean => count >= FEW && count * 100 > before * limit;
  const share = (count: number): string => String(Math.round((count * 1000) / before) / 10);
  return [
    ...(over(changes.removed, GUARD_LIMITS.removed) ? [dropped(share(changes.removed))] : []),
    ...(over(changes.struck, GUARD_LIMITS.struck) ? [struck(share(changes.struck))] : []),
    ...(over(changes.changed, GUARD_LIMITS.changed) ? [changed(share(changes.changed))] : []),
    ...(changes.byHand > 0 ? [byHand(changes.byHand)] : []),
  ];
}

/** What has to be so before a version is taken in. */
export interface Confirmation extends Proposal {
  state: ImportState;
  /** It was compared with the version that counts now. */
  isUpToDate: boolean;
  reason: string | null;
}

/** Why it cannot be confirmed; null when it can. A confirmed one may be confirmed again, which changes nothing. */
export function confirmationRefusal(asked: Confirmation): 'closed' | 'outdated' | 'reason_missing' | null {
  if (asked.state !== 'checked') return 'closed';
  if (!asked.isUpToDate) return 'outdated';
  const needsReason = guardReasons(asked).length > 0;
  return needsReason && (asked.reason ?? '').trim() === '' ? 'reason_missing' : null;
}

const dropped = (percent: string): Reason => ({
  code: 'drops_holders',
  text: {
    id: `Berkas ini menghilangkan ${percent.replace('.', ',')} % pemegang.`,
    en: `This file drops ${percent} % of the holders.`,
  },
});
const struck = (percent: string): Reason => ({
  code: 'strikes_holders',
  text: {
    id: `Berkas ini mencabut status aktif ${percent.replace('.', ',')} % pemegang.`,
    en: `This file takes ${percent} % of the holders out of the active status.`,
  },
});
const changed = (percent: string): Reason => ({
  code: 'changes_holders',
  text: {
    id: `Berkas ini mengubah ${percent.replace('.', ',')} % pemegang. Mungkin kolomnya tertukar.`,
    en: `This file changes ${percent} % of the holders. Columns may have been mixed up.`,
  },
});
const byHand = (count: number): Reason => ({
  code: 'overwrites_corrections',
  text: {
    id: `Berkas ini menimpa perbaikan tangan: ${count}.`,
    en: `This file overwrites corrections made by hand: ${count}.`,
  },
});
