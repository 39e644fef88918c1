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
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source reaches the loop below through the parser.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    let line = 1;
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells };
      line += 1 + breaksIn(cells);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    throw new FileFault(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row_too_long' : 'quotes_broken', line);
  }
}

/** Line breaks inside the cells: a record takes one line and as many more. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
