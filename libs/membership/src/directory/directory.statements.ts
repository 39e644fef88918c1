const LINE = `m.id AS "membershipId", c.id AS "personId", c.full_name AS "fullName", c.title_before AS "titleBefore",
  c.title_after AS "titleAfter", c.region, m.number, m.group_id AS "groupId", g.name_id AS "groupNameId",
  g.name_en AS "groupNameEn", r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn"`;

const JOINED = `JOIN memberships m ON m.person_id = c.id JOIN groups g ON g.id = m.group_id JOIN grades r ON r.id = m.grade_id
  WHERE g.path && $1::uuid[] AND ($2::uuid IS NULL OR g.path @> ARRAY[$2::uuid])`;

// One plan is good for one match and for thousands, so it does not matter whether PostgreSQL plans for these values or for
// any: candidates by the trigram index, their memberships one by one (OFFSET 0 keeps the planner from reading all
// memberships instead, which took 300 ms for three matches), and the words of a line only for the page.
const MATCHES = (condition: string, score: string): string => `
  WITH visible AS MATERIALIZED (
    SELECT id FROM groups WHERE path && $1::uuid[] AND ($2::uuid IS NULL OR path @> ARRAY[$2::uuid])
  ), matching AS MATERIALIZED (
    SELECT id, search_name, ${score} AS score FROM people WHERE ${condition}
  ), slice AS (
    SELECT p.id AS person_id, p.search_name, p.score, m.id AS membership_id, count(*) OVER ()::int AS total
    FROM matching p CROSS JOIN LATERAL (
      SELECT id, group_id FROM memberships WHERE person_id = p.id OFFSET 0) m
    WHERE m.group_id IN (SELECT id FROM visible)
    ORDER BY p.score DESC, p.search_name, p.id, m.id LIMIT $4 OFFSET $5
  )
  SELECT ${LINE}, s.total FROM slice s
    JOIN people c ON c.id = s.person_id JOIN memberships m ON m.id = s.membership_id
    JOIN groups g ON g.id = m.group_id JOIN grades r ON r.id = m.grade_id
  ORDER BY s.score DESC, s.search_name, s.person_id, s.membership_id`;

/**
 * Names that contain what was typed, those that begin with it first. MATERIALIZED on purpose: left to itself the planner
 * may walk the btree of names in order and filter, which was an order of magnitude slower. $1 groups the actor may see, $2 a group or null, $3 what was typed, $4 page size, $5 offset.
 */
export const CONTAINING = MATCHES(
  String.raw`search_name LIKE '%' || regexp_replace(searchable($3), '([\\%_])', '\\\1', 'g') || '%'`,
  `(starts_with(search_name, searchable($3)))::int`,
);

/** Names that resemble what was typed (pg_trgm word similarity); asked only when none contains it, as it costs twice as much. */
export const RESEMBLING = MATCHES(
  'searchable($3) <% search_name',
  'word_similarity(searchable($3), search_name)',
);

/** Everybody, by name. $1 groups the actor may see, $2 a group or null, $3 page size, $4 offset. */
export const BROWSE = `
  SELECT ${LINE} FROM people c ${JOINED} ORDER BY c.search_name, c.id, m.id LIMIT $3 OFFSET $4`;

/** How many BROWSE finds. $1 groups, $2 a group or null. */
export const COUNT = `
  SELECT count(*)::int AS total FROM memberships m JOIN groups g ON g.id = m.group_id
  WHERE g.path && $1::uuid[] AND ($2::uuid IS NULL OR g.path @> ARRAY[$2::uuid])`;

/** One person with the memberships in these groups; of somebody who was merged, the survivor. $1 person, $2 groups. */
export const PERSON = `
  SELECT p.id AS "personId", p.full_name AS "fullName", p.title_before AS "titleBefore", p.title_after AS "titleAfter",
         p.region, p.phone, a.email,
         (SELECT json_agg(json_build_object('membershipId', m.id, 'number', m.number, 'groupNameId', g.name_id,
                   'groupNameEn', g.name_en, 'gradeNameId', r.name_id, 'gradeNameEn', r.name_en, 'since', m.created_at)
                   ORDER BY m.created_at)
          FROM memberships m JOIN groups g ON g.id = m.group_id JOIN grades r ON r.id = m.grade_id
          WHERE m.person_id = p.id AND g.path && $2::uuid[]) AS memberships
  FROM people p LEFT JOIN accounts a ON a.person_id = p.id WHERE p.id = present_person($1)`;
