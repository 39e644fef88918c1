import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { batchOutcome, MOST_IN_BATCH, type BatchedCase, type BatchRefusal } from './bulk-assignment.policy';
import { colleague } from './colleague';
import type { QueueFilter } from './review-queue.filter';
import { ReviewQueue } from './review-queue.queries';
import { DECIDED_IDS } from './reviewed-application';

/** Cases named one by one, each in the version that the officer saw; or the first of a filter. */
export type Batch = { cases: readonly { id: string; version: number }[] } | { filter: QueueFilter };

/** What became of one case. */
export interface BatchLine {
  applicationId: string;
  /** Null for a case that the actor may not know of. */
  reference: string | null;
  applicantName: string | null;
  result: 'assigned' | 'unchanged' | 'refused';
  reason: BatchRefusal | null;
  /** Who has it now; null for nobody. */
  assignedName: string | null;
}

interface Held extends BatchedCase {
  id: string;
  reference: string;
  applicantName: string;
  groupId: string;
  assignedName: string | null;
}

/** In one order for everybody, and people before their applications as everywhere: two batches wait for each other, neither dies. */
const LOCK_PEOPLE = `SELECT 1 FROM people WHERE id IN (SELECT person_id FROM applications WHERE id = ANY ($1::uuid[]))
  ORDER BY id FOR NO KEY UPDATE`;
const HOLD = `SELECT a.id, a.version, a.reference, p.full_name AS "applicantName", a.person_id AS "personId", a.group_id AS "groupId",
    g.path AS "groupPath", a.state, a.assigned_to AS "assignedTo",
    (SELECT o.full_name FROM people o WHERE o.id = a.assigned_to) AS "assignedName",
    ARRAY(SELECT present_person(c.person_id) FROM review_conflicts c WHERE c.application_id = a.id) AS "conflictedIds", ${DECIDED_IDS}
  FROM applications a JOIN groups g ON g.id = a.group_id JOIN people p ON p.id = a.person_id
  WHERE a.id = ANY ($1::uuid[]) AND a.state <> 'draft' ORDER BY a.id FOR UPDATE OF a`;

/** Gives many cases to one officer, or puts them back, in one transaction. */
@Injectable()
export class BulkAssignments {
  constructor(
    private readonly transactions: Transactions,
    private readonly queue: ReviewQueue,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Each case is judged by itself; what cannot be given stays as it is and says why. Of two officers who give the same cases at
   * once the second is told of each that it was changed meanwhile.
   * @param personId the officer; null puts the cases back into the queue.
   * @throws assignment.too_many (more than 200 named), person.not_found
   */
  async assign(actor: Actor, batch: Batch, personId: string | null): Promise<BatchLine[]> {
    const cases = 'cases' in batch ? batch.cases : await this.queue.first(actor, batch.filter, MOST_IN_BATCH);
    if (cases.length > MOST_IN_BATCH) throw new DomainError('assignment.too_many', TOO_MANY);
    const seen = new Map(cases.map(({ id, version }) => [id, version]));
    return this.transactions.run((tx) => this.assignIn(tx, actor, seen, personId));
  }

  private async assignIn(
    tx: EntityManager,
    actor: Actor,
    seen: ReadonlyMap<string, number>,
    personId: string | null,
  ): Promise<BatchLine[]> {
    const assignee = personId === null ? null : await this.officer(tx, actor, personId);
    await tx.query(LOCK_PEOPLE, [[...seen.keys()]]);
    const rows: Held[] = await tx.query(HOLD, [[...seen.keys()]]);
    const held = new Map(rows.map((row) => [row.id, row]));
    const judged = [...seen].map(([id, version]) => {
      const found = held.get(id);
      return { id, found, outcome: batchOutcome(actor, assignee, found, version) };
    });
    const given = judged.flatMap(({ found, outcome }) =>
      found && outcome.result === 'assigned' ? [found] : [],
    );
    if (given.length > 0) {
      await tx.query(
        'UPDATE applications SET assigned_to = $2, version = version + 1 WHERE id = ANY ($1::uuid[])',
        [given.map(({ id }) => id), personId],
      );
    }
    for (const found of given) await this.note(tx, actor, found, personId);
    return judged.map(({ id, found, outcome }) => ({
      applicationId: id,
      reference: outcome.reason === 'not_found' ? null : (found?.reference ?? null),
      applicantName: outcome.reason === 'not_found' ? null : (found?.applicantName ?? null),
      ...outcome,
      assignedName: nameAfter(outcome, found, assignee),
    }));
  }

  private async officer(tx: EntityManager, actor: Actor, personId: string): Promise<Actor> {
    if (personId === actor.personId) return actor;
    const other = await colleague(tx, personId, this.clock.now());
    if (!other) throw notFound('person');
    return other;
  }

  private note(tx: EntityManager, actor: Actor, found: Held, personId: string | null): Promise<void> {
    return this.audit.record(tx, actor, {
      action: personId === null ? 'application.released' : 'application.assigned',
      subjectType: 'application',
      subjectId: found.id,
      groupId: found.groupId,
      details: { from: found.assignedTo, to: personId },
    });
  }
}

function nameAfter(
  { result, reason }: Pick<BatchLine, 'result' | 'reason'>,
  found: Held | undefined,
  assignee: Actor | null,
): string | null {
  if (result === 'assigned') return assignee?.label ?? null;
  return reason === 'not_found' ? null : (found?.assignedName ?? null);
}

const TOO_MANY = {
  id: `Pilih paling banyak ${MOST_IN_BATCH} permohonan sekaligus.`,
  en: `Choose at most ${MOST_IN_BATCH} applications at a time.`,
};
