import type { QueueFilter, QueueTab } from './review-queue.filter';

/** A statement with its values. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Whose queue, when, and which part of it. */
export interface QueueScope {
  /** Groups, with all below them, that the officer reviews. */
  groups: readonly string[];
  personId: string | null;
  now: Date;
  filter: QueueFilter;
}

/** Values of one statement, numbered as they are named; one that is named twice is sent once. */
export class Values {
  readonly sent: unknown[] = [];
  private readonly types: string[] = [];

  of(value: unknown, type: string): string {
    const known = this.sent.findIndex((one, place) => one === value && this.types[place] === type);
    if (known !== -1) return `$${known + 1}::${type}`;
    this.types.push(type);
    return `$${this.sent.push(value)}::${type}`;
  }
}

/** The index of open cases is named by these very words. */
export const OPEN = `a.state IN ('submitted', 'returned')`;
/** Cases whose clock stands come last, in one order without gaps. */
export const DUE = `coalesce(a.due_on, 'infinity'::date)`;

/** Shorter texts are in most names: walking down the queue finds a page of them sooner than looking them all up. */
const LEAST_LOOKED_UP = 3;

/** Applications with a check of the present claim that has not ended. */
const RUNNING = `SELECT c.origin_id FROM checks c JOIN credentials d ON d.id = c.credential_id AND d.version = c.credential_version
  WHERE c.origin_type = 'application' AND c.ended_at IS NULL`;

/** Whether the filter itself says which few cases: they are looked up first, then put in order. */
export function isNarrow({ q, tab, waitingOn }: QueueFilter): boolean {
  return looksUp(q) || tab === 'mine' || waitingOn === 'source';
}

/** Groups `g` of the scope. */
export function groupConditions({ groups, filter }: QueueScope, values: Values): string[] {
  const { groupId, kind } = filter;
  return [
    `g.path && ${values.of(groups, 'uuid[]')}`,
    ...(groupId === null ? [] : [`g.path @> ARRAY[${values.of(groupId, 'uuid')}]`]),
    ...(kind === null ? [] : [`g.kind = ${values.of(kind, 'text')}`]),
  ];
}

/** Open cases `a` of a group `g` that the officer may handle: not their own, without a declared conflict; in the filter but for its tab. */
export function caseConditions({ personId, filter }: QueueScope, values: Values): string[] {
  const me = values.of(personId, 'uuid');
  const { gradeId, waitingOn, q } = filter;
  return [
    OPEN,
    `a.person_id <> ${me}`,
    `a.id NOT IN (SELECT x.application_id FROM review_conflicts x WHERE x.person_id = ANY ((SELECT same_person(${me}))::uuid[]))`,
    ...(gradeId === null ? [] : [`a.grade_id = ${values.of(gradeId, 'uuid')}`]),
    ...(waitingOn === null ? [] : [WAITING[waitingOn]]),
    ...(q === '' ? [] : [looksUp(q) ? 'a.id = ANY (ARRAY(SELECT id FROM found))' : isNamed(q, values)]),
  ];
}

const WAITING = {
  applicant: `a.state = 'returned'`,
  source: `a.state = 'submitted' AND a.id = ANY (ARRAY(SELECT origin_id FROM running))`,
  officer: `a.state = 'submitted' AND a.id NOT IN (SELECT origin_id FROM running)`,
} as const;

/** What a tab asks of a case `a` of a group `g`; each group keeps its promises by its own calendar. */
export function tabConditions(tab: QueueTab, { personId, now }: QueueScope, values: Values): string[] {
  switch (tab) {
    case 'mine':
      return [`a.assigned_to = ${values.of(personId, 'uuid')}`];
    case 'unassigned':
      return ['a.assigned_to IS NULL'];
    case 'applicant':
      return [WAITING.applicant];
    case 'overdue':
      return [`${DUE} < (${values.of(now, 'timestamptz')} AT TIME ZONE g.zone)::date`];
    case 'team':
      return [];
  }
}

/** What the conditions look up once: `found` where the text is long enough, `running` where it matters who waits for a source. */
export function lookUps({ filter: { q, waitingOn } }: QueueScope, values: Values): string[] {
  const found = looksUp(q) ? [`found AS MATERIALIZED (${foundBy(values.of(q, 'text'))})`] : [];
  const asksSources = waitingOn === 'source' || waitingOn === 'officer';
  return asksSources ? [...found, `running AS MATERIALIZED (${RUNNING})`] : found;
}

function foundBy(text: string): string {
  return `SELECT a.id FROM people p JOIN applications a ON a.person_id = p.id
      WHERE ${OPEN} AND p.search_name LIKE ${part(`searchable(${text})`)}
    UNION SELECT a.id FROM applications a WHERE ${OPEN} AND upper(a.reference) LIKE ${part(`upper(${text})`)}`;
}

function isNamed(q: string, values: Values): string {
  const text = values.of(q, 'text');
  // Asked of one case after the other: the walk ends as soon as the page is full.
  return `(upper(a.reference) LIKE ${part(`upper(${text})`)}
    OR (SELECT p.search_name FROM people p WHERE p.id = a.person_id) LIKE ${part(`searchable(${text})`)})`;
}

function looksUp(q: string): boolean {
  return q.length >= LEAST_LOOKED_UP;
}

/** In a query of its own it is made once, and not for each row. */
function part(text: string): string {
  return `(SELECT '%' || regexp_replace(${text}, '([\\\\%_])', '\\\\\\1', 'g') || '%')`;
}
