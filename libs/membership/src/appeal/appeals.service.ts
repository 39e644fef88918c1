import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import type { DecisionRule } from '@himpun/groups';
import { Clock, DomainError, newId, nextState, type Actor, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { refusals } from '../application/application-refusals';
import { APPLICATION_TRANSITIONS } from '../application/application.states';
import { ownApplication, type OwnApplication } from '../application/own-application';
import type { DecisionOutcome } from '../decision/decision-reasons';
import { holidaysOf } from '../desk/work-calendars.service';
import { startClock } from '../review/promise.policy';
import { mayAppeal } from './appeal.policy';

interface First {
  id: string;
  outcome: DecisionOutcome;
  decidedOn: LocalDate;
  decision: DecisionRule;
  hasAppealed: boolean;
}

const FIRST = `SELECT d.id, d.outcome, d.decided_on::text AS "decidedOn", r.decision,
    EXISTS (SELECT 1 FROM appeals p WHERE p.application_id = d.application_id) AS "hasAppealed"
  FROM decisions d JOIN admission_rules r ON r.id = d.rule_id
  WHERE d.application_id = $1 AND d.appeal_id IS NULL`;

/** Appeals of rejected applicants. */
@Injectable()
export class Appeals {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Files the one appeal that a rejection allows: the case waits for a decision again, of officers who took no part in the first,
   * under the rule it was decided by, with the promised days anew. Returns the appeal's id.
   * @param grounds why, 1 to 8,000 characters.
   * @throws application.not_found, appeal.closed (not rejected, too late, appealed before), application.taken (another
   *   application to the group is open), application.member_conflict
   */
  async file(actor: Actor, applicationId: string, grounds: string): Promise<string> {
    try {
      return await this.transactions.run((tx) => this.fileIn(tx, actor, applicationId, grounds));
    } catch (error) {
      if (violates(error, 'applications_one_open')) throw new DomainError('application.taken', OTHER_OPEN);
      throw error;
    }
  }

  private async fileIn(
    tx: EntityManager,
    actor: Actor,
    applicationId: string,
    grounds: string,
  ): Promise<string> {
    const own = await ownApplication(tx, actor, applicationId);
    const next = nextState(APPLICATION_TRANSITIONS, own.state, 'appeal');
    const [first]: First[] = await tx.query(FIRST, [applicationId]);
    const today = this.clock.today(own.zone);
    if (!next || !first || !mayAppeal({ ...first, isAppeal: false }, first.hasAppealed, today)) {
      throw new DomainError('appeal.closed', CLOSED);
    }
    await this.refuseMembers(tx, own);
    const id = newId();
    await tx.query(
      'INSERT INTO appeals (id, created_at, application_id, decision_id, grounds) VALUES ($1, $2, $3, $4, $5)',
      [id, this.clock.now(), own.id, first.id, grounds.trim()],
    );
    const { dueOn } = startClock(today, own.promisedDays, await holidaysOf(tx, own.groupPath));
    await tx.query(
      `UPDATE applications SET state = $2, decided_at = NULL, assigned_to = NULL, due_on = $3, days_left = NULL,
         version = version + 1 WHERE id = $1`,
      [own.id, next, dueOn],
    );
    await this.audit.record(tx, actor, {
      action: 'application.appealed',
      subjectType: 'application',
      subjectId: own.id,
      groupId: own.groupId,
      details: { appealId: id, decisionId: first.id },
    });
    return id;
  }

  private async refuseMembers(tx: EntityManager, { personId, groupId }: OwnApplication): Promise<void> {
    const rows: unknown[] = await tx.query(
      'SELECT 1 FROM memberships WHERE person_id = $1 AND group_id = $2',
      [personId, groupId],
    );
    if (rows.length > 0) throw refusals.member();
  }
}

const CLOSED = {
  id: 'Banding tidak mungkin: hanya atas penolakan, satu kali, dan sampai hari yang tertulis di surat keputusan.',
  en: 'No appeal is possible: only against a rejection, once, and until the day that the decision letter names.',
};
const OTHER_OPEN = {
  id: 'Anda sudah memiliki permohonan lain yang masih berjalan di kelompok ini. Tarik dulu yang itu untuk mengajukan banding.',
  en: 'You have another open application to this group. Withdraw that one to appeal.',
};
