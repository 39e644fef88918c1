import { mapHeadings } from './header.policy';
import type { ColumnMapping, FileReading, RegisterColumn, RowProblem } from './register-file';
import { readRow, rowProblem, type RegisterCells, type RegisterRow } from './register-row.policy';
import { FileFault, type SheetRow } from './sheet-row';

const MOST_ROWS = 2_000_000;
const MOST_COLUMNS = 200;
const FIRST_ROWS = 5;
const NEEDED: readonly RegisterColumn[] = ['number', 'name'];

/** What reading a register file yields, row by row; the same for the dry run and for what is taken in. */
export type RegisterItem =
  | { kind: 'header'; header: FileHeader }
  | { kind: 'row'; row: RegisterRow }
  | { kind: 'problems'; problems: RowProblem[] }
  | { kind: 'file'; problem: RowProblem };

/** What stands above the rows, and how it is understood. */
export interface FileHeader {
  headings: string[];
  mapping: ColumnMapping;
  ignored: string[];
}

/**
 * Reads the rows of a register, in memory bounded by one row. A fault of the file as a whole ends the reading; faults of
 * rows do not.
 */
export async function* readRegister(
  rows: AsyncIterable<SheetRow>,
  reading: FileReading,
): AsyncGenerator<RegisterItem> {
  let layout: Layout | null = null;
  let count = 0;
  try {
    for await (const { line, cells } of rows) {
      if (layout === null) {
        if (cells.length > MOST_COLUMNS) throw new FileFault('too_many_columns');
        layout = layoutOf(cells, reading);
        yield { kind: 'header', header: layout };
        for (const problem of layout.faults) yield { kind: 'file', problem };
        if (layout.faults.length > 0) return;
        continue;
      }
      count += 1;
      if (count > MOST_ROWS) throw new FileFault('too_many_rows');
      yield readRecord(cells, line, layout);
    }
    if (count === 0) throw new FileFault('empty');
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield { kind: 'file', problem: rowProblem(error.line, null, error.code) };
  }
}

/** The headings and the first rows as they stand in the file, for the officer who says what each column means. */
export async function previewOf(
  rows: AsyncIterable<SheetRow>,
): Promise<{ headings: string[]; firstRows: string[][] }> {
  const found: string[][] = [];
  try {
    for await (const { cells } of rows) {
      found.push(cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim().slice(0, 120)));
      if (found.length > FIRST_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
  const [headings = [], ...firstRows] = found;
  return { headings, firstRows };
}

interface Layout extends FileHeader {
  places: [RegisterColumn, number][];
  reading: FileReading;
  faults: RowProblem[];
}

function layoutOf(record: readonly string[], reading: FileReading): Layout {
  const headings = record.map((heading) => heading.trim());
  const mapping = mapHeadings(headings, reading.columns);
  const used = Object.entries(mapping) as [RegisterColumn, string][];
  const meant = new Set(used.map(([, heading]) => heading));
  return {
    headings,
    mapping,
    ignored: headings.filter((heading) => heading !== '' && !meant.has(heading)),
    places: used.map(([column, heading]) => [column, headings.indexOf(heading)]),
    reading: { ...reading, columns: mapping },
    faults: [
      ...NEEDED.filter((column) => mapping[column] === undefined).map((column) =>
        rowProblem(1, column, 'column_missing'),
      ),
      ...used
        .filter(([, heading]) => headings.indexOf(heading) !== headings.lastIndexOf(heading))
        .map(([, heading]) => rowProblem(1, heading, 'heading_twice')),
    ],
  };
}

function readRecord(record: readonly string[], line: number, layout: Layout): RegisterItem {
  if (record.length !== layout.headings.length)
    return { kind: 'problems', problems: [rowProblem(line, null, 'cells_differ')] };
  const cells: RegisterCells = {};
  for (const [column, place] of layout.places) cells[column] = record[place] ?? '';
  const row = readRow(line, cells, layout.reading);
  return Array.isArray(row) ? { kind: 'problems', problems: row } : { kind: 'row', row };
}
