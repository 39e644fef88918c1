import type { Cells } from './cell.policy';
import { mapColumns, type UsualHeadings } from './header.policy';
import type { DateForm, RowProblem } from './register-file';
import { rowProblem } from './register-row.policy';
import type { RowCode } from './row-texts';
import { FileFault, type SheetRow } from './sheet-row';

const MOST_ROWS = { count: 2_000_000, code: 'too_many_rows' as const };
const MOST_COLUMNS = 200;
const FIRST_ROWS = 5;

/** How a file is read: which heading means which column, and in which order dates are written. */
export interface SheetReading<Column extends string> {
  columns: Partial<Record<Column, string>>;
  dates: DateForm;
}

/** A kind of file: what its columns are called, which have to be there, and what a line of it means. */
export interface SheetShape<Column extends string, Row> {
  headings: UsualHeadings<Column>;
  needed: readonly Column[];
  /** Where it may hold fewer rows than a register. */
  mostRows?: { count: number; code: RowCode };
  /** What is wrong with the file by its headings alone. */
  headingFaults?: (headings: readonly string[]) => RowProblem[];
  readRow(line: number, cells: Cells<Column>, reading: SheetReading<Column>): Row | RowProblem[];
}

/** What reading a file yields; the same for the dry run and for what is taken in. */
export type SheetItem<Column extends string, Row> =
  | { kind: 'header'; header: FileHeader<Column> }
  | { kind: 'row'; row: Row }
  | { kind: 'problems'; problems: RowProblem[] }
  | { kind: 'file'; problem: RowProblem };

/** What stands above the rows, and how it is understood. */
export interface FileHeader<Column extends string> {
  headings: string[];
  mapping: Partial<Record<Column, string>>;
  ignored: string[];
}

/**
 * Reads the rows of a file, some at a time, in bounded memory. A fault of the file as a whole ends the reading; faults of rows do
 * not.
 */
export async function* readSheet<Column extends string, Row>(
  pages: AsyncIterable<readonly SheetRow[]>,
  shape: SheetShape<Column, Row>,
  reading: SheetReading<Column>,
): AsyncGenerator<SheetItem<Column, Row>[]> {
  let layout: Layout<Column, Row> | null = null;
  const most = shape.mostRows ?? MOST_ROWS;
  let count = 0;
  let items: SheetItem<Column, Row>[] = [];
  try {
    for await (const rows of pages) {
      for (const { line, cells } of rows) {
        if (layout === null) {
          if (cells.length > MOST_COLUMNS) throw new FileFault('too_many_columns');
          layout = layoutOf(cells, shape, reading);
          items.push({ kind: 'header', header: layout }, ...layout.faults.map(ofFile));
          if (layout.faults.length > 0) return yield items;
          continue;
        }
        count += 1;
        if (count > most.count) throw new FileFault(most.code);
        items.push(readRecord(cells, line, layout));
      }
      yield items;
      items = [];
    }
    if (count === 0) throw new FileFault('empty');
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield [...items, ofFile(rowProblem(error.line, null, error.code))];
  }
}

const ofFile = (problem: RowProblem) => ({ kind: 'file' as const, problem });

/** The headings and the first rows as they stand in the file, for the officer who says what each column means. */
export async function previewOf(
  pages: AsyncIterable<readonly SheetRow[]>,
): Promise<{ headings: string[]; firstRows: string[][] }> {
  const found: string[][] = [];
  try {
    for await (const rows of pages) {
      const wanted = rows.slice(0, FIRST_ROWS + 1 - found.length);
      found.push(...wanted.map(({ cells }) => cells.slice(0, MOST_COLUMNS).map(shownCell)));
      if (found.length > FIRST_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
  }
  const [headings = [], ...firstRows] = found;
  return { headings, firstRows };
}

const shownCell = (cell: string): string => cell.trim().slice(0, 120);

interface Layout<Column extends string, Row> extends FileHeader<Column> {
  places: [Column, number][];
  shape: SheetShape<Column, Row>;
  reading: SheetReading<Column>;
  faults: RowProblem[];
}

function layoutOf<Column extends string, Row>(
  record: readonly string[],
  shape: SheetShape<Column, Row>,
  reading: SheetReading<Column>,
): Layout<Column, Row> {
  const headings = record.map((heading) => heading.trim());
  const mapping = mapColumns(shape.headings, headings, reading.columns);
  const used = Object.entries(mapping) as [Column, string][];
  const meant = new Set(used.map(([, heading]) => heading));
  return {
    headings,
    mapping,
    shape,
    ignored: headings.filter((heading) => heading !== '' && !meant.has(heading)),
    places: used.map(([column, heading]) => [column, headings.indexOf(heading)]),
    reading: { ...reading, columns: mapping },
    faults: [
      ...shape.needed
        .filter((column) => mapping[column] === undefined)
        .map((column) => rowProblem(1, column, 'column_missing')),
      ...used
        .filter(([, heading]) => headings.indexOf(heading) !== headings.lastIndexOf(heading))
        .map(([, heading]) => rowProblem(1, heading, 'heading_twice')),
      ...(shape.headingFaults?.(headings) ?? []),
    ],
  };
}

function readRecord<Column extends string, Row>(
  record: readonly string[],
  line: number,
  layout: Layout<Column, Row>,
): SheetItem<Column, Row> {
  if (record.length !== layout.headings.length)
    return { kind: 'problems', problems: [rowProblem(line, null, 'cells_differ')] };
  const cells: Cells<Column> = {};
  for (const [column, place] of layout.places) cells[column] = record[place] ?? '';
  const row = layout.shape.readRow(line, cells, layout.reading);
  return Array.isArray(row) ? { kind: 'problems', problems: row } : { kind: 'row', row };
}
