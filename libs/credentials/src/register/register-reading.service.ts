import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import type { EntityManager } from 'typeorm';
import { openCsv, openRows, type OpenedRows } from './file/source-file';
import { readRegister } from './file/register-reader';
import type { ChangeCounts, FileEncoding, FileFormat, ImportReport, RowProblem } from './file/register-file';
import { countedChanges } from './change-counts';
import { RegisterProposals } from './register-proposals.service';
import type { VersionKind } from './register-import.states';
import { withFolder } from './register-upload-file';
import { MOST_PROBLEMS, RowBatches, type ReadingPlace } from './row-batches';
import { longStatements } from './register-versions';
import { COMPARE, HAS_DOUBLES, MARK_STRUCK_BY_HAND, NOTE_DOUBLES } from './register-versions.sql';

const SAMPLE = 5;

/** The dry run: reads uploaded files into rows of their own, and compares them with the register. */
@Injectable()
export class RegisterReading {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly proposals: RegisterProposals,
  ) {}

  /**
   * Reads one file to its end: good rows wait for the officer's word, every fault is noted. Each batch and the place reached
   * are written together, so a killed worker's successor goes on where it stopped. Harmless when repeated.
   * @throws ReadingCrossed when another worker is at it
   */
  async read(importId: string): Promise<void> {
    const started = await this.sql.row<StartedRow>(STARTED, [importId]);
    if (!started) return;
    if (started.kind === 'rollback') return this.proposals.undo(importId);
    await withFolder(async (folder) => {
      const { rows, delimiter } = await this.open(started, folder);
      const batches = new RowBatches(this.transactions, started);
      const reading = { columns: started.mapping, dates: started.dates };
      for await (const items of readRegister(rows, reading)) await batches.add(items);
      await batches.end();
      await this.finish(started, batches, delimiter);
    });
  }

  /** A workbook is read here and there, so it has to lie on disk; CSV is read as it comes out of the database. */
  private async open(started: StartedRow, folder: string): Promise<OpenedRows> {
    if (started.format === 'csv') return openCsv(this.chunks(started.id), started.encoding);
    const path = join(folder, 'file');
    await pipeline(Readable.from(this.chunks(started.id)), createWriteStream(path));
    return openRows({ ...started, path, folder });
  }

  /** Piece by piece; while one is read, the next is fetched. */
  private async *chunks(importId: string): AsyncGenerator<Buffer> {
    let next = this.chunk(importId, 0);
    for (let seq = 1; ; seq += 1) {
      const content = await next;
      if (!content) return;
      next = this.chunk(importId, seq);
      // Who stops reading never asks for it.
      next.catch(() => undefined);
      yield content;
    }
  }

  private async chunk(importId: string, seq: number): Promise<Buffer | null> {
    const row = await this.sql.row<{ content: Buffer }>(
      'SELECT content FROM register_import_chunks WHERE import_id = $1 AND seq = $2',
      [importId, seq],
    );
    return row?.content ?? null;
  }

  private async finish(started: StartedRow, batches: RowBatches, delimiter: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await longStatements(tx);
      const [register]: { currentImportId: string | null }[] = await tx.query(
        `SELECT current_import_id AS "currentImportId" FROM registers WHERE id = $1 FOR SHARE`,
        [started.registerId],
      );
      const [found]: FoundRow[] = await tx.query(READ_SO_FAR, [
        started.id,
        JSON.stringify(started.mapping),
        started.dates,
      ]);
      if (!found || !register) return;
      const errors = await noteLast(tx, started, found.errorCount, batches.fileProblems);
      const changes = errors > 0 ? null : await compared(tx, started, register.currentImportId);
      if (errors > 0) await tx.query('DELETE FROM register_import_rows WHERE import_id = $1', [started.id]);
      const report: ImportReport = {
        ...found.report,
        ignored: batches.header?.ignored ?? [],
        sample: errors > 0 ? [] : await sampleOf(tx, started.id),
        changes,
      };
      await tx.query(FINISH, [
        started.id,
        errors > 0 ? 'refused' : 'checked',
        errors,
        JSON.stringify(report),
        delimiter,
        register.currentImportId,
      ]);
    });
  }
}

interface StartedRow extends Record<string, unknown>, ReadingPlace {
  registerId: string;
  kind: VersionKind;
  format: FileFormat;
  encoding: FileEncoding;
}

interface FoundRow {
  errorCount: number;
  report: ImportReport;
}

/** Faults of the file as a whole, and numbers that stand in it twice; answers how many faults there are in all. */
async function noteLast(
  tx: EntityManager,
  started: StartedRow,
  known: number,
  fileProblems: readonly RowProblem[],
): Promise<number> {
  const room = Math.max(0, MOST_PROBLEMS - known);
  const [found]: { hasDoubles: boolean }[] = await tx.query(HAS_DOUBLES, [started.id]);
  const doubles: unknown[] = found?.hasDoubles
    ? await tx.query(NOTE_DOUBLES, [started.id, known, started.mapping.number ?? null, room])
    : [];
  let errors = known + doubles.length;
  for (const { row, column, code, value } of fileProblems) {
    errors += 1;
    await tx.query(
      `INSERT INTO register_import_problems (import_id, place, row_no, heading, code, value)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [started.id, errors, row, column, code, value],
    );
  }
  return errors;
}

/** What the file changes; null when there is nothing to compare it with. */
async function compared(
  tx: EntityManager,
  { id, registerId }: StartedRow,
  currentImportId: string | null,
): Promise<ChangeCounts | null> {
  if (currentImportId === null) return null;
  await tx.query('ANALYZE register_import_rows');
  await tx.query(COMPARE, [id, registerId]);
  await tx.query(MARK_STRUCK_BY_HAND, [id, registerId]);
  return countedChanges(tx, id, registerId);
}

async function sampleOf(tx: EntityManager, importId: string): Promise<ImportReport['sample']> {
  return tx.query(
    `SELECT number, name, birth_date::text, profession, status, valid_from::text, valid_until::text
     FROM register_import_rows WHERE import_id = $1 ORDER BY row_no LIMIT ${SAMPLE}`,
    [importId],
  );
}

const STARTED = `
  SELECT id, register_id AS "registerId", kind, format, encoding, mapping, dates, imported_rows AS "importedRows",
    error_count AS "errorCount"
  FROM register_imports WHERE id = $1 AND state = 'reading'`;

const READ_SO_FAR = `
  SELECT error_count AS "errorCount", report FROM register_imports
  WHERE id = $1 AND state = 'reading' AND mapping = $2::jsonb AND dates = $3 FOR UPDATE`;

const FINISH = `
  UPDATE register_imports SET state = $2, error_count = $3, report = $4::jsonb, delimiter = $5, base_import_id = $6,
    row_count = imported_rows WHERE id = $1`;
