import { holdsPower, type Actor } from '@himpun/kernel';

/** What access to an activity depends on. */
export interface ActivityFacts {
  state: 'draft' | 'published' | 'cancelled';
  trainerPersonId: string | null;
  /** Ids from the root group down to the activity's group. */
  groupPath: readonly string[];
}

/** Whether the actor plans activities of this group. */
export function mayManageActivities(actor: Actor | null, groupPath: readonly string[]): boolean {
  return actor !== null && holdsPower(actor, 'activities.manage', groupPath);
}

/** Whether the actor stands at the door of this activity: its trainer, or an officer who records attendance. */
export function mayRecordAttendance(actor: Actor | null, activity: ActivityFacts): boolean {
  if (actor === null) return false;
  const isTrainer = activity.trainerPersonId !== null && activity.trainerPersonId === actor.personId;
  return (
    isTrainer ||
    holdsPower(actor, 'attendance.record', activity.groupPath) ||
    mayManageActivities(actor, activity.groupPath)
  );
}

/** Whether the actor may know of the activity: drafts are the planners' and the trainer's. */
export function maySeeActivity(actor: Actor | null, activity: ActivityFacts): boolean {
  return activity.state !== 'draft' || mayRecordAttendance(actor, activity);
}
