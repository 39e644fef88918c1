import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, newId, nextState, stale, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { mayManageActivities } from './activity.access';
import { ActivityCredit } from './activity-credit.entity';
import { Activity } from './activity.entity';
import { ActivityPlaces } from './activity-places.entity';
import { activityFaults, inOrder, spanOf, type ActivityPlan } from './activity.policy';
import { ActivitySession } from './activity-session.entity';
import { ACTIVITY_TRANSITIONS, type ActivityAct } from './activity.states';
import { lockedActivity } from './locked-activity';

/** What can be written about an activity at any time. */
export type ActivityText = ActivityPlan &
  Pick<
    Activity,
    'kind' | 'audience' | 'titleId' | 'titleEn' | 'aboutId' | 'aboutEn' | 'trainerPersonId' | 'requiredShare'
  >;

/** A new activity. */
export type NewActivity = ActivityText & { groupId: string; capacity: number };

/** Planning activities: drafting, revising, publishing, cancelling. */
@Injectable()
export class Activities {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a draft; returns its id.
   * @throws activity.forbidden, activity.invalid with one reason per fault
   */
  async draft(actor: Actor, plan: NewActivity): Promise<string> {
    const group = await this.groups.get(plan.groupId);
    if (!mayManageActivities(actor, group.path)) throw forbidden('activity');
    refuseFaults(plan);
    return this.transactions.run(async (tx) => {
      const id = newId();
      const { sessions, credits, capacity, ...columns } = plan;
      const createdAt = this.clock.now();
      await guardReferences(() =>
        tx.insert(Activity, { ...columns, ...spanOf(sessions), id, createdAt, state: 'draft' }),
      );
      const membersOnly = plan.audience === 'members';
      await tx.insert(ActivityPlaces, {
        activityId: id,
        capacity,
        membersOnly,
        opensAt: null,
        closesAt: null,
      });
      await this.writeSessions(tx, id, sessions);
      await writeCredits(tx, id, credits);
      await this.remember(tx, actor, 'activity.drafted', { id, groupId: plan.groupId });
      return id;
    });
  }

  /**
   * Rewrites the activity; sessions named by id are kept, others replaced.
   * @throws activity.not_found, activity.forbidden, activity.stale with what is stored, activity.invalid, activity.closed
   */
  async revise(actor: Actor, id: string, version: number, text: ActivityText): Promise<void> {
    refuseFaults(text);
    await this.transactions.run(async (tx) => {
      const activity = await lockedActivity(tx, this.groups, actor, id);
      if (activity.version !== version) throw stale('activity', currentOf(activity));
      if (activity.state === 'cancelled') throw closed();
      if (activity.state === 'published' && activity.audience !== text.audience) throw audienceFixed();
      const { sessions, credits, ...columns } = text;
      await guardReferences(() =>
        tx.update(Activity, { id }, { ...columns, ...spanOf(sessions), version: version + 1 }),
      );
      await this.writeSessions(tx, id, sessions);
      await tx.delete(ActivityCredit, { activityId: id });
      await writeCredits(tx, id, credits);
      const membersOnly = text.audience === 'members';
      const window = activity.state === 'published' ? { opensAt: text.opensAt, closesAt: text.closesAt } : {};
      await tx.update(ActivityPlaces, { activityId: id }, { membersOnly, ...window });
      await this.remember(tx, actor, 'activity.revised', activity);
      if (activity.state === 'published') {
        await this.outbox.announce(tx, 'programmes.activity_revised', { activityId: id });
      }
    });
  }

  /**
   * Shows the draft to everyone and opens registration in its window.
   * @throws activity.not_found, activity.forbidden, activity.closed
   */
  async publish(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const activity = await lockedActivity(tx, this.groups, actor, id);
      await this.move(tx, activity, 'publish', null);
      const { opensAt, closesAt } = activity;
      await tx.update(ActivityPlaces, { activityId: id }, { opensAt, closesAt });
      await this.remember(tx, actor, 'activity.published', activity);
      await this.outbox.announce(tx, 'programmes.activity_published', { activityId: id });
    });
  }

  /**
   * Calls the activity off; registrations stay as they were, and nobody can register any more.
   * @throws activity.not_found, activity.forbidden, activity.closed
   */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const activity = await lockedActivity(tx, this.groups, actor, id);
      await this.move(tx, activity, 'cancel', reason);
      await tx.update(ActivityPlaces, { activityId: id }, { opensAt: null });
      await this.remember(tx, actor, 'activity.cancelled', activity, reason);
      if (activity.state === 'published') await this.announceCalledOff(tx, id);
    });
  }

  /** One message for the activity, and one for each who must hear of it. */
  private async announceCalledOff(tx: EntityManager, activityId: string): Promise<void> {
    const living = await tx.query<{ registrationId: string }[]>(
      `SELECT id AS "registrationId" FROM registrations WHERE activity_id = $1 AND state <> 'cancelled' ORDER BY arrival`,
      [activityId],
    );
    await this.outbox.announceAll(tx, [
      { type: 'programmes.activity_cancelled', payload: { activityId } },
      ...living.map((payload) => ({ type: 'programmes.activity_called_off', payload: { ...payload } })),
    ]);
  }

  private async move(
    tx: EntityManager,
    activity: Activity,
    act: ActivityAct,
    reason: string | null,
  ): Promise<void> {
    const state = nextState(ACTIVITY_TRANSITIONS, activity.state, act);
    if (!state) throw closed();
    await tx.update(
      Activity,
      { id: activity.id },
      { state, cancelReason: reason, version: activity.version + 1 },
    );
  }

  private async writeSessions(
    tx: EntityManager,
    activityId: string,
    planned: ActivityPlan['sessions'],
  ): Promise<void> {
    const before = await tx.findBy(ActivitySession, { activityId });
    const kept = new Set(planned.map((session) => session.id));
    const gone = before.filter((session) => !kept.has(session.id)).map((session) => session.id);
    if (gone.length > 0) await guardReferences(() => tx.delete(ActivitySession, gone));
    for (const [place, { id, startsAt, endsAt }] of inOrder(planned).entries()) {
      const position = place + 1;
      if (id !== undefined && before.some((session) => session.id === id)) {
        await tx.update(ActivitySession, { id }, { startsAt, endsAt, position });
      } else {
        const createdAt = this.clock.now();
        await tx.insert(ActivitySession, { id: newId(), createdAt, activityId, startsAt, endsAt, position });
      }
    }
  }

  private remember(
    tx: EntityManager,
    actor: Actor,
    action: string,
    activity: Pick<Activity, 'id' | 'groupId'>,
    reason: string | null = null,
  ): Promise<void> {
    const { id: subjectId, groupId } = activity;
    return this.audit.record(tx, actor, { action, subjectType: 'activity', subjectId, groupId, reason });
  }
}

async function writeCredits(
  tx: EntityManager,
  activityId: string,
  credits: ActivityPlan['credits'],
): Promise<void> {
  const rows = credits.map(({ domain, hours }) => ({ activityId, domain, hours: hours.toFixed(1) }));
  if (rows.length > 0) await guardReferences(() => tx.insert(ActivityCredit, rows));
}

function refuseFaults(plan: ActivityPlan): void {
  const faults = activityFaults(plan);
  if (faults.length === 0) return;
  const id = 'Rencana kegiatan belum benar. Perbaiki yang ditandai.';
  throw new DomainError(
    'activity.invalid',
    { id, en: 'The plan of the activity is not right yet. Correct the marked fields.' },
    faults,
  );
}

const REFERENCES: Readonly<Record<string, { field: string; id: string; en: string }>> = {
  activities_trainer_person_id_fkey: {
    field: 'trainerPersonId',
    id: 'Pengajar ini tidak ditemukan.',
    en: 'This trainer was not found.',
  },
  activity_credits_domain_fkey: {
    field: 'credits',
    id: 'Ranah kredit ini tidak dikenal.',
    en: 'This credit domain is not known.',
  },
  attendances_session_id_fkey: {
    field: 'sessions',
    id: 'Sesi yang sudah memiliki catatan kehadiran tidak dapat dihapus.',
    en: 'A session with recorded attendance cannot be removed.',
  },
};

async function guardReferences(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const broken = Object.entries(REFERENCES).find(([constraint]) => violates(error, constraint));
    if (!broken) throw error;
    const { field, ...text } = broken[1];
    throw new DomainError('activity.invalid', text, [{ code: 'reference_unknown', field, text }]);
  }
}

function currentOf({
  version,
  titleId,
  titleEn,
  state,
  startsAt,
  endsAt,
}: Activity): Record<string, unknown> {
  return { version, titleId, titleEn, state, startsAt, endsAt };
}

function closed(): DomainError {
  return new DomainError('activity.closed', {
    id: 'Kegiatan ini sudah tidak dapat diubah begitu. Muat ulang untuk melihat keadaannya.',
    en: 'The activity is past this step. Reload to see its state.',
  });
}

function audienceFixed(): DomainError {
  const id = 'Sasaran peserta tidak dapat diubah setelah kegiatan diterbitkan.';
  const text = { id, en: 'The audience cannot change once the activity is published.' };
  return new DomainError('activity.invalid', text, [{ code: 'audience_fixed', field: 'audience', text }]);
}
