import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { DomainError, forbidden, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { manualRefusal } from '../attestation/manual-refusals';
import { VerificationRules } from '../attestation/verification-rules.service';
import { MANUAL } from '../source/coverage.policy';
import { conflictRefusal, mayReviewCheck, maySeeCheck, type CheckOrigin } from './check.access';
import { CheckSettlements } from './check-settlements';
import { Check } from './check.entity';
import { RUN_TRANSITIONS, type CheckOutcome } from './check.states';

/** A person's word on a check. */
export interface CheckVerdict {
  verdict: 'confirm' | 'override';
  /** The outcome that counts from now on. */
  outcome: CheckOutcome;
  /** In the reviewer's words; the applicant reads it. */
  reason: string;
}

/**
 * People who declared a conflict of interest in what a check was made for. The room that owns the case knows them, and it
 * lies above this one: so the door hands its answer in.
 */
export type ConflictsOf = (tx: EntityManager, origin: CheckOrigin) => Promise<readonly string[]>;

/** Officers look at checks: agree with the source, set another outcome, or ask it again. */
@Injectable()
export class CheckReviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly settlements: CheckSettlements,
    private readonly rules: VerificationRules,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Settles a check. To confirm is to agree with the source's own outcome; anything else overrides it. What no source
   * covers, or none could answer, is recorded by what the person found, unless the group's rules want a second reader for it
   * (`ManualVerifications`). Announces `credentials.check_ended`.
   * @throws check.not_found, check.forbidden, check.in_progress, check.mismatch, check.two_readers_conflict
   */
  async review(actor: Actor, checkId: string, word: CheckVerdict, conflictsOf: ConflictsOf): Promise<void> {
    await this.transactions.run(async (tx) => {
      const check = await this.reviewable(tx, actor, checkId, 'record', conflictsOf);
      if (word.verdict === 'confirm' && word.outcome !== check.outcome) throw confirmsAnother();
      if (word.verdict === 'override') {
        const { twoReadersFor } = await this.rules.inForce(tx, check.groupId);
        if (twoReadersFor.includes(check.claim.kind)) throw manualRefusal.twoReaders();
      }
      await this.settlements.settle(tx, actor, check, word);
    });
  }

  /** Asks the source once more, for instance when it was down. @throws check.not_found, check.forbidden, check.in_progress */
  async retry(actor: Actor, checkId: string, conflictsOf: ConflictsOf): Promise<void> {
    await this.transactions.run(async (tx) => {
      const check = await this.reviewable(tx, actor, checkId, 'retry', conflictsOf);
      if (check.source === MANUAL) throw noSource();
      await tx.update(
        Check,
        { id: checkId },
        {
          runState: 'queued',
          outcome: null,
          action: 'none',
          actedBy: null,
          actedAt: null,
          reasons: [],
          endedAt: null,
        },
      );
      await this.audit.record(tx, actor, {
        action: 'check.retried',
        subjectType: 'check',
        subjectId: checkId,
        groupId: check.groupId,
        details: { source: check.source, before: check.outcome },
      });
      await this.outbox.announce(tx, 'credentials.check_requested', { checkId, source: check.source });
    });
  }

  private async reviewable(
    tx: EntityManager,
    actor: Actor,
    checkId: string,
    act: 'record' | 'retry',
    conflictsOf: ConflictsOf,
  ): Promise<Check> {
    const check = await tx.findOne(Check, { where: { id: checkId }, lock: { mode: 'pessimistic_write' } });
    if (!check) throw notFound('check');
    const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [
      check.groupId,
    ]);
    const scope = { personId: check.personId, groupPath: group?.path ?? [] };
    if (!maySeeCheck(actor, scope)) throw notFound('check');
    if (!mayReviewCheck(actor, scope)) throw forbidden('check');
    const refusal = conflictRefusal(actor, await conflictsOf(tx, check));
    if (refusal) throw forbidden('check', refusal);
    if (!nextState(RUN_TRANSITIONS, check.runState, act)) throw stillRunning();
    return check;
  }
}

function stillRunning(): DomainError {
  return new DomainError('check.in_progress', {
    id: 'Pemeriksaan ini masih berjalan. Tunggu sampai selesai, lalu coba lagi.',
    en: 'This check is still running. Wait until it has ended, then try again.',
  });
}

function confirmsAnother(): DomainError {
  return new DomainError('check.mismatch', {
    id: 'Menyetujui berarti sama dengan hasil sumber. Untuk hasil lain, pilih “Tetapkan hasil lain”.',
    en: 'To confirm is to agree with the source’s outcome. For another outcome, choose “Set another outcome”.',
  });
}

function noSource(): DomainError {
  return new DomainError('check.without_source', {
    id: 'Pemeriksaan oleh petugas tidak dapat diulang ke sumber. Catat hasilnya sendiri.',
    en: 'A check by a person cannot be put to a source again. Record what you found.',
  });
}
