import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, forbidden, notFound, type Actor } from '@himpun/kernel';
import { mayManageActivities } from './activity.access';

/** Somebody who may be asked to train. */
export interface TrainerCandidate {
  personId: string;
  /** With titles. */
  name: string;
}

const MOST = 8;

/** People whom a planner may put down as the trainer of an activity. */
@Injectable()
export class TrainerCandidates {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * The group's people whose name contains `q`: members of the group and of those below and above it, and who plans or
   * records there. At most eight, the likeliest first. @throws group.not_found, activity.forbidden
   */
  async search(actor: Actor, groupId: string, q: string): Promise<TrainerCandidate[]> {
    const group = await this.sql.row<{ path: string[] }>('SELECT path FROM groups WHERE id = $1', [groupId]);
    if (!group) throw notFound('group');
    if (!mayManageActivities(actor, group.path)) throw forbidden('activity');
    return this.sql.rows<TrainerCandidate & Record<string, unknown>>(CANDIDATES, [
      ...[groupId, group.path, q.trim(), this.clock.now(), MOST],
    ]);
  }
}

const CANDIDATES = String.raw`
  SELECT p.id AS "personId", concat(p.title_before || ' ', p.full_name, ', ' || p.title_after) AS name
  FROM people p
  WHERE p.merged_into_id IS NULL AND p.search_name LIKE '%' || regexp_replace(searchable($3), '([\\%_])', '\\\1', 'g') || '%'
    AND (EXISTS (SELECT FROM memberships m JOIN groups g ON g.id = m.group_id
        WHERE m.person_id = p.id AND (g.path @> ARRAY[$1::uuid] OR g.id = ANY ($2::uuid[])))
      OR EXISTS (SELECT FROM access_grants a WHERE a.person_id = p.id AND a.group_id = ANY ($2::uuid[])
        AND a.power IN ('activities.manage', 'attendance.record')
        AND a.valid_from <= $4 AND (a.valid_until IS NULL OR a.valid_until > $4)))
  ORDER BY starts_with(p.search_name, searchable($3)) DESC, p.search_name, p.id LIMIT $5`;
