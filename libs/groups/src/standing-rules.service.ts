import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, holdsPower, newId, stale, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { GroupQueries } from './groups.queries';
import { DEFAULT_STANDING_RULE, type StandingRule } from './standing-rule';
import { StandingRuleVersion } from './standing-rule.entity';
import { standingRuleFaults } from './standing-rule.policy';

/** The rule that holds for a group. */
export interface StandingRuleInForce {
  /** The group that published it; null for the default. */
  groupId: string | null;
  /** 0 for the default. */
  version: number;
  rule: StandingRule;
}

/** One published version. */
export interface PublishedStandingRule {
  version: number;
  rule: StandingRule;
  publishedAt: Date;
  publishedBy: string | null;
  reason: string;
}

const NEAREST = `SELECT g.id AS "forId", g.zone, r.group_id AS "groupId", coalesce(r.version, 0) AS version, r.rule
  FROM groups g LEFT JOIN LATERAL (
    SELECT s.group_id, s.version, s.rule FROM standing_rules s WHERE s.group_id = ANY (g.path)
    ORDER BY array_position(g.path, s.group_id) DESC, s.version DESC LIMIT 1) r ON true`;

type Row = {
  forId: string;
  zone: string;
  groupId: string | null;
  version: number;
  rule: StandingRule | null;
} & Record<string, unknown>;

/** What keeps members' standing true: re-checks, reminders, consequences. Each group's own word, or the nearest above it. */
@Injectable()
export class StandingRules {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param tx the transaction to read in, or null outside one. @throws group.not_found */
  async of(tx: EntityManager | null, groupId: string): Promise<StandingRuleInForce> {
    const text = `${NEAREST} WHERE g.id = $1`;
    const [row] = tx ? await tx.query<Row[]>(text, [groupId]) : await this.sql.rows<Row>(text, [groupId]);
    if (!row) await this.groups.get(groupId);
    return inForce(row);
  }

  /** The group's own versions, the newest first. @throws group.not_found */
  async versions(groupId: string): Promise<PublishedStandingRule[]> {
    await this.groups.get(groupId);
    return this.sql.rows<PublishedStandingRule & Record<string, unknown>>(
      `SELECT r.version, r.rule, r.created_at AS "publishedAt", p.full_name AS "publishedBy", r.reason
       FROM standing_rules r LEFT JOIN people p ON p.id = r.published_by
       WHERE r.group_id = $1 ORDER BY r.version DESC LIMIT 50`,
      [groupId],
    );
  }

  /** The rule of every group, with the zone of its calendar; for the sweeps. */
  async all(): Promise<(StandingRuleInForce & { forId: string; zone: string })[]> {
    const rows = await this.sql.rows<Row>(NEAREST);
    return rows.map((row) => ({ forId: row.forId, zone: row.zone, ...inForce(row) }));
  }

  /**
   * Publishes the next version for a group and all below that have no own. Returns its number.
   * @param seen the version it was made from, 0 for the default or another group's.
   * @throws group.not_found, standing_rule.forbidden, standing_rule.incomplete (reasons by field), standing_rule.stale
   */
  async publish(
    actor: Actor,
    groupId: string,
    seen: number,
    { rule, reason }: { rule: StandingRule; reason: string },
  ): Promise<number> {
    const group = await this.groups.get(groupId);
    if (!holdsPower(actor, 'rules.publish', group.path)) throw forbidden('standing_rule');
    const faults = standingRuleFaults(rule);
    if (faults.length > 0) throw new DomainError('standing_rule.incomplete', INCOMPLETE, faults);
    return this.transactions.run(async (tx) => {
      // One publication at a time per group: the version is counted under this lock.
      await tx.query('SELECT 1 FROM groups WHERE id = $1 FOR NO KEY UPDATE', [groupId]);
      const own = await tx.countBy(StandingRuleVersion, { groupId });
      if (own !== seen) throw stale('standing_rule', { version: own });
      const id = newId();
      const version = own + 1;
      await tx.insert(StandingRuleVersion, {
        id,
        createdAt: this.clock.now(),
        groupId,
        version,
        rule,
        reason,
        publishedBy: actor.personId,
      });
      await this.audit.record(tx, actor, {
        action: 'standing_rule.published',
        subjectType: 'standing_rule',
        subjectId: id,
        groupId,
        reason,
        details: { version },
      });
      await this.outbox.announce(tx, 'groups.standing_rule_published', { groupId, version });
      return version;
    });
  }
}

function inForce(row: Row | undefined): StandingRuleInForce {
  if (!row?.rule) return { groupId: null, version: 0, rule: DEFAULT_STANDING_RULE };
  return { groupId: row.groupId, version: row.version, rule: row.rule };
}

const INCOMPLETE = {
  id: 'Aturan ini belum dapat diterbitkan. Perbaiki yang ditandai.',
  en: 'This rule cannot be published yet. Correct what is marked.',
};
