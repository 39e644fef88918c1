import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Credentials } from '@himpun/credentials';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, nextState, type Actor, type LocalDate } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { CorrectionItem, Returned } from '../application/application.entity';
import { APPLICATION_TRANSITIONS } from '../application/application.states';
import { holidaysOf } from '../desk/work-calendars.service';
import { answerByFaults, correctionFaults, usualAnswerBy } from './correction.policy';
import { stopClock } from './promise.policy';
import type { CorrectionRequested } from './review.events';
import { takeUp } from './reviewed-application';

/** Sends applications back for correction of named items; everything else stays as it is. */
@Injectable()
export class Corrections {
  constructor(
    private readonly transactions: Transactions,
    private readonly credentials: Credentials,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns a submitted application to its applicant with what to correct, why and by when (in two weeks unless said).
   * Returns the new version.
   * @throws application.not_found, application.forbidden, application.stale, correction.closed,
   *   correction.refused (with reasons)
   */
  async request(
    actor: Actor,
    applicationId: string,
    items: readonly CorrectionItem[],
    version: number,
    answerBy?: LocalDate,
  ): Promise<number> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'review', applicationId, version);
      const next = nextState(APPLICATION_TRANSITIONS, reviewed.state, 'return');
      if (!next) throw new DomainError('correction.closed', NOT_NOW);
      const today = this.clock.today(reviewed.zone);
      const until = answerBy ?? usualAnswerBy(today);
      const faults = [...correctionFaults(items, reviewed.requirements), ...answerByFaults(until, today)];
      if (faults.length > 0) throw new DomainError('correction.refused', REFUSED, faults);
      const returned: Returned = {
        at: this.clock.now().toISOString(),
        by: actor.personId as string,
        items: items.map(({ requirementId, note }) => ({ requirementId, note: note.trim() })),
        answerBy: until,
      };
      const { dueOn, daysLeft } = stopClock(reviewed, today, await holidaysOf(tx, reviewed.groupPath));
      await tx.query(
        `UPDATE applications SET state = $2, returned = $3, version = version + 1, due_on = $5, days_left = $6,
                assigned_to = coalesce(assigned_to, $4) WHERE id = $1`,
        [applicationId, next, JSON.stringify(returned), actor.personId, dueOn, daysLeft],
      );
      await this.credentials.reopen(tx, actor, await offeredFor(tx, applicationId, returned.items));
      await this.audit.record(tx, actor, {
        action: 'application.returned',
        subjectType: 'application',
        subjectId: applicationId,
        groupId: reviewed.groupId,
        details: { items: returned.items, answerBy: until },
      });
      const news: CorrectionRequested = {
        type: 'membership.correction_requested',
        payload: { applicationId },
      };
      await this.outbox.announce(tx, news.type, news.payload);
      return reviewed.version + 1;
    });
  }
}

/** The credentials behind the named items: the applicant may amend them until the application comes back. */
async function offeredFor(
  tx: EntityManager,
  applicationId: string,
  items: readonly CorrectionItem[],
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT credential_id AS id FROM application_credentials
     WHERE application_id = $1 AND requirement_id = ANY ($2::text[])`,
    [applicationId, items.map(({ requirementId }) => requirementId)],
  );
  return rows.map(({ id }) => id);
}

const NOT_NOW = {
  id: 'Permohonan ini tidak sedang dinilai, jadi tidak dapat dikembalikan.',
  en: 'This application is not under review, so it cannot be sent back.',
};
const REFUSED = {
  id: 'Permintaan perbaikan ini belum lengkap. Perbaiki yang ditandai.',
  en: 'This request for correction is not complete. Correct what is marked.',
};
