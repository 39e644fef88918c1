import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, localDateOf, type Actor } from '@himpun/kernel';
import type { ApplicationState } from '../application/application.states';
import { reviewedGroups } from './review.access';
import { workingDays } from './working-days.policy';

/** For whom a case waits: the applicant after a return, a source while checks run, an officer otherwise. */
export type WaitingOn = 'applicant' | 'source' | 'officer';

export const QUEUE_TABS = ['mine', 'unassigned', 'applicant', 'all'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** Allowed orders and the columns behind them; a leading `-` turns one round. */
const SORTS = {
  submitted: 'q."submittedAt"',
  applicant: 'q."sortName"',
  reference: 'q.reference',
  group: 'q."groupNameId"',
} as const;
export const QUEUE_SORTS = Object.keys(SORTS).flatMap((name) => [name, `-${name}`]);

/** What an officer wants to see of the queue. */
export interface QueueSearch {
  tab: QueueTab;
  /** One of `QUEUE_SORTS`; the oldest first when absent. */
  sort: string;
  groupId: string | null;
  waitingOn: WaitingOn | null;
  /** Part of the applicant's name or of the reference. */
  q: string;
  page: number;
  pageSize: number;
}

/** One case in the queue. */
export interface QueueLine {
  id: string;
  version: number;
  reference: string;
  applicantName: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  state: ApplicationState;
  waitingOn: WaitingOn;
  submittedAt: Date;
  /** Working days since it was submitted, in the group's zone. */
  ageDays: number;
  assignedTo: string | null;
  assignedName: string | null;
  /** Checks that wait for a person, and checks that spoke against the claim. */
  needsPerson: number;
  against: number;
  /** Whether it came back after a correction. */
  isCorrected: boolean;
}

/** A page of the queue, and how many cases each tab holds under the same filters. */
export interface QueuePage {
  items: QueueLine[];
  total: number;
  counts: Record<QueueTab, number>;
}

/** The open cases that an officer may handle: of the groups they review, not their own, without a declared conflict. */
const QUEUE = `
  SELECT a.id, a.version, a.reference, p.full_name AS "applicantName", p.search_name AS "sortName", a.group_id AS "groupId",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", g.zone, r.name_id AS "gradeNameId", r.name_en AS "gradeNameEn",
    a.state, a.submitted_at AS "submittedAt", a.assigned_to AS "assignedTo", o.full_name AS "assignedName",
    coalesce(k."needsPerson", 0) AS "needsPerson", coalesce(k.against, 0) AS against,
    (SELECT count(*) > 1 FROM application_submissions s WHERE s.application_id = a.id) AS "isCorrected",
    CASE WHEN a.state = 'returned' THEN 'applicant' WHEN k.running > 0 THEN 'source' ELSE 'officer' END AS "waitingOn"
  FROM applications a
  JOIN people p ON p.id = a.person_id JOIN groups g ON g.id = a.group_id JOIN grades r ON r.id = a.grade_id
  LEFT JOIN people o ON o.id = a.assigned_to
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.run_state IN ('queued', 'running'))::int AS running,
      count(*) FILTER (WHERE c.action = 'needs_person')::int AS "needsPerson",
      count(*) FILTER (WHERE c.outcome IN ('mismatch', 'expired', 'revoked'))::int AS against
    FROM checks c JOIN credentials d ON d.id = c.credential_id AND d.version = c.credential_version
    WHERE c.origin_type = 'application' AND c.origin_id = a.id) k ON true
  WHERE a.state IN ('submitted', 'returned') AND g.path && $1::uuid[] AND a.person_id <> $2
    AND NOT EXISTS (SELECT 1 FROM review_conflicts x WHERE x.application_id = a.id AND x.person_id = $2)
    AND ($3::uuid IS NULL OR g.path @> ARRAY[$3::uuid])
    AND ($4 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($4), '([\\\\%_])', '\\\\\\1', 'g') || '%'
      OR upper(a.reference) LIKE '%' || regexp_replace(upper($4), '([\\\\%_])', '\\\\\\1', 'g') || '%')`;

const WANTED = `($5::text IS NULL OR q."waitingOn" = $5)`;

const TAB = `CASE $6::text WHEN 'mine' THEN q."assignedTo" = $2 WHEN 'unassigned' THEN q."assignedTo" IS NULL
  WHEN 'applicant' THEN q."waitingOn" = 'applicant' ELSE true END`;

const COUNTS = `WITH q AS (${QUEUE}) SELECT count(*) FILTER (WHERE q."assignedTo" = $2)::int AS mine,
    count(*) FILTER (WHERE q."assignedTo" IS NULL)::int AS unassigned,
    count(*) FILTER (WHERE q."waitingOn" = 'applicant')::int AS applicant, count(*)::int AS "all"
  FROM q WHERE ${WANTED}`;

/** The verification officers' queue. Plain SQL: it is opened more often than anything else they have. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** One page of the queue; who reviews nothing sees an empty one. */
  async page(actor: Actor, search: QueueSearch): Promise<QueuePage> {
    const filters = [
      reviewedGroups(actor),
      actor.personId,
      search.groupId,
      search.q.trim(),
      search.waitingOn,
    ];
    const [rows, counts] = await Promise.all([
      this.sql.rows<Omit<QueueLine, 'ageDays'> & { zone: string } & Record<string, unknown>>(
        pageOf(search.sort),
        [...filters, search.tab, search.pageSize, (search.page - 1) * search.pageSize],
      ),
      this.sql.row<Record<QueueTab, number>>(COUNTS, filters),
    ]);
    const known = counts ?? { mine: 0, unassigned: 0, applicant: 0, all: 0 };
    return { items: rows.map((row) => this.lineOf(row)), total: known[search.tab], counts: known };
  }

  private lineOf(row: Omit<QueueLine, 'ageDays'> & { zone: string }): QueueLine {
    const { zone, ...line } = row;
    const today = this.clock.today(zone);
    return { ...line, ageDays: workingDays(localDateOf(line.submittedAt, zone), today) };
  }
}

function pageOf(sort: string): string {
  const name = sort.replace(/^-/, '') as keyof typeof SORTS;
  const order = `${SORTS[name] ?? SORTS.submitted} ${sort.startsWith('-') ? 'DESC' : 'ASC'}`;
  return `WITH q AS (${QUEUE}) SELECT q.* FROM q WHERE ${WANTED} AND ${TAB} ORDER BY ${order}, q.id LIMIT $7 OFFSET $8`;
}
