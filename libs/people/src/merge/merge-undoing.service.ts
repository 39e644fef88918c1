import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { postgresCode, Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, notFound, type Actor, type Reason } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayMerge, maySeeSuspicion } from '../duplicate/duplicate.access';
import { lockPeople, SuspicionScopes } from '../duplicate/suspicion-scopes';
import type { MergeChange } from './merge-plan';
import { MergeRows } from './merge-rows';
import { turnedBack, undoRefusals } from './undo.policy';

interface MergeRow {
  id: string;
  mergedAt: Date;
  survivorId: string;
  mergedId: string;
  undoUntil: Date;
  undoneAt: Date | null;
  survivorMerged: boolean;
}

const MERGE = `SELECT m.id, m.created_at AS "mergedAt", m.survivor_id AS "survivorId", m.merged_id AS "mergedId",
  m.undo_until AS "undoUntil", m.undone_at AS "undoneAt", p.merged_into_id IS NOT NULL AS "survivorMerged"
  FROM person_merges m JOIN people p ON p.id = m.survivor_id WHERE m.id = $1`;

const CHANGES = `SELECT table_name AS "table", row_key AS key, column_name AS "column", before, after
  FROM person_merge_changes WHERE merge_id = $1 ORDER BY position`;

/** Takes merges back: what the journal says, and nothing else. */
@Injectable()
export class MergeUndoing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly scopes: SuspicionScopes,
    private readonly rows: MergeRows,
    private readonly audit: AuditTrail,
  ) {}

  /** Why a merge cannot be undone; empty when it can. @throws person_merge.not_found */
  refusals(actor: Actor, mergeId: string): Promise<Reason[]> {
    return this.transactions.run(async (tx) => {
      const merge = await this.find(tx, actor, mergeId);
      return this.faults(tx, merge, await this.changes(tx, mergeId));
    });
  }

  /**
   * Puts every value back that still is what the merge made it; what was changed since stays as it is and is written down.
   * The pair is open again. Returns how many values stayed.
   * @throws person_merge.not_found, person_merge.forbidden, person_merge.closed when undone already, person_merge.refused
   */
  async undo(actor: Actor, mergeId: string, reason: string): Promise<number> {
    try {
      return await this.transactions.run((tx) => this.putBack(tx, actor, mergeId, reason));
    } catch (error) {
      if (['23505', '23P01'].includes(postgresCode(error) ?? ''))
        throw new DomainError('person_merge.refused', REFUSED, [IN_THE_WAY]);
      throw error;
    }
  }

  private async putBack(tx: EntityManager, actor: Actor, mergeId: string, reason: string): Promise<number> {
    const seen = await this.find(tx, actor, mergeId);
    await lockPeople(tx, [seen.survivorId, seen.mergedId]);
    const merge = await this.find(tx, actor, mergeId);
    if (!(await this.mayUndo(tx, actor, merge))) throw forbidden('person_merge');
    if (merge.undoneAt) throw new DomainError('person_merge.closed', UNDONE);
    const changes = await this.changes(tx, mergeId);
    const faults = await this.faults(tx, merge, changes);
    if (faults.length > 0) throw new DomainError('person_merge.refused', REFUSED, faults);
    // Before anything moves: tables that keep their person ask whether the merge is being undone.
    await tx.query(
      `UPDATE person_merges SET undone_at = $2, undone_by = $3, undone_reason = $4, left_alone = '[]' WHERE id = $1`,
      [mergeId, this.clock.now(), actor.personId, reason],
    );
    const left = await this.rows.write(tx, turnedBack(changes));
    await tx.query('UPDATE person_merges SET left_alone = $2 WHERE id = $1', [mergeId, JSON.stringify(left)]);
    await tx.query(
      `UPDATE duplicate_suspicions SET state = 'open', merge_id = NULL, version = version + 1 WHERE merge_id = $1`,
      [mergeId],
    );
    await this.note(tx, actor, merge, reason, left.length);
    return left.length;
  }

  private async find(tx: EntityManager, actor: Actor, mergeId: string): Promise<MergeRow> {
    const [merge]: MergeRow[] = await tx.query(MERGE, [mergeId]);
    if (!merge) throw notFound('person_merge');
    const scope = await this.scopeOf(tx, merge);
    if (!maySeeSuspicion(actor, scope)) throw notFound('person_merge');
    return merge;
  }

  private async mayUndo(tx: EntityManager, actor: Actor, merge: MergeRow): Promise<boolean> {
    return mayMerge(actor, await this.scopeOf(tx, merge));
  }

  private async scopeOf(
    tx: EntityManager,
    { survivorId, mergedId }: MergeRow,
  ): Promise<Parameters<typeof mayMerge>[1]> {
    const personIds = [survivorId, mergedId];
    return { personIds, groupPaths: await this.scopes.pathsOf(tx, personIds) };
  }

  private changes(tx: EntityManager, mergeId: string): Promise<MergeChange[]> {
    return tx.query(CHANGES, [mergeId]);
  }

  private async faults(
    tx: EntityManager,
    merge: MergeRow,
    changes: readonly MergeChange[],
  ): Promise<Reason[]> {
    const obstacles = merge.undoneAt ? [] : await this.rows.obstacles(tx, changes, merge.mergedAt);
    return undoRefusals({ ...merge, obstacles }, this.clock.now());
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    { id, survivorId, mergedId }: MergeRow,
    reason: string,
    left: number,
  ): Promise<void> {
    for (const subjectId of [mergedId, survivorId]) {
      await this.audit.record(tx, actor, {
        action: 'person.merge_undone',
        ...{ subjectType: 'person', subjectId, reason },
        details: { mergeId: id, survivorId, mergedId, left },
      });
    }
  }
}

const UNDONE = {
  id: 'Penggabungan ini sudah dibatalkan. Muat ulang untuk melihatnya.',
  en: 'This merge has been undone already. Reload to see it.',
};
const REFUSED = {
  id: 'Penggabungan ini tidak dapat dibatalkan.',
  en: 'This merge cannot be undone.',
};
const IN_THE_WAY: Reason = {
  code: 'later_facts',
  text: {
    id: 'Orang yang tetap sekarang mempunyai data yang menempati tempat yang harus dikembalikan.',
    en: 'The person who stayed now has something in the place that would have to be given back.',
  },
};
