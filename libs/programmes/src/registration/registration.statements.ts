/**
 * Decides registrations in one statement, one or many. The places row is locked by the update, so arrivals are numbered in
 * the order of the lock, and within it in the order given; what the row says (window, members only) is read again once the
 * lock is ours. The partial unique index refuses a second living registration, and with it the places that the losing
 * statement took. Nobody waits while a place is free, so of `n` newcomers those wait that `waiting` grew to hold.
 * $1 activity, $2 now, $3 as members, arrays: $4 registrations, $5 people, $6 codes, $7 messages, $8 … $19 audit entries.
 */
export const REGISTER = `
  WITH comers AS MATERIALIZED (
    SELECT c.*, row_number() OVER (ORDER BY ord)::int AS place
    FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[], $9::timestamptz[], $10::text[], $11::uuid[],
      $12::uuid[], $13::text[], $14::text[], $15::text[], $16::uuid[], $17::uuid[], $18::text[], $19::text[]) WITH ORDINALITY
      AS c (id, person_id, code, message_id, entry_id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action,
        subject_type, subject_id, group_id, reason, details, ord)
    WHERE NOT EXISTS (SELECT FROM registrations r
      WHERE r.person_id = c.person_id AND r.activity_id = $1 AND r.state <> 'cancelled')
  ), seats AS (
    UPDATE activity_places SET
      arrivals = arrivals + n,
      taken = taken + least(n, capacity - taken),
      waiting = waiting + n - least(n, capacity - taken)
    FROM (SELECT count(*)::int AS n FROM comers) crowd
    WHERE activity_id = $1 AND n > 0 AND opens_at <= $2 AND closes_at > $2 AND (NOT members_only OR $3)
    RETURNING arrivals - n AS before, waiting - n AS waiting_before, greatest(0, n - waiting) AS seated
  ), placed AS MATERIALIZED (
    SELECT comers.*, before + place AS arrival, CASE WHEN place <= seated THEN 'confirmed' ELSE 'waitlisted' END AS state,
      CASE WHEN place > seated THEN waiting_before + place END AS position
    FROM comers, seats
  ), registration AS (
    INSERT INTO registrations (id, created_at, activity_id, person_id, state, arrival, code)
    SELECT id, $2, $1, person_id, state, arrival, code FROM placed ORDER BY place
  ), news AS (
    INSERT INTO outbox_messages (id, type, payload, occurred_at)
    SELECT message_id, 'programmes.registration_' || state, jsonb_build_object('registrationId', id), $2 FROM placed
    ORDER BY place
  ), trail AS (
    INSERT INTO audit_entries (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type,
      subject_id, group_id, reason, details)
    SELECT entry_id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type, subject_id,
      coalesce(group_id, (SELECT a.group_id FROM activities a WHERE a.id = $1)), reason,
      details::jsonb || jsonb_build_object('state', state, 'arrival', arrival) FROM placed ORDER BY place
  )
  SELECT id, arrival, state, $2::timestamptz AS "registeredAt", position AS "waitlistPosition" FROM placed`;

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
