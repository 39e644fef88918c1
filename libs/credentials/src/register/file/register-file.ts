import type { Bilingual, LocalDate } from '@himpun/kernel';
import type { EntryStatus } from '../register-entry.entity';

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

/** In which order an authority writes the parts of a date; ISO 8601 and names of months are understood in each. */
export const DATE_FORMS = ['day_first', 'month_first', 'year_first'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** How a file of an authority is read; kept with its register. */
export interface FileReading {
  columns: ColumnMapping;
  dates: DateForm;
}

/** Where the mapping of an import came from: usual headings, the register's memory, or the officer's choice. */
export type MappingFrom = 'usual' | 'remembered' | 'chosen';

export type FileFormat = 'csv' | 'xlsx';
export type FileEncoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** What a register says of one holder. */
export interface HolderEntry {
  number: string;
  name: string;
  birthDate: LocalDate | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

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

/** How a file would change a register, by number. */
export interface ChangeCounts {
  added: number;
  changed: number;
  removed: number;
  same: number;
  /** Of the changed: active until now, and no longer so. */
  struck: number;
  /** Of the changed and removed: written by hand since the last file. */
  byHand: number;
}

/** What a dry run found, without the faults. */
export interface ImportReport {
  /** Headings of the file that are not read. */
  ignored: string[];
  /** First rows as they would be taken in. */
  sample: Record<RegisterColumn, string | null>[];
  /** All headings of the file, and its first rows as they stand there. */
  headings?: string[];
  firstRows?: string[][];
  /** Against the register's present version, by number; null when there is none. */
  changes: ChangeCounts | null;
  /** Of a rollback: what the version had changed and others have changed since, which stays. */
  left?: { laterFiles: number; byHand: number };
}
