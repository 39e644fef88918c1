import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from './header.policy';
import { plainRecords } from './plain-records';
import type { FileEncoding } from './register-file';
import { FileFault, type SheetRow } from './sheet-row';
import { decoded } from './text-encoding';

const LONGEST_ROW = 64 * 1024;
/** What is longer is not plain: it may be too long. */
const LONGEST_PLAIN = LONGEST_ROW / 4;
const AT_ONCE = 200;

/** The rows of a CSV file, some at a time, and by what its cells are divided. */
export interface CsvRows {
  delimiter: string;
  rows: AsyncIterable<SheetRow[]>;
}

/**
 * Reads CSV as a stream, in memory bounded by some rows: `,`, `;` or tab, quoted or not.
 * @throws FileFault not_csv; while rows are read: quotes_broken, row_too_long
 */
export async function csvRows(bytes: AsyncIterable<Uint8Array>, encoding: FileEncoding): Promise<CsvRows> {
  const text = decoded(bytes, encoding);
  const start = (await text.next()).value ?? '';
  if (/^(?:%PDF|\{|<)/.test(start)) throw new FileFault('not_csv');
  const delimiter = delimiterOf(start.split(/\r\n|\r|\n/, 1)[0] ?? '');
  return { delimiter, rows: rowsOf(joined(start, text), delimiter) };
}

/** Plain records at once; from the first that is not plain on, character by character. */
async function* rowsOf(
  text: AsyncGenerator<string, undefined>,
  delimiter: string,
): AsyncGenerator<SheetRow[], undefined> {
  try {
    let [rest, line, isCareful] = ['', 1, false];
    let lineEnd: string | undefined;
    while (!isCareful) {
      const piece = await text.next();
      if (piece.done === true) break;
      rest += piece.value;
      lineEnd ??= /\r\n|\n|\r(?!$)/.exec(rest)?.[0];
      if (lineEnd === undefined && rest.length < LONGEST_PLAIN) continue;
      const read = plainRecords(rest, delimiter, lineEnd, LONGEST_PLAIN);
      const rows = sheetRows(read.records, line);
      if (rows.length > 0) yield rows;
      line += read.records.length;
      rest = rest.slice(read.end);
      isCareful = read.isCareful;
    }
    // What ends the first record ends all of them; as long as there is none, it is not known.
    const ending = line > 1 ? lineEnd : undefined;
    if (rest !== '') yield* carefulRows(joined(rest, text), { delimiter, lineEnd: ending, line });
  } finally {
    await text.return(undefined);
  }
}

/** @param line the line where the text begins */
async function* carefulRows(
  text: AsyncIterable<string>,
  { delimiter, lineEnd, line }: { delimiter: string; lineEnd: string | undefined; line: number },
): AsyncGenerator<SheetRow[]> {
  const parser = parse({
    delimiter,
    ...(lineEnd !== undefined && { record_delimiter: lineEnd }),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source reaches the loop below through the parser.
  pipeline(Readable.from(text), parser, () => undefined);
  const before = line - 1;
  const rows: SheetRow[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (!isEmpty(cells)) rows.push({ line, cells });
      line += 1 + breaksIn(cells);
      if (rows.length >= AT_ONCE) yield rows.splice(0);
    }
  } catch (error) {
    if (rows.length > 0) yield rows;
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === 'number' ? before + error.lines : null;
    throw new FileFault(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row_too_long' : 'quotes_broken', at);
  }
  if (rows.length > 0) yield rows;
}

function sheetRows(records: readonly string[][], first: number): SheetRow[] {
  return records
    .map((cells, place) => ({ line: first + place, cells }))
    .filter(({ cells }) => !isEmpty(cells));
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

/** Line breaks inside the cells: a record takes one line and as many more. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  yield start;
  yield* rest;
}
