import type { Tone } from '../../ui/status-tag';
import type { ImportDetail, ImportLine } from './registers.api';

/** The columns of a register that are read, in the order of the template. */
export const COLUMNS = [
  'number',
  'name',
  'birth_date',
  'profession',
  'status',
  'valid_from',
  'valid_until',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Headings by column as an officer typed them. */
export type TypedHeadings = Partial<Record<Column, string>>;

/** What became of an import, as pages word it: `superseded` is either a version that counted once, or a file never used. */
export type ImportFate = 'checked' | 'refused' | 'confirmed' | 'current' | 'replaced' | 'unused';

const TONES: Readonly<Record<ImportFate, Tone>> = {
  checked: 'warn',
  refused: 'bad',
  confirmed: 'waiting',
  current: 'good',
  replaced: 'info',
  unused: 'info',
};

/** In which words and tone an import is shown. */
export function fateOf({ state, finishedAt }: Pick<ImportLine, 'state' | 'finishedAt'>): {
  fate: ImportFate;
  tone: Tone;
} {
  const fate = state !== 'superseded' ? state : finishedAt === null ? 'unused' : 'replaced';
  return { fate, tone: TONES[fate] };
}

/** How many rows a dry run found good. */
export interface RowFigures {
  good: number;
  /** The report lists every fault; otherwise `good` is the most it can be. */
  isComplete: boolean;
  /** The fault is the file's own (its kind, its headings, its length): no row was of use. */
  isWholeFile: boolean;
}

/** Counts good rows: a row may have several faults, and the report stops listing at some number. */
export function rowFigures({
  rowCount,
  errorCount,
  problems,
}: Pick<ImportDetail, 'rowCount' | 'errorCount' | 'problems'>): RowFigures {
  const isWholeFile = problems.some(({ row }) => row === null || row === 1);
  const faulty = new Set(problems.map(({ row }) => row)).size;
  return {
    good: isWholeFile ? 0 : Math.max(0, rowCount - faulty),
    isComplete: errorCount <= problems.length,
    isWholeFile,
  };
}

/** 0 to 100, in whole percent; never 100 before the last row. */
export function percentTaken({
  importedRows,
  rowCount,
}: Pick<ImportLine, 'importedRows' | 'rowCount'>): number {
  if (rowCount <= 0) return 0;
  return Math.min(100, Math.floor((importedRows / rowCount) * 100));
}

/** The upload's field `mapping`; nothing when no heading was named. */
export function mappingField(typed: TypedHeadings): Record<string, string> | undefined {
  const named = Object.entries(typed).flatMap(([column, heading]) =>
    heading.trim() === '' ? [] : [[column, heading.trim()] as const],
  );
  return named.length === 0 ? undefined : { mapping: JSON.stringify(Object.fromEntries(named)) };
}
