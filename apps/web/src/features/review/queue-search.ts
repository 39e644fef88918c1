export const TABS = ['mine', 'unassigned', 'team', 'applicant', 'overdue'] as const;
export const WAITING_ON = ['officer', 'source', 'applicant'] as const;
export const KINDS = ['professional', 'volunteer'] as const;

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
export type GroupKind = (typeof KINDS)[number];

/** What of the queue is shown; all of it lives in the address. */
export interface QueueSearch {
  tab?: QueueTab;
  /** `due`, `submitted`, `applicant`, `reference` or `group`; `-` turns it round. */
  sort?: (typeof SORTS)[number];
  q?: string;
  group?: string;
  grade?: string;
  kind?: GroupKind;
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
    grade: matching(ID, search.grade),
    kind: oneOf(KINDS, search.kind),
    waiting: oneOf(WAITING_ON, search.waiting),
    page: page > 1 ? page : undefined,
  };
}

/** A kept filter as an address: what is usual is left out, but for the tab, so that the address says which part it is. */
export function searchOfFilter(filter: Record<string, unknown>): QueueSearch {
  const { groupId: group, gradeId: grade, waitingOn: waiting, sort, ...rest } = filter;
  return readQueueSearch({ ...rest, group, grade, waiting, sort: sort === 'due' ? undefined : sort });
}

/** Whether two addresses show the same list, whatever page of it. */
export function isSameList(one: QueueSearch, other: QueueSearch): boolean {
  const plain = ({ page: _page, tab = 'team', sort = 'due', ...rest }: QueueSearch) =>
    [tab, sort, rest.q ?? '', rest.group ?? '', rest.grade ?? '', rest.kind ?? '', rest.waiting ?? ''].join(
      '\n',
    );
  return plain(one) === plain(other);
}

/** Whether the address says nothing: the queue then opens as the officer chose. */
export function saysNothing(search: QueueSearch): boolean {
  return Object.values(search).every((value) => value === undefined);
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
