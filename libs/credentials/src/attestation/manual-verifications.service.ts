import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { FileSights } from '@himpun/files';
import { Clock, forbidden, newId, nextState, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { ConflictsOf } from '../check/check-reviews.service';
import { CheckSettlements } from '../check/check-settlements';
import { Check } from '../check/check.entity';
import { RUN_TRANSITIONS, type CheckOutcome } from '../check/check.states';
import { JudgedChecks, type JudgedCheck } from './judged-checks';
import { ManualReading, ManualVerification } from './manual-verification.entity';
import { contactWarnings, wayFaults, type VerificationWay } from './manual-verification.policy';
import { manualRefusal } from './manual-refusals';
import { VerificationRules } from './verification-rules.service';

/** What an officer found out by himself, and how. */
export interface VerificationRecord extends VerificationWay {
  outcome: CheckOutcome;
  /** The applicant reads it once it counts. */
  note: string;
  evidenceFileId: string | null;
  /** The officer was warned about the contact and goes on. */
  goesOn: boolean;
}

/** Officers verify what no source can, with a second reader where the group's rules want one. */
@Injectable()
export class ManualVerifications {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly sights: FileSights,
    private readonly rules: VerificationRules,
    private readonly checks: JudgedChecks,
    private readonly settlements: CheckSettlements,
  ) {}

  /**
   * Records a verification. It settles the check, unless the group's rules want a second reader for this kind of claim:
   * then the check stays open until another officer agrees. Returns the record's id.
   * @throws check.not_found, check.forbidden, check.in_progress, verification.invalid, verification.warned_conflict (with the
   * warnings as reasons), verification.awaiting_conflict, verification.file_invalid
   */
  record(
    actor: Actor,
    checkId: string,
    record: VerificationRecord,
    conflictsOf: ConflictsOf,
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const check = await this.checks.forActor(tx, actor, checkId, conflictsOf);
      if (!nextState(RUN_TRANSITIONS, check.runState, 'record')) throw manualRefusal.stillRunning();
      const faults = wayFaults(record, this.clock.today());
      if (faults[0]) throw manualRefusal.invalid(faults);
      const waiting = await this.awaiting(tx, checkId);
      if (waiting && waiting.verifierId !== actor.personId) throw manualRefusal.awaiting();
      const warnings = await this.warningsFor(tx, check, record);
      if (warnings.length > 0 && !record.goesOn) throw manualRefusal.warned(warnings);
      await this.bindFile(tx, actor, check, record.evidenceFileId);
      return this.enter(
        tx,
        actor,
        check,
        record,
        warnings.map(({ code }) => code),
      );
    });
  }

  /**
   * A second officer's reading. Who agrees settles the check by the verifier's word; who does not leaves it open for another
   * verification. Of several at once exactly one counts.
   * @throws verification.not_found, verification.own.forbidden, verification.read_closed, check.forbidden
   */
  async read(
    actor: Actor,
    verificationId: string,
    reading: { agrees: boolean; note: string },
    conflictsOf: ConflictsOf,
  ): Promise<void> {
    try {
      await this.transactions.run((tx) => this.enterReading(tx, actor, verificationId, reading, conflictsOf));
    } catch (error) {
      if (violates(error, 'manual_readings_pkey')) throw manualRefusal.closed();
      throw error;
    }
  }

  private async enterReading(
    tx: EntityManager,
    actor: Actor,
    verificationId: string,
    { agrees, note }: { agrees: boolean; note: string },
    conflictsOf: ConflictsOf,
  ): Promise<void> {
    const record = await tx.findOneBy(ManualVerification, { id: verificationId });
    if (!record) throw notFound('verification');
    const judged = await this.checks.forActor(tx, actor, record.checkId, conflictsOf);
    if (record.verifierId === actor.personId) throw manualRefusal.own();
    // Under the check's lock: whatever was recorded or settled meanwhile is seen here.
    const waiting = await this.awaiting(tx, record.checkId);
    if (waiting?.id !== verificationId) throw manualRefusal.closed();
    await tx.insert(ManualReading, {
      verificationId,
      verifierId: record.verifierId,
      readerId: actor.personId as string,
      createdAt: this.clock.now(),
      agrees,
      note,
    });
    await this.audit.record(tx, actor, {
      action: agrees ? 'verification.agreed' : 'verification.disagreed',
      subjectType: 'manual_verification',
      subjectId: verificationId,
      groupId: judged.groupId,
      reason: note,
      details: { checkId: record.checkId, verifierId: record.verifierId },
    });
    if (agrees) await this.settle(tx, actor, record);
  }

  /** The newest verification of a check, where it waits for its second reader and nothing has settled the check since. */
  private async awaiting(
    tx: EntityManager,
    checkId: string,
  ): Promise<{ id: string; verifierId: string } | null> {
    const [row]: { id: string; verifierId: string; isOpen: boolean }[] = await tx.query(
      `SELECT v.id, v.verifier_id AS "verifierId", v.needs_second AND r.verification_id IS NULL
           AND coalesce(k.acted_at < v.created_at, true) AS "isOpen"
       FROM manual_verifications v JOIN checks k ON k.id = v.check_id
         LEFT JOIN manual_readings r ON r.verification_id = v.id
       WHERE v.check_id = $1 ORDER BY v.id DESC LIMIT 1`,
      [checkId],
    );
    return row?.isOpen ? row : null;
  }

  private async warningsFor(tx: EntityManager, check: JudgedCheck, record: VerificationRecord) {
    const [known]: { own: string[]; papers: string[] }[] = await tx.query(
      `SELECT array_remove(ARRAY[p.phone] || ARRAY(SELECT a.email FROM accounts a WHERE a.person_id = p.id), NULL) AS own,
         ARRAY(SELECT f.name FROM credential_evidence e JOIN files f ON f.id = e.file_id WHERE e.credential_id = $2) AS papers
       FROM people p WHERE p.id = $1`,
      [check.personId, check.credentialId],
    );
    const claimed = Object.values(check.claim).filter((value) => typeof value === 'string');
    return contactWarnings(record.contact, known?.own ?? [], [...(known?.papers ?? []), ...claimed]);
  }

  private async bindFile(
    tx: EntityManager,
    actor: Actor,
    check: JudgedCheck,
    fileId: string | null,
  ): Promise<void> {
    if (fileId === null) return;
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM files WHERE id = $1 AND owner_person_id = $2 AND purpose = 'evidence' AND deleted_at IS NULL FOR UPDATE`,
      [fileId, actor.personId],
    );
    if (rows.length === 0) throw manualRefusal.noFile();
    await this.sights.give(tx, [fileId], { id: check.groupId, path: check.groupPath });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    check: JudgedCheck,
    record: VerificationRecord,
    warnings: string[],
  ): Promise<string> {
    if (actor.personId === null) throw forbidden('check');
    const { goesOn: _, ...written } = record;
    const terms = await this.rules.inForce(tx, check.groupId);
    const { answerHash } = await tx.findOneByOrFail(Check, { id: check.id });
    const row: ManualVerification = {
      ...written,
      id: newId(),
      createdAt: this.clock.now(),
      checkId: check.id,
      verifierId: actor.personId,
      warnings,
      needsSecond: terms.twoReadersFor.includes(check.kind),
      outcomeBefore: check.outcome,
      answerHash,
    };
    await tx.insert(ManualVerification, row);
    await this.audit.record(tx, actor, {
      action: 'verification.recorded',
      subjectType: 'manual_verification',
      subjectId: row.id,
      groupId: check.groupId,
      reason: record.note,
      details: {
        checkId: check.id,
        method: record.method,
        outcome: record.outcome,
        warnings,
        needsSecond: row.needsSecond,
        fileId: record.evidenceFileId,
      },
    });
    if (!row.needsSecond) await this.settle(tx, actor, row);
    return row.id;
  }

  private async settle(tx: EntityManager, actor: Actor, record: ManualVerification): Promise<void> {
    const check = await tx.findOneByOrFail(Check, { id: record.checkId });
    await this.settlements.settle(tx, actor, check, {
      verdict: 'override',
      outcome: record.outcome,
      reason: record.note,
      reviewerId: record.verifierId,
    });
  }
}
