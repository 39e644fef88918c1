import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transactions } from '@himpun/database';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { FileHeader, RegisterItem } from './file/register-reader';
import type { FileReading, RowProblem } from './file/register-file';
import type { RegisterRow } from './file/register-row.policy';
import { COPY_ROWS, MOVE_ON, NOTE_PROBLEMS } from './register-versions.sql';

const BATCH = 2_000;
const PIECE = 250;
/** Faults listed of one file; all are counted. */
export const MOST_PROBLEMS = 100_000;

/** Another worker reads the same file; whoever came second comes back and finds it done. */
export class ReadingCrossed extends Error {
  readonly retryAfterMs = 15_000;
}

/** Which file is read, how, and how far it had been read before. */
export interface ReadingPlace {
  id: string;
  mapping: FileReading['columns'];
  dates: FileReading['dates'];
  importedRows: number;
  errorCount: number;
}

/** Rows on their way into the database: while one batch is written, the next is read. Each is written with its place. */
export class RowBatches {
  header: FileHeader | undefined;
  readonly fileProblems: RowProblem[] = [];
  private done: number;
  private errors: number;
  private met = 0;
  private batch = emptyBatch();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly started: ReadingPlace,
  ) {
    this.done = started.importedRows;
    this.errors = started.errorCount;
  }

  /** What was read, in order. @throws ReadingCrossed */
  async add(items: readonly RegisterItem[]): Promise<void> {
    for (const item of items) {
      if (item.kind === 'header') this.header = item.header;
      else if (item.kind === 'file') this.fileProblems.push(item.problem);
      else {
        this.addRow(item);
        if (this.batch.count >= BATCH) await this.flush();
      }
    }
  }

  private addRow(item: Extract<RegisterItem, { kind: 'row' | 'problems' }>): void {
    this.met += 1;
    if (this.met <= this.started.importedRows) return;
    this.batch.count += 1;
    if (item.kind === 'row') this.batch.rows.push(lineOf(this.started.id, item.row));
    else this.batch.problems.push(...item.problems);
  }

  async end(): Promise<void> {
    if (this.batch.count > 0) await this.flush();
    await this.writing;
  }

  private async flush(): Promise<void> {
    await this.writing;
    const batch = this.batch;
    const [done, errors] = [this.done, this.errors];
    this.done += batch.count;
    this.errors += batch.problems.length;
    this.batch = emptyBatch();
    this.writing = this.transactions.run((tx) => this.keep(tx, batch, done, errors));
    // Whoever awaits it next hears of a failure; until then it must not count as nobody's.
    this.writing.catch(() => undefined);
  }

  private async keep(tx: EntityManager, batch: Batch, done: number, errors: number): Promise<void> {
    const { rows, problems, count } = batch;
    const { id, mapping, dates } = this.started;
    const place = [id, done, done + count, problems.length, JSON.stringify(mapping), dates];
    const [moved]: [unknown[], number] = await tx.query(MOVE_ON, place);
    if (moved.length === 0) throw new ReadingCrossed(`import ${id} was moved on by another worker`);
    const client = (await tx.queryRunner?.connect()) as PoolClient;
    if (rows.length > 0) await pipeline(Readable.from(pieces(rows)), client.query(copyFrom(COPY_ROWS)));
    const listed = problems
      .slice(0, Math.max(0, MOST_PROBLEMS - errors))
      .map((problem, at) => ({ ...problem, text: undefined, place: at + 1 }));
    if (listed.length > 0) await tx.query(NOTE_PROBLEMS, [id, errors, JSON.stringify(listed)]);
  }
}

interface Batch {
  /** Lines as COPY takes them. */
  rows: string[];
  problems: RowProblem[];
  count: number;
}

const emptyBatch = (): Batch => ({ rows: [], problems: [], count: 0 });

/** In pieces short enough to be young garbage. */
function* pieces(lines: readonly string[]): Generator<string> {
  for (let at = 0; at < lines.length; at += PIECE) yield lines.slice(at, at + PIECE).join('');
}

/** A row in PostgreSQL's text format. */
function lineOf(importId: string, row: RegisterRow): string {
  const { number, name, birthDate, profession, status, validFrom, validUntil } = row;
  const who = `${importId}\t${row.row}\t${row.numberKey}\t${cellOf(number)}\t${cellOf(name)}\t${birthDate ?? NULL}`;
  return `${who}\t${cellOf(profession)}\t${status}\t${validFrom ?? NULL}\t${validUntil ?? NULL}\n`;
}

function cellOf(value: string | null): string {
  if (value === null) return NULL;
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (mark) => ESCAPED[mark] ?? mark) : value;
}

const NULL = '\\N';
const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
