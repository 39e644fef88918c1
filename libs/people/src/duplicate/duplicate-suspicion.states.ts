import type { Transitions } from '@himpun/kernel';

export type SuspicionState = 'open' | 'dismissed' | 'merged';
export type SuspicionAct = 'dismiss' | 'merge' | 'reopen';

/** A dismissed pair is opened again by a new fact, a merged one by undoing the merge. */
export const SUSPICION_TRANSITIONS: Transitions<SuspicionState, SuspicionAct> = {
  open: { dismiss: 'dismissed', merge: 'merged' },
  dismissed: { reopen: 'open' },
  merged: { reopen: 'open' },
};
