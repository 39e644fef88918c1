import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { ActivityState } from '../activity/activity.states';
import type { DoorSession } from './check-in.policy';

/** An activity as the door sees it. */
export interface DoorActivity {
  id: string;
  groupId: string;
  groupPath: string[];
  state: ActivityState;
  trainerPersonId: string | null;
  titleId: string;
  titleEn: string;
  zone: string;
  requiredShare: number;
  /** In order of time. */
  sessions: DoorSession[];
}

/** A registration locked by the transaction at the door. */
export interface LockedRegistration {
  id: string;
  activityId: string;
  personId: string;
  state: 'confirmed' | 'waitlisted' | 'cancelled';
  certificateId: string | null;
  /** The person's name. */
  fullName: string;
  /** As it is to be printed on certificates. */
  printedName: string;
}

/** A check-in that is recorded. */
export interface RecordedCheckIn {
  id: string;
  at: Date;
  /** Who recorded it. */
  by: string | null;
}

type SessionRow = { id: string; startsAt: string; endsAt: string };

/** Reads of the door. */
@Injectable()
export class DoorQueries {
  constructor(private readonly sql: Sql) {}

  /** @throws activity.not_found */
  async activity(id: string): Promise<DoorActivity> {
    const row = await this.sql.row<
      Omit<DoorActivity, 'sessions'> & { sessions: SessionRow[] } & Record<string, unknown>
    >(ACTIVITY, [id]);
    if (!row) throw notFound('activity');
    const sessions = row.sessions.map((session) => ({
      id: session.id,
      startsAt: new Date(session.startsAt),
      endsAt: new Date(session.endsAt),
    }));
    return { ...row, sessions };
  }

  /** The activity of a registration; null when there is no such registration. */
  async activityOf(registrationId: string): Promise<{ activityId: string; personId: string } | null> {
    return this.sql.row(
      'SELECT activity_id AS "activityId", person_id AS "personId" FROM registrations WHERE id = $1',
      [registrationId],
    );
  }

  /** What an undo is about; null when the check-in is not there (any more). */
  async checkIn(id: string): Promise<{ registrationId: string; activityId: string; startsAt: Date } | null> {
    return this.sql.row(
      `SELECT t.registration_id AS "registrationId", r.activity_id AS "activityId", s.starts_at AS "startsAt"
       FROM attendances t JOIN registrations r ON r.id = t.registration_id JOIN activity_sessions s ON s.id = t.session_id
       WHERE t.id = $1`,
      [id],
    );
  }

  /** How many are in at a session, of how many places taken. */
  async counts(activityId: string, sessionId: string): Promise<{ inside: number; expected: number }> {
    const row = await this.sql.row<{ inside: number; expected: number }>(
      `SELECT (SELECT count(*)::int FROM attendances WHERE session_id = $2) AS inside, taken AS expected
       FROM activity_places WHERE activity_id = $1`,
      [activityId, sessionId],
    );
    return row ?? { inside: 0, expected: 0 };
  }
}

/** Locks the registration with this code or id, so that two doors take turns. */
export async function lockRegistration(
  tx: EntityManager,
  by: { code: string } | { id: string },
): Promise<LockedRegistration | null> {
  const [column, value] = 'code' in by ? ['code', by.code] : ['id', by.id];
  const [row] = await tx.query<LockedRegistration[]>(
    `SELECT r.id, r.activity_id AS "activityId", r.person_id AS "personId", r.state, r.certificate_id AS "certificateId",
       p.full_name AS "fullName", coalesce(p.certificate_name,
         concat(p.title_before || ' ', p.full_name, ', ' || p.title_after)) AS "printedName"
     FROM registrations r JOIN people p ON p.id = r.person_id WHERE r.${column} = $1 FOR NO KEY UPDATE OF r`,
    [value],
  );
  return row ?? null;
}

/** Who let this registration in to this session, and when; null when nobody did. */
export async function recordedCheckIn(
  tx: EntityManager,
  registrationId: string,
  sessionId: string,
): Promise<RecordedCheckIn | null> {
  const [row] = await tx.query<RecordedCheckIn[]>(
    `SELECT t.id, t.created_at AS at, p.full_name AS by FROM attendances t LEFT JOIN people p ON p.id = t.recorded_by
     WHERE t.registration_id = $1 AND t.session_id = $2`,
    [registrationId, sessionId],
  );
  return row ?? null;
}

const ACTIVITY = `
  SELECT a.id, a.group_id AS "groupId", g.path AS "groupPath", a.state, a.trainer_person_id AS "trainerPersonId",
    a.title_id AS "titleId", a.title_en AS "titleEn", a.zone, a.required_share AS "requiredShare",
    (SELECT json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at) ORDER BY s.position)
     FROM activity_sessions s WHERE s.activity_id = a.id) AS sessions
  FROM activities a JOIN groups g ON g.id = a.group_id WHERE a.id = $1`;
