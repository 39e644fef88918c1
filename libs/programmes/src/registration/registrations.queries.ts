import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Audience } from '../activity/activity.entity';
import type { ActivityState } from '../activity/activity.states';
import type { RegistrationState } from './registration.states';

/** What stands between a person and a registration. */
export interface ActivityGate {
  state: ActivityState;
  audience: Audience;
  opensAt: Date;
  closesAt: Date;
  trainerPersonId: string | null;
  groupPath: string[];
  /** The activity's group, those above it, and those below: a member of any of them counts. */
  groupTree: string[];
}

/** What a cancellation depends on. */
export interface CancellationFacts {
  personId: string;
  activityId: string;
  groupId: string;
  state: RegistrationState;
  startsAt: Date;
  attendedSessions: number;
}

/** A registration of the person, with what its activity is. */
export interface OwnRegistration {
  id: string;
  activityId: string;
  state: RegistrationState;
  arrival: number;
  code: string;
  registeredAt: Date;
  waitlistPosition: number | null;
  titleId: string;
  titleEn: string;
  activityState: ActivityState;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  place: string | null;
  link: string | null;
  sessions: number;
  attendedSessions: number;
  /** Code of the certificate of attendance, once there is one. */
  certificateCode: string | null;
}

/** One line of the list at the door. */
export interface RosterLine {
  registrationId: string;
  personId: string;
  fullName: string;
  state: RegistrationState;
  arrival: number;
  waitlistPosition: number | null;
  attendances: { id: string; sessionId: string; at: string }[];
}

const POSITION = `CASE WHEN r.state = 'waitlisted' THEN (SELECT count(*)::int FROM registrations w
  WHERE w.activity_id = r.activity_id AND w.state = 'waitlisted' AND w.arrival <= r.arrival) END AS "waitlistPosition"`;

/** Reads of registrations. */
@Injectable()
export class RegistrationQueries {
  constructor(private readonly sql: Sql) {}

  gate(activityId: string): Promise<ActivityGate | null> {
    return this.sql.row<ActivityGate & Record<string, unknown>>(
      `SELECT a.state, a.audience, a.opens_at AS "opensAt", a.closes_at AS "closesAt",
         a.trainer_person_id AS "trainerPersonId", g.path AS "groupPath",
         g.path || ARRAY(SELECT b.id FROM groups b WHERE b.path @> ARRAY[g.id] AND b.id <> g.id) AS "groupTree"
       FROM activities a JOIN groups g ON g.id = a.group_id WHERE a.id = $1`,
      [activityId],
    );
  }

  cancellationFacts(registrationId: string): Promise<CancellationFacts | null> {
    return this.sql.row<CancellationFacts & Record<string, unknown>>(
      `SELECT r.person_id AS "personId", r.activity_id AS "activityId", a.group_id AS "groupId", r.state,
         a.starts_at AS "startsAt",
         (SELECT count(*)::int FROM attendances t WHERE t.registration_id = r.id) AS "attendedSessions"
       FROM registrations r JOIN activities a ON a.id = r.activity_id WHERE r.id = $1`,
      [registrationId],
    );
  }

  /** The person's living registrations, the next first, then those that are over. */
  own(personId: string, now: Date): Promise<OwnRegistration[]> {
    return this.sql.rows<OwnRegistration & Record<string, unknown>>(
      `SELECT r.id, r.activity_id AS "activityId", r.state, r.arrival, r.code, r.created_at AS "registeredAt", ${POSITION},
         a.title_id AS "titleId", a.title_en AS "titleEn", a.state AS "activityState", a.starts_at AS "startsAt",
         a.ends_at AS "endsAt", a.zone, a.place, CASE WHEN r.state = 'confirmed' THEN a.link END AS link,
         (SELECT count(*)::int FROM activity_sessions s WHERE s.activity_id = a.id) AS sessions,
         (SELECT count(*)::int FROM attendances t WHERE t.registration_id = r.id) AS "attendedSessions",
         c.code AS "certificateCode"
       FROM registrations r JOIN activities a ON a.id = r.activity_id LEFT JOIN certificates c ON c.id = r.certificate_id
       WHERE r.person_id = $1 AND r.state <> 'cancelled'
       ORDER BY a.ends_at < $2, CASE WHEN a.ends_at >= $2 THEN a.starts_at END, a.starts_at DESC LIMIT 200`,
      [personId, now],
    );
  }

  /** The door's list: by name, confirmed before waitlisted. `q` narrows by name. */
  roster(activityId: string, q: string): Promise<RosterLine[]> {
    return this.sql.rows<RosterLine & Record<string, unknown>>(
      `SELECT r.id AS "registrationId", r.person_id AS "personId", p.full_name AS "fullName", r.state, r.arrival, ${POSITION},
         coalesce((SELECT json_agg(json_build_object('id', t.id, 'sessionId', t.session_id, 'at', t.created_at))
           FROM attendances t WHERE t.registration_id = r.id), '[]') AS attendances
       FROM registrations r JOIN people p ON p.id = r.person_id
       WHERE r.activity_id = $1 AND r.state <> 'cancelled'
         AND ($2 = '' OR p.search_name LIKE '%' || replace(replace(replace(searchable($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
       ORDER BY r.state, CASE WHEN r.state = 'waitlisted' THEN r.arrival END, p.search_name LIMIT 1000`,
      [activityId, q],
    );
  }
}
