import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, holdsPower, newId, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { CredentialKind } from '../credential/claim';
import { VerificationRule } from './verification-rule.entity';
import { DEFAULT_TERMS, termsFaults, type VerificationTerms } from './verification-rule.policy';

/** Terms to be published for a group, and on what grounds. */
export interface NewVerificationTerms extends VerificationTerms {
  reason: string;
}

/** The terms that hold for a group now, and whose they are. */
export interface TermsInForce extends VerificationTerms {
  /** Null where nobody has published any. */
  version: number | null;
  /** The group that published them. */
  groupId: string | null;
}

/** One published version. */
export interface TermsVersion extends VerificationTerms {
  version: number;
  publishedAt: Date;
  publishedBy: string | null;
  reason: string;
}

/** What waits while terms change. */
export interface OpenWork {
  /** Links that are out; they keep the terms they were sent with. */
  questions: number;
  /** Checks that wait for a person, by kind of claim. */
  checks: { kind: CredentialKind; count: number }[];
}

const VERSIONS = `
  SELECT r.version, r.link_days AS "linkDays", r.reminder_days AS "reminderDays", r.ask_issuer_for AS "askIssuerFor",
    r.two_readers_for AS "twoReadersFor", r.created_at AS "publishedAt", p.full_name AS "publishedBy", r.reason
  FROM verification_rules r LEFT JOIN people p ON p.id = r.published_by
  WHERE r.group_id = $1 ORDER BY r.version DESC LIMIT 50`;

/** $1 group. Groups below it that published terms of their own do not follow it. */
const OPEN = `
  WITH followers AS (
    SELECT g.id FROM groups g WHERE g.path @> ARRAY[$1::uuid] AND NOT EXISTS (
      SELECT 1 FROM verification_rules r WHERE r.group_id = ANY (g.path)
        AND array_position(g.path, r.group_id) > array_position(g.path, $1::uuid)))
  SELECT (SELECT count(*)::int FROM attestations a JOIN checks k ON k.id = a.check_id
      WHERE k.group_id IN (SELECT id FROM followers) AND a.state IN ('asked', 'sent')) AS questions,
    coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'count', c.count) ORDER BY c.kind) FROM (
      SELECT k.claim->>'kind' AS kind, count(*)::int AS count FROM checks k
      WHERE k.group_id IN (SELECT id FROM followers) AND k.action = 'needs_person' GROUP BY 1) c), '[]') AS checks`;

const IN_FORCE = `
  SELECT r.version, r.group_id AS "groupId", r.link_days AS "linkDays", r.reminder_days AS "reminderDays",
    r.ask_issuer_for AS "askIssuerFor", r.two_readers_for AS "twoReadersFor"
  FROM verification_rules r JOIN groups g ON r.group_id = ANY (g.path)
  WHERE g.id = $1 ORDER BY array_position(g.path, r.group_id) DESC, r.version DESC LIMIT 1`;

/** How groups verify what no source can; the nearest group's newest word holds, also for the groups below it. */
@Injectable()
export class VerificationRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly sql: Sql,
    private readonly groups: GroupQueries,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @param tx the transaction to read in, or null outside one. */
  async inForce(tx: EntityManager | null, groupId: string): Promise<TermsInForce> {
    const rows = tx
      ? await tx.query<TermsInForce[]>(IN_FORCE, [groupId])
      : await this.sql.rows<TermsInForce & Record<string, unknown>>(IN_FORCE, [groupId]);
    return rows[0] ?? { ...DEFAULT_TERMS, version: null, groupId: null };
  }

  /**
   * Publishes the group's next version; it holds from now on, and changes nothing that was asked before.
   * @param seen the group's own version it was made from; 0 where it had none.
   * @throws group.not_found, verification_rule.forbidden, verification_rule.invalid, verification_rule.stale
   */
  async publish(actor: Actor, groupId: string, seen: number, terms: NewVerificationTerms): Promise<void> {
    const group = await this.groups.get(groupId);
    if (!holdsPower(actor, 'rules.publish', group.path)) throw forbidden('verification_rule');
    const faults = termsFaults(terms);
    if (faults[0]) throw new DomainError('verification_rule.invalid', faults[0].text, faults);
    await this.transactions.run((tx) => this.enter(tx, actor, groupId, seen, terms));
  }

  /** The group's own versions, the newest first. @throws group.not_found */
  async versions(groupId: string): Promise<TermsVersion[]> {
    await this.groups.get(groupId);
    return this.sql.rows<TermsVersion & Record<string, unknown>>(VERSIONS, [groupId]);
  }

  /** What is open in the group and below it, and so would meet new terms. */
  async open(groupId: string): Promise<OpenWork> {
    await this.groups.get(groupId);
    const [row] = await this.sql.rows<OpenWork & Record<string, unknown>>(OPEN, [groupId]);
    return row ?? { questions: 0, checks: [] };
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    groupId: string,
    seen: number,
    { linkDays, reminderDays, askIssuerFor, twoReadersFor, reason }: NewVerificationTerms,
  ): Promise<void> {
    // One publication at a time per group: the version is counted under this lock.
    await tx.query('SELECT 1 FROM groups WHERE id = $1 FOR NO KEY UPDATE', [groupId]);
    const own = await tx.countBy(VerificationRule, { groupId });
    if (own !== seen) throw stale('verification_rule', { version: own });
    const version = own + 1;
    await tx.insert(VerificationRule, {
      id: newId(),
      createdAt: this.clock.now(),
      groupId,
      version,
      linkDays,
      reminderDays: [...reminderDays],
      askIssuerFor: [...askIssuerFor],
      twoReadersFor: [...twoReadersFor],
      reason,
      publishedBy: actor.personId,
    });
    await this.audit.record(tx, actor, {
      action: 'verification_rule.published',
      subjectType: 'group',
      subjectId: groupId,
      groupId,
      reason,
      details: { version, linkDays, reminderDays, askIssuerFor, twoReadersFor },
    });
  }
}
