import { Injectable } from '@nestjs/common';
import { Clock, newId, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

/** An act to be remembered. */
export interface AuditedAct {
  /** Noun and past tense: `application.approved`. */
  action: string;
  subjectType: string;
  subjectId?: string | null;
  groupId?: string | null;
  /** What the actor gave as reason, in their words. */
  reason?: string | null;
  /** Plain facts; no secrets, no document text. */
  details?: Record<string, unknown>;
}

const INSERT = `INSERT INTO audit_entries
  (id, at, actor_kind, actor_account_id, actor_person_id, actor_label, action, subject_type, subject_id, group_id, reason, details)`;

/** Appends to the audit trail inside the verb's transaction; touches no common head, so verbs never queue here. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, actor: Actor, act: AuditedAct): Promise<void> {
    await tx.query(
      `${INSERT} VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      this.values(actor, act),
    );
  }

  /** The twelve values of one entry, in column order, for statements that decide and record at once. */
  values(actor: Actor, act: AuditedAct): unknown[] {
    return [
      newId(),
      this.clock.now(),
      actor.kind,
      actor.accountId,
      actor.personId,
      actor.label,
      act.action,
      act.subjectType,
      act.subjectId ?? null,
      act.groupId ?? null,
      act.reason ?? null,
      JSON.stringify(act.details ?? {}),
    ];
  }
}
