/** Orders and the columns behind them. */
const SORTS: Readonly<Record<string, string>> = {
  due: 'q.due_on',
  submitted: 'q."submittedAt"',
  applicant: 'q."sortName"',
  reference: 'q.reference',
  group: 'q."groupNameId"',
};

/** The open cases that an officer may handle: of the groups they review, not their own, without a declared conflict. */
const QUEUE = `
  SELECT a.id, a.version, a.reference, p.full_name AS "applicantName", p.search_name AS "sortName", a.group_id AS "groupId",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.zone, r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn",
    a.state, a.submitted_at AS "submittedAt", a.due_on, a.due_on::text AS "dueOn", a.days_left AS "daysLeft", a.assigned_to AS "assignedTo", o.full_name AS "assignedName",
    coalesce(k."needsPerson", 0) AS "needsPerson", coalesce(k.against, 0) AS against,
    (SELECT count(*) > 1 FROM application_submissions s WHERE s.application_id = a.id) AS "isCorrected",
    CASE WHEN a.state = 'returned' THEN 'applicant' WHEN k.running > 0 THEN 'source' ELSE 'officer' END AS "waitingOn"
  FROM applications a
  JOIN people p ON p.id = a.person_id JOIN groups g ON g.id = a.group_id JOIN grades r ON r.id = a.grade_id
  LEFT JOIN people o ON o.id = a.assigned_to
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.run_state IN ('queued', 'running'))::int AS running,
      count(*) FILTER (WHERE c.action = 'needs_person')::int AS "needsPerson",
      count(*) FILTER (WHERE c.outcome IN ('mismatch', 'expired', 'revoked', 'suspended'))::int AS against
    FROM checks c JOIN credentials d ON d.id = c.credential_id AND d.version = c.credential_version
    WHERE c.origin_type = 'application' AND c.origin_id = a.id) k ON true
  WHERE a.state IN ('submitted', 'returned') AND g.path && $1::uuid[] AND a.person_id <> $2
    AND NOT EXISTS (SELECT 1 FROM review_conflicts x WHERE x.application_id = a.id AND x.person_id = $2)
    AND ($3::uuid IS NULL OR g.path @> ARRAY[$3::uuid])
    AND ($4 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($4), '([\\\\%_])', '\\\\\\1', 'g') || '%'
      OR upper(a.reference) LIKE '%' || regexp_replace(upper($4), '([\\\\%_])', '\\\\\\1', 'g') || '%')`;

const WANTED = `($5::text IS NULL OR q."waitingOn" = $5)`;

/** $6 is now: each group keeps its promises by its own calendar. */
const OVERDUE = `q.due_on < ($6::timestamptz AT TIME ZONE q.zone)::date`;

const IN_TAB = `CASE $7::text WHEN 'mine' THEN q."assignedTo" = $2 WHEN 'unassigned' THEN q."assignedTo" IS NULL
  WHEN 'applicant' THEN q."waitingOn" = 'applicant' WHEN 'overdue' THEN coalesce(${OVERDUE}, false) ELSE true END`;

/** Values: groups, person, group, text, waiting on, now. */
export const countsOfQueue = `WITH q AS (${QUEUE}) SELECT count(*) FILTER (WHERE q."assignedTo" = $2)::int AS mine,
    count(*) FILTER (WHERE q."assignedTo" IS NULL)::int AS unassigned, count(*)::int AS team,
    count(*) FILTER (WHERE q."waitingOn" = 'applicant')::int AS applicant, count(*) FILTER (WHERE ${OVERDUE})::int AS overdue
  FROM q WHERE ${WANTED}`;

/** Values: as for the counts, then tab, page size, offset. */
export function pageOfQueue(sort: string): string {
  return `WITH q AS (${QUEUE}) SELECT q.* FROM q WHERE ${WANTED} AND ${IN_TAB} ORDER BY ${orderOf(sort)} LIMIT $8 OFFSET $9`;
}

/** Values: as for the counts, then tab and the case; the case itself is in the order even when the tab has lost it. */
export function neighboursInQueue(sort: string): string {
  return `WITH q AS (${QUEUE}), line AS (
      SELECT q.id, lag(q.id) OVER place AS "previousId", lead(q.id) OVER place AS "nextId", row_number() OVER place AS number
      FROM q WHERE (${WANTED} AND ${IN_TAB}) OR q.id = $8 WINDOW place AS (ORDER BY ${orderOf(sort)}))
    SELECT "previousId", "nextId" FROM line WHERE id = $8
    UNION ALL SELECT NULL, id FROM line WHERE number = 1 AND NOT EXISTS (SELECT 1 FROM line WHERE id = $8)`;
}

function orderOf(sort: string): string {
  const column = SORTS[sort.replace(/^-/, '')] ?? SORTS['due'];
  return `${column} ${sort.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST, q."submittedAt", q.id`;
}
