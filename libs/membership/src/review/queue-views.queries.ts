import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type Actor } from '@himpun/kernel';
import { keptFilter, viewProblem, type ViewProblem } from './queue-view.policy';
import { reviewedGroups } from './review.access';
import type { QueueFilter } from './review-queue.filter';
import { ReviewQueue } from './review-queue.queries';

/** A kept view as one officer sees it. */
export interface QueueViewLine {
  id: string;
  version: number;
  name: string;
  /** Null when the queue no longer understands it. */
  filter: QueueFilter | null;
  isOwn: boolean;
  ownerName: string;
  groupId: string | null;
  groupNameId: string | null;
  groupNameEn: string | null;
  isDefault: boolean;
  problem: ViewProblem;
  /** Cases in it now, counted no further than one beyond a thousand; null when the filter is not understood. */
  count: number | null;
}

/** What officers choose among when they filter, share and hand over. */
export interface QueueOptions {
  groups: { id: string; nameId: string; nameEn: string }[];
  grades: {
    id: string;
    groupId: string;
    groupNameId: string;
    groupNameEn: string;
    nameId: string;
    nameEn: string;
  }[];
  officers: { personId: string; fullName: string }[];
}

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  name: string;
  kept: unknown;
  ruleId: string | null;
  currentRuleId: string | null;
  isGroupReviewed: boolean | null;
  isOwn: boolean;
  ownerName: string;
  groupId: string | null;
  groupNameId: string | null;
  groupNameEn: string | null;
  isDefault: boolean;
}

/** One's own views, then those that others share; no more than an eye takes in. */
const VIEWS = `SELECT v.id, v.version, v.name, v.filter AS kept, v.rule_id AS "ruleId", v.person_id = $1 AS "isOwn",
    p.full_name AS "ownerName", g.id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
    EXISTS (SELECT 1 FROM queue_view_defaults d WHERE d.view_id = v.id AND d.person_id = $1) AS "isDefault",
    (SELECT r.id FROM admission_rules r WHERE r.grade_id = (v.filter ->> 'gradeId')::uuid ORDER BY r.version DESC LIMIT 1) AS "currentRuleId",
    CASE WHEN v.filter ->> 'groupId' IS NOT NULL
      THEN EXISTS (SELECT 1 FROM groups f WHERE f.id = (v.filter ->> 'groupId')::uuid AND f.path && $2::uuid[]) END AS "isGroupReviewed"
  FROM queue_views v JOIN people p ON p.id = v.person_id LEFT JOIN groups g ON g.id = v.group_id
  WHERE v.person_id = $1 OR g.path && $2::uuid[]
  ORDER BY v.person_id = $1 DESC, lower(v.name), v.id LIMIT 40`;

const GROUPS = `SELECT id, name_id AS "nameId", name_en AS "nameEn" FROM groups WHERE path && $1::uuid[]
  ORDER BY cardinality(path), name_id LIMIT 500`;
const GRADES = `SELECT t.id, g.id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", t.name_id AS "nameId", t.name_en AS "nameEn"
  FROM grades t JOIN groups g ON g.id = t.group_id WHERE g.path && $1::uuid[] ORDER BY g.name_id, t.position, t.name_id LIMIT 500`;
/** Whoever reviews in a group of the actor's, above it or below it. */
const OFFICERS = `SELECT DISTINCT p.id AS "personId", p.full_name AS "fullName"
  FROM access_grants x JOIN groups g ON g.id = x.group_id JOIN people p ON p.id = x.person_id
  WHERE x.power IN ('applications.review', 'applications.decide') AND x.valid_from <= $2 AND (x.valid_until IS NULL OR x.valid_until > $2)
    AND (g.path && $1::uuid[] OR g.id = ANY (ARRAY(SELECT unnest(m.path) FROM groups m WHERE m.id = ANY ($1::uuid[]))))
  ORDER BY p.full_name, p.id LIMIT 500`;

/** Reads of kept views, and of what the queue can be filtered by. */
@Injectable()
export class QueueViewQueries {
  constructor(
    private readonly sql: Sql,
    private readonly queue: ReviewQueue,
    private readonly clock: Clock,
  ) {}

  /** The views that the actor keeps or that are shared with them, each with its present count. */
  async of(actor: Actor): Promise<QueueViewLine[]> {
    const rows = await this.sql.rows<Row>(VIEWS, [actor.personId, reviewedGroups(actor)]);
    const lines: QueueViewLine[] = [];
    // One after the other: forty counts at once would keep everybody else waiting for a connection.
    for (const row of rows) lines.push(await this.lineOf(actor, row));
    return lines;
  }

  /** Groups, grades and officers to choose among. */
  async options(actor: Actor): Promise<QueueOptions> {
    const groups = [reviewedGroups(actor)];
    const [known, grades, officers] = await Promise.all([
      this.sql.rows<QueueOptions['groups'][number] & Record<string, unknown>>(GROUPS, groups),
      this.sql.rows<QueueOptions['grades'][number] & Record<string, unknown>>(GRADES, groups),
      this.sql.rows<QueueOptions['officers'][number] & Record<string, unknown>>(OFFICERS, [
        ...groups,
        this.clock.now(),
      ]),
    ]);
    return { groups: known, grades, officers };
  }

  private async lineOf(
    actor: Actor,
    { kept, ruleId, currentRuleId, isGroupReviewed, ...row }: Row,
  ): Promise<QueueViewLine> {
    const filter = keptFilter(kept);
    return {
      ...row,
      filter,
      problem: viewProblem({ filter, isGroupReviewed, ruleId, currentRuleId }),
      count: filter === null ? null : await this.queue.count(actor, filter),
    };
  }
}
