import type { Bilingual, Reason } from '@himpun/kernel';
import type { MergeChange } from './merge-plan';

/** How long a merge can be undone, in days. */
export const UNDO_DAYS = 90;

/** Until when a merge of this instant can be undone. */
export function undoUntil(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNDO_DAYS * 86_400_000);
}

/** What decides whether a merge can be undone. */
export interface UndoFacts {
  undoneAt: Date | null;
  undoUntil: Date;
  /** The survivor is a tombstone too by now. */
  survivorMerged: boolean;
  /** What was written since and rests on what was moved. */
  obstacles: readonly Bilingual[];
}

/** Why a merge cannot be undone; empty when it can. */
export function undoRefusals(facts: UndoFacts, now: Date): Reason[] {
  const found: Reason[] = [];
  if (facts.undoneAt) found.push(UNDONE);
  else if (now > facts.undoUntil) found.push(TOO_LATE);
  if (facts.survivorMerged) found.push(LATER_MERGE);
  return [...found, ...facts.obstacles.map((text) => ({ code: 'later_facts', text }))];
}

/** What undoing writes: each change the other way round, the last one first. */
export function turnedBack(changes: readonly MergeChange[]): MergeChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

const reason = (code: string, id: string, en: string): Reason => ({ code, text: { id, en } });
const UNDONE = reason(
  'undone_already',
  'Penggabungan ini sudah dibatalkan.',
  'This merge has been undone already.',
);
const TOO_LATE = reason(
  'too_late',
  `Penggabungan hanya dapat dibatalkan dalam ${UNDO_DAYS} hari.`,
  `A merge can be undone within ${UNDO_DAYS} days only.`,
);
const LATER_MERGE = reason(
  'later_merge',
  'Orang yang tetap sudah digabungkan lagi dengan orang lain. Batalkan penggabungan itu lebih dahulu.',
  'The person who stayed has been merged with somebody else since. Undo that merge first.',
);
