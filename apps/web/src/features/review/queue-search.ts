export const TABS = ['mine', 'unassigned', 'team', 'applicant', 'overdue'] as const;
export const WAITING_ON = ['officer', 'source', 'applicant'] as const;

const SORTS = [
  'due',
  '-due',
  'submitted',
  '-submitted',
  'applicant',
  '-applicant',
  'reference',
  '-reference',
  'group',
  '-group',
] as const;

export type QueueTab = (typeof TABS)[number];
export type WaitingOn = (typeof WAITING_ON)[number];

/** What of the queue is shown; all of it lives in the address. */
export interface QueueSearch {
  tab?: QueueTab;
  /** `due`, `submitted`, `applicant`, `reference` or `group`; `-` turns it round. */
  sort?: (typeof SORTS)[number];
  q?: string;
  group?: string;
  waiting?: WaitingOn;
  page?: number;
}

const ID = /^[0-9a-f-]{36}$/;

/** Reads an address; what it cannot mean is left out. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const page = Math.floor(Number(search.page));
  return {
    tab: oneOf(TABS, search.tab),
    sort: oneOf(SORTS, search.sort),
    q: typeof search.q === 'string' && search.q.trim() !== '' ? search.q.slice(0, 200) : undefined,
    group: matching(ID, search.group),
    waiting: oneOf(WAITING_ON, search.waiting),
    page: page > 1 ? page : undefined,
  };
}

/** The list that a correction was begun from, and the part that is marked to begin with. */
export interface CorrectionSearch extends QueueSearch {
  part?: string;
}

/** The address of a correction. */
export function readCorrectionSearch(search: Record<string, unknown>): CorrectionSearch {
  return {
    ...readQueueSearch(search),
    part: typeof search.part === 'string' ? search.part.slice(0, 100) : undefined,
  };
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((item) => item === value);
}

function matching(shape: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}
