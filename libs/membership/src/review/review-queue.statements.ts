import { orderOf, type QueueFilter, type QueueSort, type QueueTab } from './review-queue.filter';
import {
  caseConditions,
  DUE,
  groupConditions,
  isNarrow,
  lookUps,
  tabConditions,
  Values,
  type QueueScope,
  type Statement,
} from './review-queue.sql';

/** What stands behind an order; every order goes on by the moment of submission and the id. */
const KEYS: Readonly<Record<QueueSort, string>> = {
  due: DUE,
  submitted: 'a.submitted_at',
  applicant: 'p.search_name',
  reference: 'a.reference',
  group: 'g.name_id',
};
/** Turned round, a case whose clock stands still comes last. */
const LAST_DUE = `coalesce(a.due_on, '-infinity'::date)`;

/** Orders that an index holds for each group, or that are the same for all cases of one. */
const IN_GROUP: readonly QueueSort[] = ['due', 'submitted', 'group'];

/** One page in order. */
export function pageOfQueue(scope: QueueScope, pageSize: number, offset: number): Statement {
  const values = new Values();
  const { direction } = orderIn(scope.filter);
  const place = `SELECT * FROM (${inOrder(scope, values, offset + pageSize)}) k
    LIMIT ${values.of(pageSize, 'bigint')} OFFSET ${values.of(offset, 'bigint')}`;
  const text = `${withAll(scope, values, { place })}
    SELECT ${LINE} ORDER BY q.key ${direction}, q."submittedAt" ${direction}, q.id ${direction}`;
  return { text, values: values.sent };
}

/** Ids and versions of the first cases, in order. */
export function firstOfQueue(scope: QueueScope, limit: number): Statement {
  const values = new Values();
  const place = `SELECT * FROM (${inOrder(scope, values, limit)}) k LIMIT ${values.of(limit, 'bigint')}`;
  const text = `${withAll(scope, values, { place })} SELECT a.id, a.version FROM place q JOIN applications a ON a.id = q.id`;
  return { text, values: values.sent };
}

/** How many cases each tab holds under the same filters, none counted beyond `most`. */
export function countsOfQueue(scope: QueueScope, tabs: readonly QueueTab[], most: number): Statement {
  const values = new Values();
  const counts = tabs.map((tab) => `(${countOf(tab, scope, values, most)}) AS ${tab}`);
  return { text: `${withAll(scope, values, {})} SELECT ${counts.join(', ')}`, values: values.sent };
}

/** The cases beside one; it keeps its place when the tab has lost it. One that is closed has the first of the list next. */
export function neighboursInQueue(scope: QueueScope, applicationId: string): Statement {
  const values = new Values();
  const { key, isDown } = orderIn(scope.filter);
  const place = '((SELECT key FROM here), (SELECT submitted_at FROM here), (SELECT id FROM here))';
  const [after, before] = (isDown ? ['<', '>'] : ['>', '<']).map(
    (than) => `(${key}, a.submitted_at, a.id) ${than} ${place}`,
  );
  const one = (more: string[], isReversed: boolean) =>
    `SELECT n.id FROM (${inOrder(scope, values, 1, more, isReversed)}) n LIMIT 1`;
  const whoever = { ...scope, filter: { ...scope.filter, waitingOn: null } };
  const here = `SELECT ${key} AS key, a.submitted_at, a.id
    FROM applications a JOIN groups g ON g.id = a.group_id JOIN people p ON p.id = a.person_id
    WHERE a.id = ${values.of(applicationId, 'uuid')} AND ${caseConditions(whoever, values).join(' AND ')}`;
  const text = `${withAll(scope, values, { here })} SELECT (${one([before ?? ''], true)}) AS "previousId",
      CASE WHEN EXISTS (SELECT 1 FROM here) THEN (${one([after ?? ''], false)}) ELSE (${one([], false)}) END AS "nextId"`;
  return { text, values: values.sent };
}

function withAll(scope: QueueScope, values: Values, more: Readonly<Record<string, string>>): string {
  const parts = Object.entries(more).map(([name, query]) => `${name} AS MATERIALIZED (${query})`);
  const all = [...lookUps(scope, values), ...parts];
  return all.length > 0 ? `WITH ${all.join(', ')}` : '';
}

/**
 * A limit that stands in the text, in steps of two: a prepared statement is planned for it, where a value would be guessed at.
 * What is wanted exactly is cut off outside.
 */
function literally(most: number): number {
  return Math.max(32, 2 ** Math.ceil(Math.log2(most)));
}

function orderIn(filter: QueueFilter): {
  key: string;
  direction: 'ASC' | 'DESC';
  isDown: boolean;
  by: QueueSort;
} {
  const { by, isDown } = orderOf(filter.sort);
  return {
    by,
    isDown,
    key: by === 'due' && isDown ? LAST_DUE : KEYS[by],
    direction: isDown ? 'DESC' : 'ASC',
  };
}

/**
 * Keys in order, at least `most` of them. Where an index holds the order of each group, no more than these of any group
 * are looked at; an officer of one small chapter and one of the whole association are both served from it.
 */
function inOrder(
  scope: QueueScope,
  values: Values,
  most: number,
  more: readonly string[] = [],
  isReversed = false,
): string {
  const { by, isDown, key } = orderIn(scope.filter);
  const way = isDown === isReversed ? 'ASC' : 'DESC';
  const groups = groupConditions(scope, values);
  const cases = [
    ...caseConditions(scope, values),
    ...tabConditions(scope.filter.tab, scope, values),
    ...more,
  ];
  const order = `ORDER BY key ${way}, submitted_at ${way}, id ${way} LIMIT ${literally(most)}`;
  if (isNarrow(scope.filter) || !IN_GROUP.includes(by)) {
    return `SELECT a.id, ${key} AS key, a.submitted_at FROM applications a JOIN groups g ON g.id = a.group_id
      JOIN people p ON p.id = a.person_id WHERE ${[...groups, ...cases].join(' AND ')} ${order}`;
  }
  // Of one group all names are equal: its own order is what is left.
  const own =
    by === 'group'
      ? `ORDER BY a.submitted_at ${way}, a.id ${way}`
      : `ORDER BY ${key} ${way}, a.submitted_at ${way}, a.id ${way}`;
  return `SELECT k.id, k.key, k.submitted_at FROM groups g CROSS JOIN LATERAL (
      SELECT a.id, ${key} AS key, a.submitted_at FROM applications a WHERE a.group_id = g.id AND ${cases.join(' AND ')}
      ${own} LIMIT ${literally(most)}) k
    WHERE ${groups.join(' AND ')} ${order}`;
}

function countOf(tab: QueueTab, scope: QueueScope, values: Values, most: number): string {
  const groups = groupConditions(scope, values);
  const cases = [...caseConditions(scope, values), ...tabConditions(tab, scope, values)];
  const bound = `LIMIT ${values.of(most, 'bigint')}`;
  // In the order of the index: the planner would rather read the whole table than a thousand of its rows.
  const counted = isNarrow({ ...scope.filter, tab })
    ? `SELECT 1 FROM applications a JOIN groups g ON g.id = a.group_id WHERE ${[...groups, ...cases].join(' AND ')} ${bound}`
    : `SELECT 1 FROM groups g CROSS JOIN LATERAL (SELECT 1 FROM applications a
         WHERE a.group_id = g.id AND ${cases.join(' AND ')} ORDER BY ${DUE}, a.submitted_at, a.id LIMIT ${literally(most)}) k
       WHERE ${groups.join(' AND ')} ${bound}`;
  return `SELECT count(*)::int FROM (${counted}) n`;
}

/** Everything else of the few lines of a page. */
const LINE = `q.* FROM (
  SELECT a.id, k.key, a.version, a.reference, p.full_name AS "applicantName", a.group_id AS "groupId",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.zone, g.path AS "groupPath", r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn",
    a.state, a.submitted_at AS "submittedAt", a.due_on::text AS "dueOn", a.days_left AS "daysLeft",
    a.assigned_to AS "assignedTo", o.full_name AS "assignedName",
    c."needsPerson" + (SELECT count(*)::int FROM disclosures d
      WHERE d.application_id = a.id AND d.needs_person AND d.submitted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM disclosure_assessments x WHERE x.disclosure_id = d.id)) AS "needsPerson", c.against,
    (SELECT count(*) > 1 FROM application_submissions s WHERE s.application_id = a.id) AS "isCorrected",
    CASE WHEN a.state = 'returned' THEN 'applicant' WHEN c.running > 0 THEN 'source' ELSE 'officer' END AS "waitingOn"
  FROM place k JOIN applications a ON a.id = k.id
  JOIN people p ON p.id = a.person_id JOIN groups g ON g.id = a.group_id JOIN grades r ON r.id = a.grade_id
  LEFT JOIN people o ON o.id = a.assigned_to
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.run_state IN ('queued', 'running'))::int AS running,
      count(*) FILTER (WHERE c.action = 'needs_person')::int AS "needsPerson",
      count(*) FILTER (WHERE c.outcome IN ('mismatch', 'expired', 'revoked', 'suspended'))::int AS against
    FROM checks c JOIN credentials d ON d.id = c.credential_id AND d.version = c.credential_version
    WHERE c.origin_type = 'application' AND c.origin_id = a.id) c) q`;
