import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions, violates } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, holdsPower, newId, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
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
   * @throws group.not_found, verification_rule.forbidden, verification_rule.invalid, verification_rule.conflict
   */
  async publish(actor: Actor, groupId: string, terms: NewVerificationTerms): Promise<void> {
    const group = await this.groups.get(groupId);
    if (!holdsPower(actor, 'rules.publish', group.path)) throw forbidden('verification_rule');
    const faults = termsFaults(terms);
    if (faults[0]) throw new DomainError('verification_rule.invalid', faults[0].text, faults);
    try {
      await this.transactions.run((tx) => this.enter(tx, actor, groupId, terms));
    } catch (error) {
      if (violates(error, 'verification_rules_version_unique')) throw another();
      throw error;
    }
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    groupId: string,
    { linkDays, reminderDays, askIssuerFor, twoReadersFor, reason }: NewVerificationTerms,
  ): Promise<void> {
    const version = 1 + (await tx.countBy(VerificationRule, { groupId }));
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

function another(): DomainError {
  return new DomainError('verification_rule.conflict', {
    id: 'Aturan lain diterbitkan pada saat yang sama. Muat ulang lalu coba lagi.',
    en: 'Another rule was published at the same moment. Reload, then try again.',
  });
}
