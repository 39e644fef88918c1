import type { Bilingual } from '@himpun/kernel';

/** The columns of a register that we read. */
export const REGISTER_COLUMNS = [
  'number',
  'name',
  'birth_date',
  'profession',
  'status',
  'valid_from',
  'valid_until',
] as const;

export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** Column → heading of the file, as written there. Absent columns are not read. */
export type ColumnMapping = Partial<Record<RegisterColumn, string>>;

/** One fault of a file: where and what, so that all can be mended at once. */
export interface RowProblem {
  /** Line in the file, the header being 1; null for the file as a whole. */
  row: number | null;
  /** Heading as written in the file. */
  column: string | null;
  code: string;
  text: Bilingual;
  /** What stands in the cell, cut short. */
  value: string | null;
}

/** What a dry run found. `problems` stops at a limit; `error_count` of the import does not. */
export interface ImportReport {
  problems: RowProblem[];
  /** Headings of the file that are not read. */
  ignored: string[];
  /** First rows as they would be taken in. */
  sample: Record<RegisterColumn, string | null>[];
  /** Against the register's present version, by number. */
  changes: { added: number; changed: number; removed: number; same: number } | null;
}
