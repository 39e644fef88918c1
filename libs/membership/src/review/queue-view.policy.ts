import type { Reason } from '@himpun/kernel';
import { z } from 'zod';
import {
  GROUP_KINDS,
  QUEUE_SORTS,
  QUEUE_TABS,
  WAITING_ON,
  WHOLE_QUEUE,
  type QueueFilter,
} from './review-queue.filter';

/** An officer keeps no more views than this. */
export const MOST_VIEWS = 20;
const LONGEST_NAME = 60;

const filter = z.strictObject({
  tab: z.enum(QUEUE_TABS),
  sort: z.enum(QUEUE_SORTS as [string, ...string[]]),
  groupId: z.uuid().nullable(),
  gradeId: z.uuid().nullable(),
  kind: z.enum(GROUP_KINDS).nullable(),
  waitingOn: z.enum(WAITING_ON).nullable(),
  q: z.string().max(200),
});

/** A kept filter as the queue understands it today; null for what it no longer understands. */
export function keptFilter(kept: unknown): QueueFilter | null {
  const parsed = filter.safeParse({ ...WHOLE_QUEUE, ...(kept as object) });
  return parsed.success ? parsed.data : null;
}

/** Why a view does not show what it showed when it was kept. */
export type ViewProblem = 'unreadable' | 'group_lost' | 'rule_changed' | null;

/**
 * What is no longer right with a kept view: its filter is not understood, its group is not one that the officer reviews, or the
 * rule of its grade was published anew.
 */
export function viewProblem(view: {
  filter: QueueFilter | null;
  /** The group that it filters by, as far as the officer reviews it; null where it filters by none. */
  isGroupReviewed: boolean | null;
  /** The rule of its grade when the view was kept, and now. */
  ruleId: string | null;
  currentRuleId: string | null;
}): ViewProblem {
  if (view.filter === null) return 'unreadable';
  if (view.isGroupReviewed === false) return 'group_lost';
  return view.filter.gradeId !== null && view.ruleId !== view.currentRuleId ? 'rule_changed' : null;
}

/** What is wrong with the name of a view. */
export function viewNameFaults(name: string): Reason[] {
  const length = name.trim().length;
  return length >= 1 && length <= LONGEST_NAME ? [] : [NAME];
}

const NAME: Reason = {
  code: 'view_name',
  field: 'name',
  text: { id: 'Tulis nama 1 sampai 60 huruf.', en: 'Write a name of 1 to 60 characters.' },
};
