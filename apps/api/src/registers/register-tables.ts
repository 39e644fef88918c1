import { Readable } from 'node:stream';
import type { ChangeLine, HolderEntry, RowProblem } from '@himpun/credentials';
import { stringify } from 'csv-stringify';

/** Excel takes UTF-8 for what it is only with this mark in front. */
const OPTIONS = { bom: true, escape_formulas: true, record_delimiter: 'windows' as const };

/**
 * Faults as CSV, piece by piece. Cells of a stranger's file that a spreadsheet would carry out as formulas are made text.
 */
export function problemsCsv(pieces: AsyncIterable<RowProblem[]>, language: 'id' | 'en'): Readable {
  const header =
    language === 'id'
      ? ['Baris', 'Kolom', 'Masalah', 'Isi sel']
      : ['Row', 'Column', 'Problem', 'In the cell'];
  return csv(header, pieces, ({ row, column, text, value }) => [row, column, text[language], value]);
}

/** Changes as CSV: each holder's facts before and after, side by side. */
export function changesCsv(pieces: AsyncIterable<ChangeLine[]>): Readable {
  const header = [
    'kind',
    'row',
    'by_hand',
    ...FACTS.map((fact) => `${fact}_before`),
    ...FACTS.map((fact) => `${fact}_after`),
  ];
  return csv(header, pieces, ({ kind, row, byHand, before, after }) => [
    kind,
    row,
    byHand ? 'yes' : '',
    ...FACTS.map((fact) => before?.[fact]),
    ...FACTS.map((fact) => after?.[fact]),
  ]);
}

const FACTS: readonly (keyof HolderEntry)[] = [
  'number',
  'name',
  'birthDate',
  'profession',
  'status',
  'validFrom',
  'validUntil',
];

/** Lines as CSV, piece by piece, with cells that a spreadsheet would carry out made text. */
export function csv<Line>(
  header: string[],
  pieces: AsyncIterable<Line[]>,
  cellsOf: (line: Line) => unknown[],
): Readable {
  async function* rows(): AsyncGenerator<unknown[]> {
    yield header;
    for await (const piece of pieces) for (const line of piece) yield cellsOf(line);
  }
  const source = Readable.from(rows());
  const written = stringify(OPTIONS);
  source.on('error', (error) => written.destroy(error));
  return source.pipe(written);
}
