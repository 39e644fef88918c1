import { Injectable } from '@nestjs/common';
import { newId } from '@himpun/kernel';
import { isNationalId } from '@himpun/people';
import type { EntityManager } from 'typeorm';
import type { RowProblem } from '../register/file/register-file';
import { rowProblem } from '../register/file/register-row.policy';
import { readSheet } from '../register/file/sheet-reader';
import { openRows, type SourceFile } from '../register/file/source-file';
import { isNationalColumn, listShape, type ListMapping, type ListRow } from './list-row.policy';
import { INSERT_PROBLEMS, INSERT_ROWS, NOTE_LIST_DOUBLES } from './verification-list.sql';
import type { VerificationList } from './verification-list.entity';

const BATCH = 1_000;
/** Faults listed of one file; all are counted. */
const MOST_PROBLEMS = 5_000;

/** What the reading of a file came to. */
export interface ListReading {
  rowCount: number;
  errorCount: number;
  mapping: ListMapping;
  ignored: string[];
  /** National ids stand in it: nothing of the file may be kept. */
  hasNationalIds: boolean;
}

type ReadList = Pick<VerificationList, 'id' | 'mapping' | 'dates' | 'authority' | 'profession'>;

/** Reads the file of a list into rows, by the same code as the registers of authorities, in bounded memory. */
@Injectable()
export class ListReadings {
  /**
   * Joins the caller's transaction. Every fault is noted with row and column; with any, no row is kept.
   * @param file on disk
   */
  async read(tx: EntityManager, list: ReadList, file: SourceFile): Promise<ListReading> {
    const { rows } = await openRows(file);
    const shape = listShape({ ...list, isNationalId });
    const found = new Found(tx, list.id);
    const result: ListReading = {
      rowCount: 0,
      errorCount: 0,
      mapping: list.mapping,
      ignored: [],
      hasNationalIds: false,
    };
    let lookNational = 0;
    for await (const item of itemsOf(readSheet(rows, shape, { columns: list.mapping, dates: list.dates }))) {
      if (item.kind === 'header') {
        Object.assign(result, { mapping: item.header.mapping, ignored: item.header.ignored });
        continue;
      }
      if (item.kind === 'file') await found.problems([item.problem]);
      else {
        result.rowCount += 1;
        if (item.kind === 'problems') await found.problems(item.problems);
        else {
          lookNational += item.row.looksNational ? 1 : 0;
          await found.row(item.row);
        }
      }
    }
    if (isNationalColumn(result.rowCount, lookNational))
      await found.problems([rowProblem(null, result.mapping.number ?? null, 'national_id')]);
    result.errorCount = await found.end(result.mapping.number ?? null);
    result.hasNationalIds = found.hasNationalIds;
    return result;
  }
}

async function* itemsOf<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const items of pages) yield* items;
}

/** Rows and faults on their way into the database. */
class Found {
  private rows: (ListRow & { id: string })[] = [];
  private faults: RowProblem[] = [];
  private count = 0;
  hasNationalIds = false;

  constructor(
    private readonly tx: EntityManager,
    private readonly listId: string,
  ) {}

  async row(row: ListRow): Promise<void> {
    this.rows.push({ ...row, id: newId() });
    if (this.rows.length >= BATCH) await this.flushRows();
  }

  async problems(problems: readonly RowProblem[]): Promise<void> {
    this.faults.push(...problems);
    this.hasNationalIds ||= problems.some(({ code }) => code === 'national_id');
    if (this.faults.length >= BATCH) await this.flushFaults();
  }

  /** Answers how many faults there are in all. */
  async end(numberHeading: string | null): Promise<number> {
    await this.flushRows();
    await this.flushFaults();
    const doubles: unknown[] = await this.tx.query(NOTE_LIST_DOUBLES, [
      this.listId,
      this.count,
      numberHeading,
      Math.max(0, MOST_PROBLEMS - this.count),
    ]);
    const errors = this.count + doubles.length;
    if (errors > 0)
      await this.tx.query('DELETE FROM verification_list_rows WHERE list_id = $1', [this.listId]);
    return errors;
  }

  private async flushRows(): Promise<void> {
    if (this.rows.length > 0) await this.tx.query(INSERT_ROWS, [this.listId, JSON.stringify(this.rows)]);
    this.rows = [];
  }

  private async flushFaults(): Promise<void> {
    const listed = this.faults
      .slice(0, Math.max(0, MOST_PROBLEMS - this.count))
      .map((problem, at) => ({ ...problem, text: undefined, place: at + 1 }));
    if (listed.length > 0)
      await this.tx.query(INSERT_PROBLEMS, [this.listId, this.count, JSON.stringify(listed)]);
    this.count += this.faults.length;
    this.faults = [];
  }
}
