import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { RegistrationState } from './registration.states';

/** What a letter about a place names. */
export interface RegistrationLetter {
  personId: string;
  activityId: string;
  titleId: string;
  titleEn: string;
  zone: string;
  /** Begin of the first session. */
  startsAt: Date;
  state: RegistrationState;
  /** Why the activity was called off; null while it was not. */
  cancelReason: string | null;
  /** On the waiting list, from 1; null elsewhere. */
  position: number | null;
}

/** For the worker's mails about places; null where the registration is gone. */
@Injectable()
export class RegistrationLetters {
  constructor(private readonly sql: Sql) {}

  of(registrationId: string): Promise<RegistrationLetter | null> {
    return this.sql.row<RegistrationLetter & Record<string, unknown>>(
      `SELECT r.person_id AS "personId", r.activity_id AS "activityId", a.title_id AS "titleId", a.title_en AS "titleEn",
              a.zone, r.state, a.cancel_reason AS "cancelReason",
              (SELECT min(s.starts_at) FROM activity_sessions s WHERE s.activity_id = a.id) AS "startsAt",
              CASE WHEN r.state = 'waitlisted' THEN
                (SELECT count(*)::int FROM registrations w
                 WHERE w.activity_id = r.activity_id AND w.state = 'waitlisted' AND w.arrival <= r.arrival) END AS position
       FROM registrations r JOIN activities a ON a.id = r.activity_id WHERE r.id = $1`,
      [registrationId],
    );
  }
}
