import { useState } from 'react';
import type { SeenCase } from './queue-views.api';
import type { QueueLine } from './review.api';

/** Cases that an officer has picked out of the list, in the versions they saw; kept over pages of the same list. */
export interface Selection {
  cases: SeenCase[];
  has: (id: string) => boolean;
  toggle: (line: QueueLine) => void;
  add: (lines: readonly QueueLine[]) => void;
  clear: () => void;
}

/** No more than a batch may hold. */
export const MOST_SELECTED = 200;

/** @param list names the list; another list begins with nothing selected. */
export function useSelection(list: string): Selection {
  const [kept, setKept] = useState<{ list: string; cases: SeenCase[] }>({ list, cases: [] });
  const cases = kept.list === list ? kept.cases : [];
  const set = (next: SeenCase[]) => setKept({ list, cases: next.slice(0, MOST_SELECTED) });
  const has = (id: string) => cases.some((one) => one.id === id);
  return {
    cases,
    has,
    toggle: ({ id, version }) =>
      set(has(id) ? cases.filter((one) => one.id !== id) : [...cases, { id, version }]),
    add: (lines) =>
      set([...cases, ...lines.filter(({ id }) => !has(id)).map(({ id, version }) => ({ id, version }))]),
    clear: () => set([]),
  };
}
