import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { ColumnMapping } from './register-file';
import { readRegister } from './register-reader';
import type { RegisterRow } from './register-row.policy';

const BATCH = 1_000;

/** Another worker takes the same import in; whoever came second comes back and finds it done. */
export class IntakeCrossed extends Error {
  readonly retryAfterMs = 15_000;
}

/** Takes confirmed imports into the register, batch by batch. */
@Injectable()
export class RegisterIntake {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes one import in. Each batch and the place reached are written together, so a killed worker's successor goes on
   * where it stopped; nobody sees the entries before the last step makes them the register's version. Harmless when
   * repeated. Announces `credentials.register_imported`.
   * @throws IntakeCrossed when another worker is at it
   */
  async takeIn(importId: string): Promise<void> {
    const started = await this.sql.row<StartedRow>(
      `SELECT mapping, imported_rows AS "importedRows" FROM register_imports WHERE id = $1 AND state = 'confirmed'`,
      [importId],
    );
    if (!started) return;
    let done = started.importedRows;
    let met = 0;
    let batch: RegisterRow[] = [];
    for await (const item of readRegister(this.chunks(importId), started.mapping)) {
      if (item.kind !== 'row') continue;
      met += 1;
      if (met <= done) continue;
      batch.push(item.row);
      if (batch.length < BATCH) continue;
      done = await this.keep(importId, done, batch);
      batch = [];
    }
    if (batch.length > 0) await this.keep(importId, done, batch);
    await this.finish(importId);
  }

  private async *chunks(importId: string): AsyncGenerator<Buffer> {
    for (let seq = 0; ; seq += 1) {
      const row = await this.sql.row<{ content: Buffer }>(
        'SELECT content FROM register_import_chunks WHERE import_id = $1 AND seq = $2',
        [importId, seq],
      );
      if (!row) return;
      yield row.content;
    }
  }

  /** Writes the batch and the place reached in one statement; nothing when the place is not where we left it. */
  private async keep(importId: string, done: number, batch: readonly RegisterRow[]): Promise<number> {
    const next = done + batch.length;
    const moved = await this.sql.rows<{ id: string }>(KEEP, [importId, done, next, JSON.stringify(batch)]);
    if (moved.length === 0) throw new IntakeCrossed(`import ${importId} was moved on by another worker`);
    return next;
  }

  private async finish(importId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [found]: { registerId: string; groupId: string; rows: number }[] = await tx.query(
        `SELECT i.register_id AS "registerId", r.group_id AS "groupId", i.imported_rows AS rows
         FROM register_imports i JOIN registers r ON r.id = i.register_id
         WHERE i.id = $1 AND i.state = 'confirmed' FOR UPDATE`,
        [importId],
      );
      if (!found) return;
      await tx.query(
        `UPDATE register_imports SET state = 'superseded' WHERE register_id = $1 AND state = 'current'`,
        [found.registerId],
      );
      await tx.query(`UPDATE register_imports SET state = 'current', finished_at = $2 WHERE id = $1`, [
        importId,
        this.clock.now(),
      ]);
      await tx.query('UPDATE registers SET current_import_id = $2, version = version + 1 WHERE id = $1', [
        found.registerId,
        importId,
      ]);
      await tx.query('DELETE FROM register_import_chunks WHERE import_id = $1', [importId]);
      await this.audit.record(tx, systemActor('register-import'), {
        action: 'register_import.finished',
        subjectType: 'register_import',
        subjectId: importId,
        groupId: found.groupId,
        details: { rows: found.rows },
      });
      await this.outbox.announce(tx, 'credentials.register_imported', {
        importId,
        registerId: found.registerId,
      });
    });
  }
}

interface StartedRow extends Record<string, unknown> {
  mapping: ColumnMapping;
  importedRows: number;
}

const KEEP = `
  WITH moved AS (
    UPDATE register_imports SET imported_rows = $3 WHERE id = $1 AND state = 'confirmed' AND imported_rows = $2
    RETURNING id),
  kept AS (
    INSERT INTO register_entries (import_id, row_no, number, number_key, name, birth_date, profession, status,
      valid_from, valid_until)
    SELECT moved.id, b.row, b.number, b."numberKey", b.name, b."birthDate", b.profession, b.status, b."validFrom",
      b."validUntil"
    FROM moved, jsonb_to_recordset($4::jsonb) AS b (row int, number text, "numberKey" text, name text,
      "birthDate" date, profession text, status text, "validFrom" date, "validUntil" date)
    ON CONFLICT (import_id, row_no) DO NOTHING)
  SELECT id FROM moved`;
