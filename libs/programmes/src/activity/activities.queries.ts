import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, notFound, type Actor } from '@himpun/kernel';
import { mayManageActivities, mayRecordAttendance, maySeeActivity } from './activity.access';
import { DETAIL, SEARCH } from './activity.statements';
import type { ActivityKind, Audience } from './activity.entity';
import type { ActivityState } from './activity.states';

/** What the catalogue can be narrowed by. */
export interface ActivityFilter {
  q: string;
  kind: ActivityKind | null;
  /** The group and everything below it. */
  groupId: string | null;
  /** Activities that end at or after this instant; null for those that are not over. */
  from: Date | null;
  /** … and begin before this one. */
  to: Date | null;
  /** `managed`: only what the actor plans or stands at the door of, drafts and past ones too. */
  scope: 'all' | 'managed';
  page: number;
  pageSize: number;
}

/** One line of the catalogue. */
export interface ActivityLine {
  id: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  kind: ActivityKind;
  state: ActivityState;
  audience: Audience;
  titleId: string;
  titleEn: string;
  place: string | null;
  isOnline: boolean;
  zone: string;
  opensAt: Date;
  closesAt: Date;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
  /** The reader's own living registration. */
  myState: 'confirmed' | 'waitlisted' | null;
  creditHours: number;
}

/** An activity as its page shows it. */
export interface ActivityDetail extends ActivityLine {
  version: number;
  aboutId: string;
  aboutEn: string;
  /** Only for confirmed participants and staff. */
  link: string | null;
  trainerPersonId: string | null;
  trainerName: string | null;
  requiredShare: number;
  cancelReason: string | null;
  sessions: { id: string; position: number; startsAt: string; endsAt: string }[];
  credits: { domain: string; nameId: string; nameEn: string; hours: number }[];
  mine: {
    id: string;
    state: 'confirmed' | 'waitlisted';
    arrival: number;
    code: string;
    registeredAt: string;
    waitlistPosition: number | null;
  } | null;
  /** What the reader may do here. */
  mayManage: boolean;
  mayRecord: boolean;
}

/** Reads of activities. */
@Injectable()
export class ActivityQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The catalogue, by time; drafts are left out unless the scope is the actor's own. */
  async search(
    actor: Actor | null,
    filter: ActivityFilter,
  ): Promise<{ items: ActivityLine[]; total: number }> {
    const managed = filter.scope === 'managed';
    const rows = await this.sql.rows<ActivityLine & { total: number } & Record<string, unknown>>(SEARCH, [
      actor?.personId ?? null,
      filter.q.trim(),
      filter.kind,
      filter.groupId,
      managed ? filter.from : (filter.from ?? this.clock.now()),
      filter.to,
      managed,
      managed ? staffGroups(actor) : [],
      filter.pageSize,
      (filter.page - 1) * filter.pageSize,
    ]);
    const total = rows[0]?.total ?? 0;
    return { total, items: rows.filter((row) => row.id !== null) };
  }

  /** @throws activity.not_found, also for a draft that the actor may not know of */
  async get(actor: Actor | null, id: string): Promise<ActivityDetail> {
    type Row = ActivityDetail & { groupPath: string[] } & Record<string, unknown>;
    const row = await this.sql.row<Row>(DETAIL, [id, actor?.personId ?? null]);
    if (!row || !maySeeActivity(actor, row)) throw notFound('activity');
    const mayManage = mayManageActivities(actor, row.groupPath);
    const mayRecord = mayRecordAttendance(actor, row);
    const link = mayRecord || row.mine?.state === 'confirmed' ? row.link : null;
    return { ...row, link, mayManage, mayRecord };
  }

  /** The domains that credits count in, in order. */
  domains(): Promise<{ code: string; nameId: string; nameEn: string }[]> {
    return this.sql.rows(
      'SELECT code, name_id AS "nameId", name_en AS "nameEn" FROM credit_domains ORDER BY position',
    );
  }
}

function staffGroups(actor: Actor | null): string[] {
  const powers = ['activities.manage', 'attendance.record'];
  return (actor?.powers ?? []).filter((held) => powers.includes(held.power)).map((held) => held.groupId);
}
