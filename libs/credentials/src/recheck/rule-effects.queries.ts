import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { CREDENTIAL_CHANGES, StandingRules, type StandingRule } from '@himpun/groups';
import { Clock } from '@himpun/kernel';
import { superseded } from '../renewal/renewals.sql';
import {
  consequenceEffects,
  recheckEffects,
  type ConsequenceEffect,
  type RecheckEffect,
  type WatchedCount,
} from './rule-effect.policy';

/** What a draft of a rule of standing would change, before anybody publishes it. */
export interface StandingRuleEffects {
  rechecks: RecheckEffect[];
  consequences: ConsequenceEffect[];
  /** Holders to whom the very next sweep would write under the draft. */
  remindedNext: number;
  /** Open cases; they stay as they are. */
  openCases: number;
}

/** Looks ahead. */
@Injectable()
export class StandingRuleEffectsQueries {
  constructor(
    private readonly sql: Sql,
    private readonly rules: StandingRules,
    private readonly clock: Clock,
  ) {}

  /** For the group and those below that follow it. @throws group.not_found */
  async of(groupId: string, draft: StandingRule): Promise<StandingRuleEffects> {
    const { rule } = await this.rules.of(null, groupId);
    const { kinds, daysBefore } = draft.reminders;
    const [watched, reminded, cases] = await Promise.all([
      this.sql.rows<WatchedCount & Record<string, unknown>>(WATCHED, [groupId]),
      this.sql.row<{ count: number }>(REMINDED, [groupId, this.clock.now(), kinds, daysBefore]),
      this.sql.row<{ count: number }>(OPEN_CASES, [groupId]),
    ]);
    return {
      rechecks: recheckEffects(rule, draft, watched),
      consequences: consequenceEffects(rule, draft, CREDENTIAL_CHANGES),
      remindedNext: reminded?.count ?? 0,
      openCases: cases?.count ?? 0,
    };
  }
}

/** $1 group. Groups below it with a rule of their own do not follow it. */
const FOLLOWERS = `
  SELECT g.id, g.zone FROM groups g WHERE g.path @> ARRAY[$1::uuid] AND NOT EXISTS (
    SELECT 1 FROM standing_rules r WHERE r.group_id = ANY (g.path)
      AND array_position(g.path, r.group_id) > array_position(g.path, $1::uuid))`;

const WATCHED = `
  SELECT c.kind, w.source, count(*)::int AS count
  FROM credential_watches w JOIN (${FOLLOWERS}) f ON f.id = w.group_id JOIN credentials c ON c.id = w.credential_id
  WHERE w.source <> 'manual' AND NOT ${superseded('w')}
  GROUP BY c.kind, w.source ORDER BY c.kind, w.source`;

/** $2 now, $3 kinds, $4 days before. As the sweep chooses: the nearest distance that is due, unless it or a nearer one was sent. */
const REMINDED = `
  SELECT count(DISTINCT w.credential_id)::int AS count
  FROM credential_watches w JOIN (${FOLLOWERS}) f ON f.id = w.group_id
  JOIN credentials c ON c.id = w.credential_id AND c.kind = ANY ($3::text[])
  CROSS JOIN LATERAL (SELECT min(x) AS days FROM unnest($4::int[]) x
    WHERE w.expires_on - x <= ($2::timestamptz AT TIME ZONE f.zone)::date) d
  WHERE d.days IS NOT NULL AND w.expires_on >= (w.created_at AT TIME ZONE f.zone)::date AND NOT ${superseded('w')}
    AND NOT EXISTS (SELECT 1 FROM expiry_reminders e WHERE e.credential_id = w.credential_id
      AND e.expires_on = w.expires_on AND e.days_before <= d.days)`;

const OPEN_CASES = `
  SELECT count(*)::int AS count FROM standing_cases s JOIN memberships m ON m.id = s.membership_id
  JOIN (${FOLLOWERS}) f ON f.id = m.group_id WHERE s.state = 'open'`;
