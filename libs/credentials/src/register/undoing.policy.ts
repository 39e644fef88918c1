import type { HolderEntry } from './file/register-file';
import type { ChangeKind } from './register-change.entity';
import type { ImportState } from './register-import.states';

/** What a version did to one holder; null stands for no entry. */
export interface EntryChange {
  before: HolderEntry | null;
  after: HolderEntry | null;
}

/** Who has written the same holder since: a later file or rollback, or a hand. */
export type LaterWriter = 'file' | 'hand';

/** What undoing a version means for one holder that it had changed. */
export type Undoing = { kind: 'undone'; change: EntryChange } | { kind: 'left'; by: LaterWriter };

/**
 * Undoes what a version did to one holder: the entry becomes what it was before that version, unless something later has
 * written it. Later files and corrections stay, whatever they wrote; only what the version itself did goes.
 */
export function undoing(
  done: EntryChange,
  later: readonly LaterWriter[],
  present: HolderEntry | null,
): Undoing {
  if (later.length > 0) return { kind: 'left', by: later.includes('hand') ? 'hand' : 'file' };
  if (!sameEntry(present, done.after)) return { kind: 'left', by: 'file' };
  return { kind: 'undone', change: { before: present, after: done.before } };
}

/** Whether two entries say the same. */
export function sameEntry(one: HolderEntry | null, other: HolderEntry | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.number === other.number &&
    one.name === other.name &&
    one.birthDate === other.birthDate &&
    one.profession === other.profession &&
    one.status === other.status &&
    one.validFrom === other.validFrom &&
    one.validUntil === other.validUntil
  );
}

/** The kind of a change; null when nothing changes. */
export function kindOf({ before, after }: EntryChange): ChangeKind | null {
  if (sameEntry(before, after)) return null;
  if (before === null) return 'new';
  return after === null ? 'gone' : 'changed';
}

/** What is known of a version that somebody wants undone. */
export interface Undoable {
  state: ImportState;
  /** It counted once, or counts. */
  hasCounted: boolean;
  isFirst: boolean;
  isUndone: boolean;
  /** Another version is being taken in. */
  isBusy: boolean;
}

/** Why a version cannot be undone; null when it can. */
export function undoingRefusal(version: Undoable): 'unused' | 'first' | 'undone' | 'busy' | null {
  if (!version.hasCounted) return 'unused';
  // Nothing stood there before: undoing it would leave a register of nobody, and every check would say "not found".
  if (version.isFirst) return 'first';
  if (version.isUndone) return 'undone';
  return version.isBusy ? 'busy' : null;
}
