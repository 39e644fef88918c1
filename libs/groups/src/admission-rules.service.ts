import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import {
  Clock,
  DomainError,
  forbidden,
  holdsPower,
  newId,
  notFound,
  type Actor,
  type Reason,
} from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { AdmissionRule } from './admission-rule.entity';
import { canonicalJson } from './canonical-json';
import { ONE_OFFICER, type DecisionRule } from './decision-rule';
import { decisionRuleFaults } from './decision-rule.policy';
import { Group } from './group.entity';
import type { Requirement } from './requirement';
import { DEFAULT_RETENTION, retentionFaults, type RetentionRule } from './retention-rule';
import { PROMISED_DAYS, promiseFaults, requirementFaults } from './requirement.policy';

/** A rule to be published for a grade of a group. */
export interface NewAdmissionRule {
  groupId: string;
  gradeId: string;
  requirements: readonly Requirement[];
  /** Working days (Monday to Friday) within which the group promises to decide, 1 to 250; 10 when absent. */
  promisedDays?: number;
  /** Who takes the decision; one officer when absent. */
  decision?: DecisionRule;
  /** How long evidence is kept; a year each when absent. */
  retention?: RetentionRule;
}

/** Publishes what a grade asks for; a published version never changes. */
@Injectable()
export class AdmissionRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the next version; it holds from now on. Returns the rule's id.
   * @throws group.not_found, admission_rule.forbidden, admission_rule.invalid (reasons by field), admission_rule.conflict
   */
  publish(actor: Actor, rule: NewAdmissionRule): Promise<string> {
    return this.transactions.run((tx) => this.publishIn(tx, actor, rule));
  }

  /** The same inside the caller's transaction; the system may publish the first rules of a new group. */
  async publishIn(tx: EntityManager, actor: Actor, rule: NewAdmissionRule): Promise<string> {
    const group = await tx.findOneBy(Group, { id: rule.groupId });
    if (!group) throw notFound('group');
    if (actor.kind === 'person' && !holdsPower(actor, 'rules.publish', group.path)) {
      throw forbidden('admission_rule');
    }
    const { promisedDays = PROMISED_DAYS, decision = ONE_OFFICER, retention = DEFAULT_RETENTION } = rule;
    const faults = [...admissionRuleFaults(rule), ...retentionFaults(retention)];
    if (faults.length > 0) throw new DomainError('admission_rule.invalid', INVALID, faults);
    const id = newId();
    const now = this.clock.now();
    const version = 1 + (await tx.countBy(AdmissionRule, { gradeId: rule.gradeId }));
    const textHash = createHash('sha256').update(hashedText(rule.requirements, decision)).digest();
    try {
      await tx.insert(AdmissionRule, {
        id,
        createdAt: now,
        groupId: rule.groupId,
        gradeId: rule.gradeId,
        version,
        requirements: [...rule.requirements],
        promisedDays,
        decision,
        retention,
        publishedAt: now,
        publishedBy: actor.personId,
        textHash,
      });
    } catch (error) {
      if (violates(error, 'admission_rules_version_unique')) {
        throw new DomainError('admission_rule.conflict', CONFLICT);
      }
      throw error;
    }
    await this.audit.record(tx, actor, {
      action: 'admission_rule.published',
      subjectType: 'admission_rule',
      subjectId: id,
      groupId: rule.groupId,
      details: {
        gradeId: rule.gradeId,
        version,
        promisedDays,
        decision,
        retention,
        textHash: textHash.toString('hex'),
      },
    });
    await this.outbox.announce(tx, 'groups.admission_rule_published', { ruleId: id });
    return id;
  }
}

/** What is wrong with a rule that someone wants to publish, or to see the effect of. */
export function admissionRuleFaults(
  rule: Pick<NewAdmissionRule, 'requirements' | 'promisedDays' | 'decision'>,
): Reason[] {
  return [
    ...requirementFaults(rule.requirements),
    ...promiseFaults(rule.promisedDays ?? PROMISED_DAYS),
    ...decisionRuleFaults(rule.decision ?? ONE_OFFICER),
  ];
}

/** Rules in which one officer decides are hashed as they were before there was anything else. */
function hashedText(requirements: readonly Requirement[], decision: DecisionRule): string {
  const isPlain = canonicalJson(decision) === canonicalJson(ONE_OFFICER);
  return canonicalJson(isPlain ? requirements : { requirements, decision });
}

const INVALID = {
  id: 'Aturan ini belum dapat diterbitkan. Perbaiki yang ditandai.',
  en: 'This rule cannot be published yet. Correct what is marked.',
};
const CONFLICT = {
  id: 'Aturan lain diterbitkan pada saat yang sama. Muat ulang lalu coba lagi.',
  en: 'Another rule was published at the same moment. Reload, then try again.',
};
