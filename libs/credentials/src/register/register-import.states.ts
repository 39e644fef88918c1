import type { Transitions } from '@himpun/kernel';

/** `checked`: dry run without fault; `refused`: with faults; `confirmed`: being taken in; `current`: its entries count. */
export type ImportState = 'checked' | 'refused' | 'confirmed' | 'current' | 'superseded';

export type ImportAct = 'confirm' | 'finish' | 'supersede';

export const IMPORT_TRANSITIONS: Transitions<ImportState, ImportAct> = {
  checked: { confirm: 'confirmed', supersede: 'superseded' },
  refused: {},
  confirmed: { finish: 'current' },
  current: { supersede: 'superseded' },
  superseded: {},
};
