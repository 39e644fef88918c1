const LINE = `a.id, a.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", a.kind, a.state,
  a.audience, a.title_id AS "titleId", a.title_en AS "titleEn", a.place, a.link IS NOT NULL AS "isOnline", a.zone,
  a.opens_at AS "opensAt", a.closes_at AS "closesAt", a.starts_at AS "startsAt", a.ends_at AS "endsAt", p.capacity,
  p.taken, p.waiting,
  (SELECT coalesce(sum(c.hours), 0)::float8 FROM activity_credits c WHERE c.activity_id = a.id) AS "creditHours"`;

/**
 * One page of the catalogue and the total beside it; a page beyond the end is one row of nulls with the total.
 * $1 person, $2 words, $3 kind, $4 group, $5 from, $6 to, $7 own scope, $8 groups of the actor's powers, $9 limit, $10 offset.
 */
export const SEARCH = `
  WITH found AS MATERIALIZED (
    SELECT a.id, a.starts_at, a.ends_at FROM activities a JOIN groups g ON g.id = a.group_id
    WHERE ($2 = '' OR a.search_title LIKE '%' ||
        replace(replace(replace(searchable($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
      AND ($3::text IS NULL OR a.kind = $3) AND ($4::uuid IS NULL OR g.path @> ARRAY[$4::uuid])
      AND ($5::timestamptz IS NULL OR a.ends_at >= $5) AND ($6::timestamptz IS NULL OR a.starts_at < $6)
      AND CASE WHEN $7::boolean THEN a.trainer_person_id = $1::uuid OR g.path && $8::uuid[] ELSE a.state = 'published' END
  ), slice AS (
    SELECT * FROM found ORDER BY starts_at, id LIMIT $9 OFFSET $10
  )
  SELECT ${LINE}, r.state AS "myState", (SELECT count(*)::int FROM found) AS total
  FROM (SELECT 1) one LEFT JOIN slice s ON true LEFT JOIN activities a ON a.id = s.id
    LEFT JOIN groups g ON g.id = a.group_id LEFT JOIN activity_places p ON p.activity_id = a.id
    LEFT JOIN registrations r ON r.activity_id = a.id AND r.person_id = $1 AND r.state <> 'cancelled'
  ORDER BY s.starts_at, s.id`;

/** One activity with all that its page shows. $1 activity, $2 person. */
export const DETAIL = `
  SELECT ${LINE}, a.version, a.about_id AS "aboutId", a.about_en AS "aboutEn", a.link,
    a.trainer_person_id AS "trainerPersonId", t.full_name AS "trainerName", a.required_share AS "requiredShare",
    a.cancel_reason AS "cancelReason", g.path AS "groupPath", r.state AS "myState",
    (SELECT json_agg(json_build_object('id', s.id, 'position', s.position, 'startsAt', s.starts_at, 'endsAt', s.ends_at)
      ORDER BY s.position) FROM activity_sessions s WHERE s.activity_id = a.id) AS sessions,
    coalesce((SELECT json_agg(json_build_object('domain', c.domain, 'nameId', d.name_id, 'nameEn', d.name_en,
      'hours', c.hours::float8) ORDER BY d.position)
      FROM activity_credits c JOIN credit_domains d ON d.code = c.domain WHERE c.activity_id = a.id), '[]') AS credits,
    CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'state', r.state, 'arrival', r.arrival, 'code', r.code,
      'registeredAt', r.created_at, 'waitlistPosition', CASE WHEN r.state = 'waitlisted' THEN
        (SELECT count(*) FROM registrations w WHERE w.activity_id = a.id AND w.state = 'waitlisted'
          AND w.arrival <= r.arrival) END) END AS mine
  FROM activities a JOIN groups g ON g.id = a.group_id JOIN activity_places p ON p.activity_id = a.id
    LEFT JOIN people t ON t.id = a.trainer_person_id
    LEFT JOIN registrations r ON r.activity_id = a.id AND r.person_id = $2 AND r.state <> 'cancelled'
  WHERE a.id = $1`;
