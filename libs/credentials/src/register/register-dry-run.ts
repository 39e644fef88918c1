import type { Sql } from '@himpun/database';
import type { ColumnMapping, ImportReport, RowProblem } from './register-file';
import { readRegister } from './register-reader';
import type { RegisterRow } from './register-row.policy';

const MOST_PROBLEMS = 500;
const SAMPLE = 5;
const BATCH = 1_000;

/** What a dry run found out about a file. */
export interface DryRun {
  mapping: ColumnMapping;
  delimiter: string;
  rowCount: number;
  errorCount: number;
  report: ImportReport;
}

/** Reads a file as an import would and writes nothing: every fault, and what would change against the present version. */
export async function dryRun(
  sql: Sql,
  bytes: AsyncIterable<Uint8Array>,
  named: ColumnMapping,
  currentImportId: string | null,
): Promise<DryRun> {
  const found = {
    mapping: {} as ColumnMapping,
    delimiter: ',',
    ignored: [] as string[],
    rowCount: 0,
    errorCount: 0,
  };
  const problems: RowProblem[] = [];
  const sample: RegisterRow[] = [];
  const comparison = new Comparison(sql, currentImportId);
  for await (const item of readRegister(bytes, named)) {
    if (item.kind === 'header') {
      Object.assign(found, { mapping: item.mapping, ignored: item.ignored, delimiter: item.delimiter });
    } else if (item.kind === 'problems') {
      if (item.problems.some(({ row }) => row !== null && row > 1)) found.rowCount += 1;
      found.errorCount += item.problems.length;
      note(problems, item.problems);
    } else {
      found.rowCount += 1;
      if (sample.length < SAMPLE) sample.push(item.row);
      await comparison.add(item.row);
    }
  }
  const { mapping, delimiter, rowCount, errorCount, ignored } = found;
  const changes = await comparison.end();
  return {
    mapping,
    delimiter,
    rowCount,
    errorCount,
    report: { problems, ignored, sample: sample.map(shown), changes },
  };
}

/** What concerns the whole file comes first and is never cut off. */
function note(problems: RowProblem[], found: readonly RowProblem[]): void {
  problems.unshift(...found.filter(({ row }) => row === null));
  const rest = found.filter(({ row }) => row !== null);
  problems.push(...rest.slice(0, Math.max(0, MOST_PROBLEMS - problems.length)));
}

/** Counts what is new, changed and gone, in batches. */
class Comparison {
  private readonly counts = { added: 0, changed: 0, same: 0 };
  private batch: RegisterRow[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly importId: string | null,
  ) {}

  async add(row: RegisterRow): Promise<void> {
    if (this.importId === null) return;
    this.batch.push(row);
    if (this.batch.length >= BATCH) await this.flush();
  }

  async end(): Promise<ImportReport['changes']> {
    if (this.importId === null) return null;
    await this.flush();
    const [total] = await this.sql.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM register_entries WHERE import_id = $1',
      [this.importId],
    );
    return { ...this.counts, removed: Math.max(0, (total?.n ?? 0) - this.counts.changed - this.counts.same) };
  }

  private async flush(): Promise<void> {
    const rows = await this.sql.rows<{ key: string; line: string }>(
      `SELECT number_key AS key, concat_ws('|', name, birth_date, profession, status, valid_from, valid_until) AS line
       FROM register_entries WHERE import_id = $1 AND number_key = ANY ($2::text[])`,
      [this.importId, this.batch.map(({ numberKey }) => numberKey)],
    );
    const lines = new Map(rows.map(({ key, line }) => [key, line]));
    for (const row of this.batch) {
      const line = lines.get(row.numberKey);
      this.counts[line === undefined ? 'added' : line === lineOf(row) ? 'same' : 'changed'] += 1;
    }
    this.batch = [];
  }
}

function lineOf({ name, birthDate, profession, status, validFrom, validUntil }: RegisterRow): string {
  return [name, birthDate, profession, status, validFrom, validUntil]
    .filter((part) => part !== null)
    .join('|');
}

function shown(row: RegisterRow): ImportReport['sample'][number] {
  return {
    number: row.number,
    name: row.name,
    birth_date: row.birthDate,
    profession: row.profession,
    status: row.status,
    valid_from: row.validFrom,
    valid_until: row.validUntil,
  };
}
