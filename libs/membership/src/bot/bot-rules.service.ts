import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { AccessGrants } from '@himpun/identity';
import { Clock, DomainError, forbidden, holdsPower, newId, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { botRuleFaults, IDLE, isActive, type BotRule } from './bot.policy';

/** A group's bot, or what it would be. */
export interface GroupBot {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  /** Null before it was switched on for the first time. */
  name: string | null;
  /** 0 before the first. */
  version: number;
  rule: BotRule;
  /** Who published the newest version, when and why; null before the first. */
  publishedBy: string | null;
  publishedAt: Date | null;
  reason: string | null;
  /** Decisions that it has taken. */
  decisions: number;
}

/** A version to be published. */
export interface NewBotRule {
  rule: BotRule;
  reason: string;
  /** The version that the officer saw; 0 for none. */
  seen: number;
}

const POWER = 'rules.publish';

const BOTS = `SELECT g.id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", b.name,
    coalesce(r.version, 0) AS version, r.rule, p.full_name AS "publishedBy", r.created_at AS "publishedAt", r.reason,
    (SELECT count(*)::int FROM decisions d WHERE d.bot_id = b.id) AS decisions
  FROM groups g LEFT JOIN bots b ON b.group_id = g.id
    LEFT JOIN LATERAL (SELECT * FROM bot_rules WHERE bot_id = b.id ORDER BY version DESC LIMIT 1) r ON true
    LEFT JOIN people p ON p.id = r.published_by
  WHERE g.path && $1::uuid[] AND (b.id IS NOT NULL OR EXISTS (SELECT 1 FROM grades t WHERE t.group_id = g.id))
  ORDER BY g.path`;

/** What groups let their bots do. Each version grants the powers that it needs and ends those of the one before. */
@Injectable()
export class BotRules {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly groups: GroupQueries,
    private readonly grants: AccessGrants,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The groups that have grades and whose rules the actor may publish. */
  async list(actor: Actor): Promise<GroupBot[]> {
    const groups = actor.powers.filter(({ power }) => power === POWER).map(({ groupId }) => groupId);
    const rows = await this.sql.rows<GroupBot & Record<string, unknown>>(BOTS, [groups]);
    return rows.map((row) => ({ ...row, rule: row.rule ?? IDLE }));
  }

  /**
   * Publishes the next version, which holds from now on: once this returns, the bot does nothing that it does not allow.
   * Returns its number.
   * @throws group.not_found, bot_rule.forbidden, bot_rule.incomplete (reasons), bot_rule.stale (current: version)
   */
  async publish(actor: Actor, groupId: string, { rule, reason, seen }: NewBotRule): Promise<number> {
    const group = await this.groups.get(groupId);
    if (!holdsPower(actor, POWER, group.path) || !actor.personId) throw forbidden('bot_rule');
    const faults = botRuleFaults(rule);
    if (faults.length > 0) throw new DomainError('bot_rule.incomplete', INCOMPLETE, faults);
    return this.transactions.run(async (tx) => {
      const botId = await this.hold(tx, groupId, group.nameId);
      const [last]: { id: string; version: number }[] = await tx.query(
        'SELECT id, version FROM bot_rules WHERE bot_id = $1 ORDER BY version DESC LIMIT 1',
        [botId],
      );
      if ((last?.version ?? 0) !== seen) throw stale('bot_rule', { version: last?.version ?? 0 });
      const [id, version] = [newId(), seen + 1];
      await tx.query(
        `INSERT INTO bot_rules (id, created_at, bot_id, version, rule, reason, published_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, this.clock.now(), botId, version, JSON.stringify(rule), reason, actor.personId],
      );
      await this.empower(tx, { botId, groupId, rule, from: last?.id ?? null, to: id });
      await this.audit.record(tx, actor, {
        action: 'bot_rule.published',
        subjectType: 'bot',
        subjectId: botId,
        groupId,
        reason,
        details: { version, rule },
      });
      return version;
    });
  }

  /** One publication at a time, and none while the bot is deciding. */
  private async hold(tx: EntityManager, groupId: string, groupName: string): Promise<string> {
    await tx.query(
      `INSERT INTO bots (id, created_at, group_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT bots_one_per_group DO NOTHING`,
      [newId(), this.clock.now(), groupId, `Bot ${groupName}`.slice(0, 200)],
    );
    const [bot]: { id: string }[] = await tx.query('SELECT id FROM bots WHERE group_id = $1 FOR UPDATE', [
      groupId,
    ]);
    return String(bot?.id);
  }

  private async empower(
    tx: EntityManager,
    change: { botId: string; groupId: string; rule: BotRule; from: string | null; to: string },
  ): Promise<void> {
    const now = this.clock.now();
    if (change.from) await this.grants.end(tx, 'bot_rule', change.from, now);
    if (!isActive(change.rule)) return;
    await this.grants.grant(tx, {
      ...{ personId: null, botId: change.botId, groupId: change.groupId, powers: ['applications.decide'] },
      ...{ validFrom: now, validUntil: null, originType: 'bot_rule', originId: change.to },
    });
  }
}

const INCOMPLETE = {
  id: 'Aturan bot ini belum lengkap. Perbaiki yang ditandai.',
  en: 'This rule of the bot is not complete. Correct what is marked.',
};
