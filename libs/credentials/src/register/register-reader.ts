import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, mapHeadings } from './header.policy';
import type { ColumnMapping, RegisterColumn, RowProblem } from './register-file';
import { readRow, rowProblem, type RegisterCells, type RegisterRow } from './register-row.policy';

const MOST_ROWS = 200_000;
const LONGEST_ROW = 64 * 1024;
const NEEDED: readonly RegisterColumn[] = ['number', 'name'];

/** What reading a register file yields, line by line; the same for the dry run and for the import. */
export type RegisterItem =
  | { kind: 'header'; mapping: ColumnMapping; ignored: string[]; delimiter: string }
  | { kind: 'row'; row: RegisterRow }
  | { kind: 'problems'; problems: RowProblem[] };

/**
 * Reads a register file as a stream, in memory bounded by one line: UTF-8 with or without BOM, `,`, `;` or tab. A fault of
 * the file as a whole ends the reading; faults of lines do not.
 */
export async function* readRegister(
  bytes: AsyncIterable<Uint8Array>,
  named: ColumnMapping = {},
): AsyncGenerator<RegisterItem> {
  const text = decoded(bytes);
  const start = await firstOf(text);
  if (start === null) return yield file('not_utf8');
  if (/^(?:PK\u0003|%PDF|\{|<)/.test(start)) return yield file('not_csv');
  const delimiter = delimiterOf(start.split(/\r?\n/, 1)[0] ?? '');
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source (bytes that are no UTF-8) reaches the loop below through the parser.
  pipeline(Readable.from(joined(start, text)), parser, () => undefined);
  let layout: Layout | null = null;
  const seen = new Set<string>();
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (layout === null) {
        layout = layoutOf(record, named);
        yield { kind: 'header', mapping: layout.mapping, ignored: layout.ignored, delimiter };
        if (layout.missing.length > 0) return yield { kind: 'problems', problems: layout.missing };
        continue;
      }
      rows += 1;
      if (rows > MOST_ROWS) return yield file('too_many_rows');
      yield readRecord(record, lineOf(record, info), layout, seen);
    }
    if (rows === 0) yield file('empty');
  } catch (error) {
    if (error instanceof NotUtf8) yield file('not_utf8');
    else if (error instanceof CsvError) yield broken(error);
    else throw error;
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

interface Layout {
  width: number;
  places: [RegisterColumn, number][];
  mapping: ColumnMapping;
  ignored: string[];
  missing: RowProblem[];
}

function layoutOf(record: readonly string[], named: ColumnMapping): Layout {
  const headings = record.map((heading) => heading.trim());
  const mapping = mapHeadings(headings, named);
  const used = new Set(Object.values(mapping));
  return {
    width: record.length,
    places: (Object.entries(mapping) as [RegisterColumn, string][]).map(([column, heading]) => [
      column,
      headings.indexOf(heading),
    ]),
    mapping,
    ignored: headings.filter((heading) => heading !== '' && !used.has(heading)),
    missing: NEEDED.filter((column) => mapping[column] === undefined).map((column) =>
      rowProblem(1, column, 'column_missing'),
    ),
  };
}

function readRecord(
  record: readonly string[],
  line: number,
  layout: Layout,
  seen: Set<string>,
): RegisterItem {
  if (record.length !== layout.width)
    return { kind: 'problems', problems: [rowProblem(line, null, 'cells_differ')] };
  const cells: RegisterCells = Object.fromEntries(
    layout.places.map(([column, place]) => [column, record[place] ?? '']),
  );
  const row = readRow(line, cells, layout.mapping);
  if (Array.isArray(row)) return { kind: 'problems', problems: row };
  if (seen.has(row.numberKey)) {
    return {
      kind: 'problems',
      problems: [rowProblem(line, layout.mapping.number ?? null, 'number_twice', row.number)],
    };
  }
  seen.add(row.numberKey);
  return { kind: 'row', row };
}

/** The line a record begins on; `info` counts to its end. */
function lineOf(record: readonly string[], info: { lines: number }): number {
  return info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

function file(code: 'not_csv' | 'too_many_rows' | 'empty' | 'not_utf8'): RegisterItem {
  return { kind: 'problems', problems: [rowProblem(null, null, code)] };
}

function broken(error: CsvError): RegisterItem {
  const line = typeof error.lines === 'number' ? error.lines : null;
  const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'row_too_long' : 'quotes_broken';
  return { kind: 'problems', problems: [rowProblem(line, null, code)] };
}

const BROKEN_BYTES = 'ERR_ENCODING_INVALID_ENCODED_DATA';

class NotUtf8 extends Error {}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  // Takes a byte order mark away by itself.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === BROKEN_BYTES) throw new NotUtf8();
    throw error;
  }
}

/** The first piece of text; null when the very first bytes are no UTF-8. */
async function firstOf(text: AsyncGenerator<string, undefined>): Promise<string | null> {
  try {
    return (await text.next()).value ?? '';
  } catch (error) {
    if (error instanceof NotUtf8) return null;
    throw error;
  }
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
