import type { GroupQueries } from '@himpun/groups';
import { forbidden, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayManageActivities, maySeeActivity } from './activity.access';
import { Activity } from './activity.entity';

/**
 * The activity, locked against other planners until the transaction ends; registrations lock its places only.
 * @throws activity.not_found where the actor may not know of it, activity.forbidden where they may not plan it
 */
export async function lockedActivity(
  tx: EntityManager,
  groups: GroupQueries,
  actor: Actor,
  id: string,
): Promise<Activity> {
  const activity = await tx.findOne(Activity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!activity) throw notFound('activity');
  const { path } = await groups.get(activity.groupId);
  if (!maySeeActivity(actor, { ...activity, groupPath: path })) throw notFound('activity');
  if (!mayManageActivities(actor, path)) throw forbidden('activity');
  return activity;
}
