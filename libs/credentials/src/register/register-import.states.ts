import type { Transitions } from '@himpun/kernel';

/**
 * `reading`: dry run under way; `checked`: dry run without fault; `refused`: with faults; `confirmed`: being taken in;
 * `current`: the register's version; `superseded`: a later one took its place, or it was never used.
 */
export type ImportState = 'reading' | 'checked' | 'refused' | 'confirmed' | 'current' | 'superseded';

export type ImportAct = 'pass' | 'refuse' | 'reread' | 'confirm' | 'finish' | 'supersede';

export const IMPORT_TRANSITIONS: Transitions<ImportState, ImportAct> = {
  reading: { pass: 'checked', refuse: 'refused', reread: 'reading', supersede: 'superseded' },
  checked: { confirm: 'confirmed', reread: 'reading', supersede: 'superseded' },
  refused: { reread: 'reading', supersede: 'superseded' },
  confirmed: { finish: 'current' },
  current: { supersede: 'superseded' },
  superseded: {},
};

/** What made a version: a file of the authority, a correction by hand, or the undoing of another version. */
export type VersionKind = 'file' | 'correction' | 'rollback';
