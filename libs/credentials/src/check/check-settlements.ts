import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, newId, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { CheckReview } from './check-review.entity';
import { Check } from './check.entity';
import type { CheckOutcome } from './check.states';

/** What settling a check leaves behind. */
export interface Settlement {
  verdict: 'confirm' | 'override';
  outcome: CheckOutcome;
  reason: string;
  /** Whose word it is, where another officer only agreed to it. */
  reviewerId?: string;
}

/** Writes a person's word down as the outcome that counts. */
@Injectable()
export class CheckSettlements {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Joins the caller's transaction, which holds the check. Announces `credentials.check_ended`. */
  async settle(
    tx: EntityManager,
    actor: Actor,
    check: Pick<Check, 'id' | 'groupId' | 'source' | 'outcome' | 'answerHash' | 'originType' | 'originId'>,
    word: Settlement,
  ): Promise<void> {
    const now = this.clock.now();
    const { id: checkId, originType, originId } = check;
    const reviewerId = word.reviewerId ?? (actor.personId as string);
    await tx.insert(CheckReview, {
      id: newId(),
      createdAt: now,
      checkId,
      reviewerId,
      verdict: word.verdict,
      outcome: word.outcome,
      outcomeBefore: check.outcome,
      answerHash: check.answerHash,
      reason: word.reason,
    });
    await tx.update(
      Check,
      { id: checkId },
      { runState: 'ran', outcome: word.outcome, action: 'done', actedBy: reviewerId, actedAt: now },
    );
    await this.audit.record(tx, actor, {
      action: word.verdict === 'confirm' ? 'check.confirmed' : 'check.overridden',
      subjectType: 'check',
      subjectId: checkId,
      groupId: check.groupId,
      reason: word.reason,
      details: { outcome: word.outcome, before: check.outcome, source: check.source },
    });
    await this.outbox.announce(tx, 'credentials.check_ended', { checkId, originType, originId });
  }
}
