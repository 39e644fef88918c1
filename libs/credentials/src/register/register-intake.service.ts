import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { ImportReport } from './file/register-file';
import { lockRegister, longStatements, makeCurrent } from './register-versions';
import { DROP_GONE, TAKE_ALL_IN, TAKE_CHANGES_IN } from './register-versions.sql';

/** Takes confirmed versions into the register. */
@Injectable()
export class RegisterIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes one version in, as a whole or not at all: whoever asks the register meanwhile is answered by the version before.
   * Harmless when repeated. Announces `credentials.register_imported`.
   */
  async takeIn(importId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await longStatements(tx);
      const [found]: ConfirmedRow[] = await tx.query(CONFIRMED, [importId]);
      if (!found) return;
      await lockRegister(tx, found.registerId);
      const [still]: unknown[] = await tx.query(
        `SELECT 1 FROM register_imports WHERE id = $1 AND state = 'confirmed' FOR UPDATE`,
        [importId],
      );
      if (!still) return;
      const holders = await changeEntries(tx, importId, found);
      await makeCurrent(tx, found.registerId, importId, holders, this.clock.now());
      await remember(tx, importId, found.registerId);
      await this.audit.record(tx, systemActor('register-import'), {
        action: 'register_import.finished',
        subjectType: 'register_import',
        subjectId: importId,
        groupId: found.groupId,
        details: { rows: found.rows, holders },
      });
      await this.outbox.announce(tx, 'credentials.register_imported', {
        importId,
        registerId: found.registerId,
      });
    });
  }
}

interface ConfirmedRow {
  registerId: string;
  groupId: string;
  baseImportId: string | null;
  number: number;
  rows: number;
  changes: ImportReport['changes'];
}

/** Writes what the version changes; answers how many holders there are then. */
async function changeEntries(tx: EntityManager, importId: string, version: ConfirmedRow): Promise<number> {
  const values = [importId, version.registerId, version.number];
  if (version.baseImportId === null || version.changes === null) {
    await tx.query(TAKE_ALL_IN, values);
    return version.rows;
  }
  await tx.query(DROP_GONE, values.slice(0, 2));
  await tx.query(TAKE_CHANGES_IN, values);
  const { same, changed, added } = version.changes;
  return same + changed + added;
}

/** The next file is read as this one was; what only the dry run needed goes. */
async function remember(tx: EntityManager, importId: string, registerId: string): Promise<void> {
  await tx.query(
    `UPDATE registers r SET mapping = i.mapping, dates = i.dates
     FROM register_imports i WHERE i.id = $1 AND i.kind = 'file' AND r.id = $2`,
    [importId, registerId],
  );
  await tx.query('DELETE FROM register_import_chunks WHERE import_id = $1', [importId]);
  await tx.query('DELETE FROM register_import_rows WHERE import_id = $1', [importId]);
}

const CONFIRMED = `
  SELECT i.register_id AS "registerId", r.group_id AS "groupId", i.base_import_id AS "baseImportId", i.number,
    i.row_count AS rows, i.report -> 'changes' AS changes
  FROM register_imports i JOIN registers r ON r.id = i.register_id WHERE i.id = $1 AND i.state = 'confirmed'`;
