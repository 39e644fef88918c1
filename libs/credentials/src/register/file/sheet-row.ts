import type { RowCode } from './row-texts';

/** One row of a file, whatever its format. */
export interface SheetRow {
  /** The line in the file, the header being 1. */
  line: number;
  cells: string[];
}

/** The file cannot be read, or not from some line on. */
export class FileFault extends Error {
  constructor(
    readonly code: RowCode,
    /** Null: the file as a whole. */
    readonly line: number | null = null,
  ) {
    super(code);
  }
}
