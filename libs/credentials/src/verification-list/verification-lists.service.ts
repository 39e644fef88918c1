import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, newId, nextState, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mapColumns } from '../register/file/header.policy';
import type { DateForm } from '../register/file/register-file';
import { previewOf } from '../register/file/sheet-reader';
import { openRows } from '../register/file/source-file';
import { spool, withFolder, type SpooledFile } from '../register/register-upload-file';
import { ListFiles, type SealedPiece } from './list-file.service';
import { ListPlans } from './list-planning.service';
import { ListReadings } from './list-reading.service';
import { LIST_COLUMNS, LIST_HEADINGS, type ListMapping } from './list-row.policy';
import { LIST_REFUSALS } from './list-refusals';
import { INSERT_PROBLEMS } from './verification-list.sql';
import { mayVerifyLists } from './verification-list.access';
import { VerificationList } from './verification-list.entity';
import { LIST_TRANSITIONS } from './verification-list.states';
import { keptList, lockedList } from './kept-list';

/** How a list is to be read. */
export interface ListChoice {
  /** Column → heading; what is not named is not read. */
  columns: ListMapping;
  dates: DateForm;
  /** For all rows whose own is not given. */
  authority: string | null;
  profession: string | null;
}

/** A list as it arrives. */
export interface ListUpload extends Omit<ListChoice, 'columns' | 'dates'> {
  groupId: string;
  name: string;
  fileName: string;
  stream: Readable;
}

/** Takes lists of people in, and reads them; nobody is asked about anybody yet. */
@Injectable()
export class VerificationLists {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly files: ListFiles,
    private readonly readings: ListReadings,
    private readonly plans: ListPlans,
  ) {}

  /**
   * Reads a CSV or XLSX file as a list of people, and plans who is to be asked. A file with faults is refused with all of
   * them. Returns the list's id.
   * @throws group.not_found
   */
  async upload(actor: Actor, upload: ListUpload): Promise<string> {
    const group = await this.sql.row<{ path: string[] }>('SELECT path FROM groups WHERE id = $1', [
      upload.groupId,
    ]);
    if (!group || !mayVerifyLists(actor, group.path)) throw notFound('group');
    return withFolder(async (folder) => {
      const file = await spool(upload.stream, folder);
      const { rows } = await openRows({ ...file, folder });
      const preview = file.fault ? { headings: [], firstRows: [] } : await previewOf(rows);
      const pieces = file.fault ? [] : await this.files.seal(file.path);
      const id = newId();
      const list: Partial<VerificationList> = {
        ...{ id, createdAt: this.clock.now(), createdBy: actor.personId },
        ...{ groupId: upload.groupId, name: upload.name, fileName: upload.fileName.slice(0, 300) },
        ...{ authority: upload.authority, profession: upload.profession },
        ...{ fileSize: file.size, fileSha256: file.sha256, format: file.format, encoding: file.encoding },
        ...{ mapping: mapColumns(LIST_HEADINGS, preview.headings), dates: 'day_first' },
        ...{ state: file.fault ? 'refused' : 'draft', rowCount: 0, errorCount: file.fault ? 1 : 0 },
        report: { ...preview, ignored: [] },
      };
      await this.transactions.run((tx) => this.enter(tx, actor, list, { file, folder, pieces }));
      return id;
    });
  }

  /**
   * Reads a waiting list again as the officer chose.
   * @throws verification_list.not_found, verification_list.closed
   */
  async choose(actor: Actor, listId: string, choice: ListChoice): Promise<void> {
    const kept = await keptList(this.sql, actor, listId);
    await withFolder(async (folder) => {
      const path = await this.files.restore(listId, folder);
      await this.transactions.run(async (tx) => {
        const list = await lockedList(tx, listId);
        const hasFile: unknown[] = await tx.query(
          'SELECT 1 FROM verification_list_files WHERE list_id = $1 LIMIT 1',
          [listId],
        );
        if (!nextState(LIST_TRANSITIONS, list.state, 'pass') || hasFile.length === 0)
          throw LIST_REFUSALS.closed();
        for (const table of ['answers', 'sources', 'rows', 'problems'])
          await tx.query(`DELETE FROM verification_list_${table} WHERE list_id = $1`, [listId]);
        const named = Object.fromEntries(
          LIST_COLUMNS.map((column) => [column, choice.columns[column] ?? '']),
        );
        const { authority, profession, dates } = choice;
        Object.assign(list, { authority, profession, dates });
        list.mapping = mapColumns(LIST_HEADINGS, list.report.headings, named);
        await this.readInto(tx, list, { ...list, path, folder });
        await this.note(tx, actor, 'verification_list.mapped', kept, {
          ...{ mapping: list.mapping, dates, authority, profession },
        });
      });
    });
  }

  /** Gives a list up that was never started; nothing of it is kept. @throws verification_list.not_found, verification_list.closed */
  async discard(actor: Actor, listId: string): Promise<void> {
    const kept = await keptList(this.sql, actor, listId);
    await this.transactions.run(async (tx) => {
      const { state } = await lockedList(tx, listId);
      if (state !== 'draft' && state !== 'refused') throw LIST_REFUSALS.closed();
      await tx.query('DELETE FROM verification_lists WHERE id = $1', [listId]);
      await this.note(tx, actor, 'verification_list.discarded', kept);
    });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    list: Partial<VerificationList>,
    { file, folder, pieces }: { file: SpooledFile; folder: string; pieces: readonly SealedPiece[] },
  ): Promise<void> {
    const entered = tx.create(VerificationList, list);
    await tx.insert(VerificationList, entered);
    if (file.fault)
      await tx.query(INSERT_PROBLEMS, [entered.id, 0, JSON.stringify([{ place: 1, code: file.fault }])]);
    else {
      await this.files.keep(tx, entered.id, pieces);

      await this.readInto(tx, entered, { ...file, folder });
    }
    const { size, sha256 } = file;
    await this.note(tx, actor, 'verification_list.uploaded', entered, {
      ...{ size, sha256: sha256.toString('hex'), rows: entered.rowCount, errors: entered.errorCount },
    });
  }

  private async readInto(
    tx: EntityManager,
    list: VerificationList,
    file: Pick<SpooledFile, 'path' | 'format' | 'encoding'> & { folder: string },
  ): Promise<void> {
    const named = Object.fromEntries(LIST_COLUMNS.map((column) => [column, list.mapping[column] ?? '']));
    const read = await this.readings.read(tx, { ...list, mapping: named }, file);
    const { rowCount, errorCount, mapping, ignored, hasNationalIds } = read;
    const state = errorCount > 0 ? 'refused' : 'draft';
    const report = { ...list.report, ignored, ...(hasNationalIds && { firstRows: [] }) };
    Object.assign(list, { rowCount, errorCount, mapping, state, report });
    if (hasNationalIds) await this.files.forget(tx, list.id);
    await tx.save(list);
    if (state === 'draft') await this.plans.plan(tx, list);
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, groupId }: { id: string; groupId: string },
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      ...{ action, subjectType: 'verification_list', subjectId: id, groupId, details },
    });
  }
}
