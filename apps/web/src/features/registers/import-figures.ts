import type { Tone } from '../../ui/status-tag';
import type { Change, HolderEntry, ImportDetail, ImportLine } from './registers.api';

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

/** What became of an import, as pages word it: `superseded` is either a version that counted once, or a file never used. */
export type ImportFate = 'reading' | 'checked' | 'refused' | 'confirmed' | 'current' | 'replaced' | 'unused';

const TONES: Readonly<Record<ImportFate, Tone>> = {
  reading: 'waiting',
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

/** The columns with the facts of an entry that they hold. */
export const FACTS = [
  ['number', 'number'],
  ['name', 'name'],
  ['birth_date', 'birthDate'],
  ['profession', 'profession'],
  ['status', 'status'],
  ['valid_from', 'validFrom'],
  ['valid_until', 'validUntil'],
] as const satisfies readonly (readonly [Column, keyof HolderEntry])[];

/** A fact as the register has it; null when it says nothing. */
export function shownFact(entry: HolderEntry | null, fact: keyof HolderEntry): string | null {
  const value = entry?.[fact];
  return value === undefined || value === null || value === '' ? null : value;
}

/** The facts that a change touches, before and after; of a new or gone holder those besides number and name. */
export function differences({
  before,
  after,
}: Pick<Change, 'before' | 'after'>): { column: Column; before: string | null; after: string | null }[] {
  const isWhole = before === null || after === null;
  return FACTS.map(([column, fact]) => ({
    column,
    before: shownFact(before, fact),
    after: shownFact(after, fact),
  })).filter((one) => one.before !== one.after && !(isWhole && /^(?:number|name)$/.test(one.column)));
}

/** What is wrong with the choice of columns: one that is needed is missing, or one heading was chosen twice. */
export function mappingFaults(
  chosen: Readonly<Record<Column, string>>,
  needed: string,
  twice: string,
): Partial<Record<Column, string>> {
  const faults: Partial<Record<Column, string>> = {};
  for (const column of COLUMNS) {
    const heading = chosen[column];
    if (heading === '' && (column === 'number' || column === 'name')) faults[column] = needed;
    const first = COLUMNS.find((other) => chosen[other] === heading);
    if (heading !== '' && first !== column) faults[column] = twice;
  }
  return faults;
}

/** Whether nothing can be said of the file before an officer says what its columns mean. */
export function mustMap({
  kind,
  mappingFrom,
  canReread,
  state,
}: Pick<ImportDetail, 'kind' | 'mappingFrom' | 'canReread' | 'state'>): boolean {
  return kind === 'file' && mappingFrom === 'usual' && canReread && state !== 'reading';
}
