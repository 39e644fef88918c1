import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from './header.policy';
import type { FileEncoding } from './register-file';
import { FileFault, type SheetRow } from './sheet-row';
import { decoded } from './text-encoding';

const LONGEST_ROW = 64 * 1024;

/** The rows of a CSV file, and by what its cells are divided. */
export interface CsvRows {
  delimiter: string;
  rows: AsyncIterable<SheetRow>;
}

/**
 * Reads CSV as a stream, in memory bounded by one row: `,`, `;` or tab, quoted or not.
 * @throws FileFault not_csv; while rows are read: quotes_broken, row_too_long
 */
export async function csvRows(bytes: AsyncIterable<Uint8Array>, encoding: FileEncoding): Promise<CsvRows> {
  const text = decoded(bytes, encoding);
  const start = (await text.next()).value ?? '';
  if (/^(?:%PDF|\{|<)/.test(start)) throw new FileFault('not_csv');
  const delimiter = delimiterOf(start.split(/\r\n|\r|\n/, 1)[0] ?? '');
  return { delimiter, rows: parsed(joined(start, text), delimiter) };
}

async function* parsed(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source reaches the loop below through the parser.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: lineOf(record, info), cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    throw new FileFault(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row_too_long' : 'quotes_broken', line);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** The line a record begins on; `info` counts to its end. */
function lineOf(record: readonly string[], info: { lines: number }): number {
  let breaks = 0;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return info.lines - breaks;
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
