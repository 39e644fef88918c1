import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { colleague } from './colleague';
import { ReviewConflict } from './review-conflict.entity';
import { reviewRefusal } from './review.access';
import { takeUp, type ReviewedApplication } from './reviewed-application';

/** Who works on a case. Owning one says who is on it; it locks nobody out. */
@Injectable()
export class Assignments {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a case up oneself, or hands it to another officer who may review it. Returns the new version.
   * @throws application.not_found, application.forbidden, application.stale, assignment.closed,
   *   person.not_found, assignee.refused
   */
  async assign(actor: Actor, applicationId: string, personId: string, version: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'review', applicationId, version);
      assertOpen(reviewed);
      if (reviewed.assignedTo === personId) return reviewed.version;
      if (personId !== actor.personId) await this.assertColleague(tx, personId, reviewed);
      await this.note(tx, actor, reviewed, personId, 'application.assigned');
      return reviewed.version + 1;
    });
  }

  /** Puts a case back for others to take. @throws application.not_found, application.forbidden, application.stale */
  async release(actor: Actor, applicationId: string, version: number): Promise<number> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'review', applicationId, version);
      if (reviewed.assignedTo === null) return reviewed.version;
      await this.note(tx, actor, reviewed, null, 'application.released');
      return reviewed.version + 1;
    });
  }

  /**
   * Declares that one is too close to a case (family, employer, money); cannot be taken back. A case of one's own goes back
   * to the queue. @throws application.not_found, application.forbidden
   */
  async declareConflict(actor: Actor, applicationId: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'review', applicationId, null);
      const personId = actor.personId as string;
      await tx.insert(ReviewConflict, { applicationId, personId, createdAt: this.clock.now(), reason });
      if (reviewed.assignedTo === personId) await this.set(tx, applicationId, null);
      await this.audit.record(tx, actor, {
        action: 'application.conflict_declared',
        subjectType: 'application',
        subjectId: applicationId,
        groupId: reviewed.groupId,
        reason,
      });
    });
  }

  private async assertColleague(
    tx: EntityManager,
    personId: string,
    reviewed: ReviewedApplication,
  ): Promise<void> {
    const other = await colleague(tx, personId, this.clock.now());
    if (!other) throw notFound('person');
    if (reviewRefusal(other, 'review', reviewed) !== null)
      throw new DomainError('assignee.refused', NOT_THEIRS);
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    reviewed: ReviewedApplication,
    personId: string | null,
    action: string,
  ): Promise<void> {
    await this.set(tx, reviewed.id, personId);
    await this.audit.record(tx, actor, {
      action,
      subjectType: 'application',
      subjectId: reviewed.id,
      groupId: reviewed.groupId,
      details: { from: reviewed.assignedTo, to: personId },
    });
  }

  private async set(tx: EntityManager, applicationId: string, personId: string | null): Promise<void> {
    await tx.query('UPDATE applications SET assigned_to = $2, version = version + 1 WHERE id = $1', [
      applicationId,
      personId,
    ]);
  }
}

function assertOpen({ state }: ReviewedApplication): void {
  if (state !== 'submitted' && state !== 'returned') throw new DomainError('assignment.closed', NOT_OPEN);
}

const NOT_OPEN = {
  id: 'Permohonan ini sudah tidak dalam penilaian.',
  en: 'This application is no longer under review.',
};
const NOT_THEIRS = {
  id: 'Orang ini tidak dapat menilai permohonan ini: tidak berwenang, pemohonnya sendiri, atau menyatakan benturan kepentingan.',
  en: 'This person cannot review this application: no power for it, their own case, or a declared conflict of interest.',
};
