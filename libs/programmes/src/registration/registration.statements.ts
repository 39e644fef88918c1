/**
 * Decides a registration in one statement. The places row is locked by the update, so arrivals are numbered in the order
 * of the lock; what the row says (window, members only) is read again once the lock is ours. The partial unique index
 * refuses a second living registration, and with it the place that the losing statement took.
 * $1 registration, $2 activity, $3 person, $4 now, $5 code, $6 is a member, $7 message, $8 … $19 the audit entry.
 */
export const REGISTER = `
  WITH seat AS (
    UPDATE activity_places SET
      arrivals = arrivals + 1,
      taken = taken + (taken < capacity)::int,
      waiting = waiting + (taken >= capacity)::int,
      last_seated = taken < capacity
    WHERE activity_id = $2 AND opens_at <= $4 AND closes_at > $4 AND (NOT members_only OR $6)
      AND NOT EXISTS (SELECT FROM registrations r WHERE r.person_id = $3 AND r.activity_id = $2 AND r.state <> 'cancelled')
    RETURNING arrivals, waiting, CASE WHEN last_seated THEN 'confirmed' ELSE 'waitlisted' END AS state
  ), registration AS (
    INSERT INTO registrations (id, created_at, activity_id, person_id, state, arrival, code)
    SELECT $1::uuid, $4, $2, $3, seat.state, seat.arrivals, $5::text FROM seat
  ), news AS (
    INSERT INTO outbox_messages (id, type, payload, occurred_at)
    SELECT $7::uuid, 'programmes.registration_' || seat.state, jsonb_build_object('registrationId', $1::uuid), $4 FROM seat
  ), trail AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT $8::uuid, $9::timestamptz, $10::text, $11::uuid, $12::uuid, $13::text, $14::text, $15::text, $16::uuid,
      coalesce($17::uuid, (SELECT group_id FROM activities WHERE id = $2)), $18::text, $19::jsonb || jsonb_build_object('state', seat.state,
      'arrival', seat.arrivals) FROM seat
  )
  SELECT seat.arrivals AS arrival, seat.state,
    CASE WHEN seat.state = 'waitlisted' THEN seat.waiting END AS "waitlistPosition" FROM seat`;

/**
 * Cancels and passes the place on in one round trip; news of both and the audit entry go with it.
 * $1 registration, $2 now, $3 message of the cancellation, $4 message of the place passed on, $5 … $16 the audit entry.
 */
export const RELEASE = `
  WITH moved AS MATERIALIZED (SELECT * FROM release_place($1::uuid, $2::timestamptz)
  ), news AS (
    INSERT INTO outbox_messages (id, type, payload, occurred_at)
    SELECT CASE state WHEN 'cancelled' THEN $3::uuid ELSE $4::uuid END,
      CASE state WHEN 'cancelled' THEN 'programmes.registration_cancelled' ELSE 'programmes.place_passed_on' END,
      jsonb_build_object('registrationId', registration_id), $2 FROM moved
  ), trail AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT $5::uuid, $6::timestamptz, $7::text, $8::uuid, $9::uuid, $10::text, $11::text, $12::text, $13::uuid, $14::uuid,
      $15::text, $16::jsonb || jsonb_build_object('passedOnTo',
      (SELECT registration_id FROM moved WHERE state = 'confirmed'))
    WHERE EXISTS (SELECT FROM moved)
  )
  SELECT registration_id AS "registrationId", state FROM moved`;

/** The living registration of a person, with its place in the line. */
export const LIVING = `
  SELECT r.id, r.activity_id AS "activityId", r.state, r.arrival, r.code, r.created_at AS "registeredAt",
    CASE WHEN r.state = 'waitlisted' THEN (SELECT count(*)::int FROM registrations w
      WHERE w.activity_id = r.activity_id AND w.state = 'waitlisted' AND w.arrival <= r.arrival) END AS "waitlistPosition"
  FROM registrations r WHERE r.person_id = $1 AND r.activity_id = $2 AND r.state <> 'cancelled'`;
