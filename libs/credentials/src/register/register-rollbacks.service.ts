import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { RegisterImport } from './register-import.entity';
import { RegisterProposals } from './register-proposals.service';
import { UNDOING_REFUSALS } from './register-refusals';
import { dropWaiting, keptRegister, lockRegister, nextNumber } from './register-versions';
import { NO_FILE } from './no-file';
import { undoingRefusal, type Undoable } from './undoing.policy';

/** Larger ones are worked out by a worker. */
const AT_ONCE = 5_000;

/** Undoes what a version did, and nothing that came later. */
@Injectable()
export class RegisterRollbacks {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly proposals: RegisterProposals,
  ) {}

  /**
   * Works out what undoing the version changes, as a version that waits for its confirmation. Nothing counts yet. Returns that
   * version's id.
   * @throws register.not_found, register.forbidden, register_import.not_found, register_rollback.closed,
   *   register_rollback.first_conflict, register_rollback.undone_conflict, register_import.in_progress
   */
  async propose(actor: Actor, registerId: string, importId: string, reason: string): Promise<string> {
    const register = await keptRegister(this.sql, actor, registerId);
    const { id, size } = await this.transactions.run(async (tx) => {
      const base = await lockRegister(tx, registerId);
      const version = await undoable(tx, registerId, importId);
      const refusal = undoingRefusal(version);
      if (refusal) throw UNDOING_REFUSALS[refusal]();
      await dropWaiting(tx, registerId);
      const created = newId();
      await tx.insert(RegisterImport, {
        ...NO_FILE,
        id: created,
        createdAt: this.clock.now(),
        registerId,
        number: await nextNumber(tx, registerId),
        kind: 'rollback',
        state: 'reading',
        baseImportId: base,
        undoesImportId: importId,
        reason: reason.trim(),
        uploadedBy: actor.personId,
      });
      await this.audit.record(tx, actor, {
        action: 'register_rollback.proposed',
        subjectType: 'register_import',
        subjectId: created,
        groupId: register.groupId,
        details: { undoes: importId, reason: reason.trim() },
      });
      if (version.size > AT_ONCE)
        await this.outbox.announce(tx, 'credentials.register_import_uploaded', { importId: created });
      return { id: created, size: version.size };
    });
    if (size <= AT_ONCE) await this.proposals.undo(id);
    return id;
  }
}

async function undoable(
  tx: EntityManager,
  registerId: string,
  importId: string,
): Promise<Undoable & { size: number }> {
  const [row]: (Undoable & { size: number })[] = await tx.query(UNDOABLE, [registerId, importId]);
  if (!row) throw notFound('register_import');
  return row;
}

const UNDOABLE = `
  SELECT i.state, i.finished_at IS NOT NULL AS "hasCounted", i.base_import_id IS NULL AS "isFirst",
    EXISTS (SELECT 1 FROM register_imports u WHERE u.undoes_import_id = i.id AND u.finished_at IS NOT NULL) AS "isUndone",
    EXISTS (SELECT 1 FROM register_imports b WHERE b.register_id = $1 AND b.state = 'confirmed') AS "isBusy",
    (SELECT count(*)::int FROM (SELECT 1 FROM register_changes c WHERE c.import_id = i.id LIMIT ${AT_ONCE + 1}) t) AS size
  FROM register_imports i WHERE i.register_id = $1 AND i.id = $2`;
