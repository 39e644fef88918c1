import type { Transitions } from '@himpun/kernel';

/**
 * `refused`: its file has faults; `draft`: read without a fault, nobody was asked yet; `running`: sources are asked;
 * `cancelled`: an officer stopped it; `finished`: every row has its result.
 */
export type ListState = 'refused' | 'draft' | 'running' | 'cancelled' | 'finished';

export type ListAct = 'pass' | 'refuse' | 'start' | 'cancel' | 'resume' | 'finish' | 'repeat';

/** `repeat` asks again where a source had no answer. */
export const LIST_TRANSITIONS: Transitions<ListState, ListAct> = {
  refused: { pass: 'draft', refuse: 'refused' },
  draft: { pass: 'draft', refuse: 'refused', start: 'running' },
  running: { cancel: 'cancelled', finish: 'finished' },
  cancelled: { resume: 'running' },
  finished: { repeat: 'running' },
};
