import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions, violates } from '@himpun/database';
import { Clock, newId, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { allNamed, mapHeadings } from './file/header.policy';
import { previewOf } from './file/sheet-reader';
import type { ColumnMapping, DateForm, FileReading, ImportReport, MappingFrom } from './file/register-file';
import { openRows } from './file/source-file';
import { confirmationRefusal } from './import-guard.policy';
import { RegisterImportProblem } from './register-import-problem.entity';
import { RegisterImport } from './register-import.entity';
import { IMPORT_TRANSITIONS } from './register-import.states';
import { RegisterReading } from './register-reading.service';
import { IMPORT_REFUSALS } from './register-refusals';
import { keepChunks, spool, withFolder, type SpooledFile } from './register-upload-file';
import { dropWaiting, keptRegister, lockRegister, nextNumber, type KeptRegister } from './register-versions';

/** Smaller files are read while their officer waits; larger ones by a worker. */
const AT_ONCE = 256 * 1024;

/** A register file as it arrives. */
export interface RegisterUpload {
  fileName: string;
  stream: Readable;
  /** Column → heading, where the usual headings do not fit; empty text: do not read this column. */
  mapping: ColumnMapping;
  dates?: DateForm;
}

/** New versions of a register: a dry run of the file, then the officer's word. */
@Injectable()
export class RegisterImports {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly reading: RegisterReading,
  ) {}

  /**
   * Takes a file in and reads it as it would be taken in; nothing of it counts yet. Large files are read by a worker
   * (`reading`). The same file as the present version, or as one that waits, changes nothing and answers with that. Without a
   * mapping the one that the register remembers is used. Returns the import's id.
   * @throws register.not_found, register.forbidden
   */
  async upload(actor: Actor, registerId: string, upload: RegisterUpload): Promise<string> {
    const register = await keptRegister(this.sql, actor, registerId);
    return withFolder(async (folder) => {
      const file = await spool(upload.stream, folder);
      const known = await this.known(register, file.sha256, upload);
      if (known) return known;
      const { rows } = await openRows({ ...file, folder });
      const preview = file.fault ? { headings: [], firstRows: [] } : await previewOf(rows);
      const read = readingOf(preview.headings, upload, register);
      const id = await this.transactions.run((tx) =>
        this.enter(tx, actor, register, { ...file, ...read, fileName: upload.fileName, preview }),
      );
      if (!file.fault && file.size <= AT_ONCE) await this.reading.read(id);
      return id;
    });
  }

  /**
   * Reads a waiting file again with the columns that the officer chose; the register remembers them for the next file.
   * @throws register_import.not_found, register.forbidden, register_import.closed
   */
  async choose(actor: Actor, registerId: string, importId: string, chosen: FileReading): Promise<void> {
    const register = await keptRegister(this.sql, actor, registerId);
    const size = await this.transactions.run(async (tx) => {
      await lockRegister(tx, registerId);
      const one = await tx.findOneBy(RegisterImport, { id: importId, registerId, kind: 'file' });
      if (!one) throw notFound('register_import');
      const kept: unknown[] = await tx.query(
        'SELECT 1 FROM register_import_chunks WHERE import_id = $1 LIMIT 1',
        [importId],
      );
      const closed = !nextState(IMPORT_TRANSITIONS, one.state, 'reread') || kept.length === 0;
      if (closed) throw IMPORT_REFUSALS.closed();
      for (const table of ['register_import_rows', 'register_import_problems', 'register_changes'])
        await tx.query(`DELETE FROM ${table} WHERE import_id = $1`, [importId]);
      const mapping = mapHeadings(one.report.headings ?? [], allNamed(chosen.columns));
      await tx.update(
        RegisterImport,
        { id: importId },
        { state: 'reading', mapping, dates: chosen.dates, mappingFrom: 'chosen', ...UNREAD },
      );
      await tx.query('UPDATE registers SET mapping = $2, dates = $3, version = version + 1 WHERE id = $1', [
        registerId,
        JSON.stringify(mapping),
        chosen.dates,
      ]);
      await this.record(tx, actor, 'register_import.mapped', importId, register.groupId, {
        mapping,
        dates: chosen.dates,
      });
      if (one.fileSize > AT_ONCE) await this.announce(tx, importId);
      return one.fileSize;
    });
    if (size <= AT_ONCE) await this.reading.read(importId);
  }

  /**
   * Lets a checked version become the register's next; the worker takes it in. Saying so twice changes nothing. What drops or
   * changes more holders than the guard lets pass needs a reason.
   * @throws register_import.not_found, register.forbidden, register_import.closed, register_import.in_progress,
   *   register_import.outdated_conflict, register_import.reason_invalid
   */
  async confirm(
    actor: Actor,
    registerId: string,
    importId: string,
    reason: string | null = null,
  ): Promise<void> {
    const register = await keptRegister(this.sql, actor, registerId);
    try {
      await this.transactions.run(async (tx) => {
        const currentId = await lockRegister(tx, registerId);
        const one = await tx.findOneBy(RegisterImport, { id: importId, registerId });
        if (!one) throw notFound('register_import');
        if (one.state === 'confirmed' || one.state === 'current') return;
        const said = reason?.trim() || one.reason;
        const refusal = confirmationRefusal({
          state: one.state,
          kind: one.kind,
          changes: one.report.changes,
          isUpToDate: one.baseImportId === currentId,
          reason: said,
        });
        if (refusal) throw IMPORT_REFUSALS[refusal]();
        await tx.update(
          RegisterImport,
          { id: importId },
          { state: 'confirmed', confirmedBy: actor.personId, confirmedAt: this.clock.now(), reason: said },
        );
        await this.record(tx, actor, 'register_import.confirmed', importId, register.groupId, {
          changes: one.report.changes,
          reason: said,
        });
        await this.outbox.announce(tx, 'credentials.register_import_confirmed', { importId });
      });
    } catch (error) {
      if (violates(error, 'register_imports_one_running')) throw IMPORT_REFUSALS.running();
      throw error;
    }
  }

  private async known(
    register: KeptRegister,
    sha256: Buffer,
    { mapping, dates }: RegisterUpload,
  ): Promise<string | null> {
    const named = Object.fromEntries(Object.entries(mapping).filter(([, heading]) => heading !== ''));
    const row = await this.sql.row<{ id: string }>(
      `SELECT id FROM register_imports WHERE register_id = $1 AND file_sha256 = $2 AND kind = 'file'
         AND (state IN ('reading', 'confirmed', 'current')
           OR state = 'checked' AND base_import_id IS NOT DISTINCT FROM $4)
         AND mapping @> $3::jsonb AND ($5::text IS NULL OR dates = $5) ORDER BY number DESC LIMIT 1`,
      [register.id, sha256, JSON.stringify(named), register.currentImportId, dates ?? null],
    );
    return row?.id ?? null;
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    register: KeptRegister,
    file: SpooledFile & FileReading & { from: MappingFrom; fileName: string; preview: Preview },
  ): Promise<string> {
    await lockRegister(tx, register.id);
    await dropWaiting(tx, register.id);
    const id = newId();
    const report: ImportReport = { ignored: [], sample: [], changes: null, ...file.preview };
    const { format, encoding, fault, size } = file;
    await tx.insert(RegisterImport, {
      id,
      createdAt: this.clock.now(),
      registerId: register.id,
      number: await nextNumber(tx, register.id),
      kind: 'file',
      state: fault ? 'refused' : 'reading',
      fileName: file.fileName.slice(0, 300),
      fileSize: size,
      fileSha256: file.sha256,
      uploadedBy: actor.personId,
      mapping: file.columns,
      mappingFrom: file.from,
      dates: file.dates,
      delimiter: '',
      baseImportId: register.currentImportId,
      ...{ ...UNREAD, report, format, encoding, errorCount: fault ? 1 : 0 },
    });
    if (fault) await tx.insert(RegisterImportProblem, { importId: id, place: 1, code: fault });
    else await keepChunks(tx, id, file.path);
    await this.record(tx, actor, 'register_import.uploaded', id, register.groupId, {
      size,
      sha256: file.sha256.toString('hex'),
    });
    if (!fault && size > AT_ONCE) await this.announce(tx, id);
    return id;
  }

  private async announce(tx: EntityManager, importId: string): Promise<void> {
    await this.outbox.announce(tx, 'credentials.register_import_uploaded', { importId });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    subjectId: string,
    groupId: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    const subject = { action, subjectType: 'register_import', subjectId, groupId };
    return this.audit.record(tx, actor, { ...subject, details });
  }
}

type Preview = Pick<Required<ImportReport>, 'headings' | 'firstRows'>;

const UNREAD = { rowCount: 0, errorCount: 0, importedRows: 0 };

/** How a new file is read: as its sender says, else as the register remembers, where that fits, else by usual headings. */
function readingOf(
  headings: readonly string[],
  sent: RegisterUpload,
  register: KeptRegister,
): FileReading & { from: MappingFrom } {
  const isSent = Object.keys(sent.mapping).length > 0;
  const dates = sent.dates ?? register.dates;
  if (isSent) return { columns: mapHeadings(headings, sent.mapping), dates, from: 'chosen' };
  const remembered = register.mapping;
  const fits = remembered && Object.values(remembered).every((heading) => headings.includes(heading));
  return fits
    ? { columns: mapHeadings(headings, allNamed(remembered)), dates, from: 'remembered' }
    : { columns: mapHeadings(headings), dates, from: 'usual' };
}
