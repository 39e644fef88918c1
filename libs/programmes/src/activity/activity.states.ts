import type { Transitions } from '@himpun/kernel';

export type ActivityState = 'draft' | 'published' | 'cancelled';
export type ActivityAct = 'publish' | 'cancel';

/** A cancelled activity stays cancelled: whoever registered was told so. */
export const ACTIVITY_TRANSITIONS: Transitions<ActivityState, ActivityAct> = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { cancel: 'cancelled' },
  cancelled: {},
};
