import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, nextState, type Actor } from '@himpun/kernel';
import { SUSPICION_TRANSITIONS } from './duplicate-suspicion.states';
import { SuspicionScopes } from './suspicion-scopes';

/** Officers' word on two people who may be one. */
@Injectable()
export class DuplicateSuspicions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly scopes: SuspicionScopes,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Says that the two are not one person. The pair comes back only when something new speaks for it.
   * @throws duplicate_suspicion.not_found, duplicate_suspicion.closed when somebody decided already
   */
  async dismiss(actor: Actor, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.scopes.locked(tx, actor, id);
      if (!nextState(SUSPICION_TRANSITIONS, found.state, 'dismiss') || found.settledElsewhere)
        throw suspicionClosed();
      await tx.query(
        `UPDATE duplicate_suspicions SET state = 'dismissed', decided_at = $2, decided_by = $3, decided_reason = $4,
           dismissed_signals = ARRAY(SELECT unnest(dismissed_signals) UNION SELECT unnest(signals)), version = version + 1
         WHERE id = $1`,
        [id, this.clock.now(), actor.personId, reason],
      );
      await this.audit.record(tx, actor, {
        action: 'duplicate_suspicion.dismissed',
        ...{ subjectType: 'duplicate_suspicion', subjectId: id, reason },
        details: { personIds: found.personIds, signals: found.signals },
      });
    });
  }
}

/** Two officers at once: the second is told. */
export function suspicionClosed(): DomainError {
  return new DomainError('duplicate_suspicion.closed', {
    id: 'Pasangan ini sudah diputuskan oleh petugas lain. Muat ulang untuk melihat hasilnya.',
    en: 'Another officer has decided on this pair already. Reload to see how.',
  });
}
