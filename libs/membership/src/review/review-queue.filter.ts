/** For whom a case waits: the applicant after a return, a source while checks run, an officer otherwise. */
export const WAITING_ON = ['applicant', 'source', 'officer'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

/** `team`: every open case of the groups that the officer reviews, whoever has it. */
export const QUEUE_TABS = ['mine', 'unassigned', 'team', 'applicant', 'overdue'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const SORT_NAMES = ['due', 'submitted', 'applicant', 'reference', 'group'] as const;
export type QueueSort = (typeof SORT_NAMES)[number];

/** Allowed orders; a leading `-` turns one round. Cases whose clock stands come after those that are due. */
export const QUEUE_SORTS: readonly string[] = SORT_NAMES.flatMap((name) => [name, `-${name}`]);

/** Kinds of groups that applications go to. */
export const GROUP_KINDS = ['professional', 'volunteer'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Which cases of the queue, and in what order. */
export interface QueueFilter {
  tab: QueueTab;
  /** One of `QUEUE_SORTS`. */
  sort: string;
  /** A group and all below it. */
  groupId: string | null;
  gradeId: string | null;
  kind: GroupKind | null;
  waitingOn: WaitingOn | null;
  /** Part of the applicant's name or of the reference. */
  q: string;
}

/** The whole queue, what is due first on top. */
export const WHOLE_QUEUE: QueueFilter = {
  tab: 'team',
  sort: 'due',
  groupId: null,
  gradeId: null,
  kind: null,
  waitingOn: null,
  q: '',
};

/** An order taken apart; what is not offered is the usual one. */
export function orderOf(sort: string): { by: QueueSort; isDown: boolean } {
  const by = SORT_NAMES.find((name) => name === sort.replace(/^-/, '')) ?? 'due';
  return { by, isDown: sort.startsWith('-') };
}
