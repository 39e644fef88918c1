import {
  guardReasons,
  type DateForm,
  type FileEncoding,
  type FileFormat,
  type ImportDetail,
  type ImportLine,
  type ImportState,
  type MappingFrom,
  type RowProblem,
  type VersionKind,
} from '@himpun/credentials';

/** One version or a proposal for one; times ISO 8601. */
export class RegisterImportView {
  id: string;
  /** Version number, from 1. */
  number: number;
  /** `file` of the authority, `correction` by hand, `rollback` of another version. */
  kind: VersionKind;
  /** `reading`; `checked`: ready to confirm; `refused`: has faults; `confirmed`: being taken in; `current`: counts. */
  state: ImportState;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  /** Rows of data; of a rollback or correction the holders it changes. 0 while it is read. */
  rowCount: number;
  errorCount: number;
  /** Rows read so far. */
  importedRows: number;
  uploadedAt: string;
  uploadedBy: string | null;
  finishedAt: string | null;
  /** Holders in the register with this version; null before it counts. */
  holders: number | null;
  reason: string | null;
  /** Of a rollback: number of the version that it undoes. */
  undoesNumber: number | null;
  /** Number of the version that has undone this one. */
  undoneByNumber: number | null;

  static of(line: ImportLine): RegisterImportView {
    const { id, number, kind, state, fileName, fileSize, rowCount, errorCount, importedRows } = line;
    const { uploadedBy, holders, reason, undoesNumber, undoneByNumber } = line;
    return Object.assign(new RegisterImportView(), {
      ...{ id, number, kind, state, fileName, fileSize, rowCount, errorCount, importedRows },
      ...{ uploadedBy, holders, reason, undoesNumber, undoneByNumber },
      uploadedAt: line.uploadedAt.toISOString(),
      finishedAt: line.finishedAt?.toISOString() ?? null,
    });
  }
}

/** A sentence in both languages. */
export class ProblemTextView {
  id: string;
  en: string;
}

/** Where a fault is and what it is. */
export class RowProblemView {
  /** Line in the file, the header being 1; null for the file as a whole. */
  row: number | null;
  /** Heading as written in the file. */
  column: string | null;
  code: string;
  text: ProblemTextView;
  value: string | null;

  static of(problem: RowProblem): RowProblemView {
    return Object.assign(new RowProblemView(), problem);
  }
}

/** What would change against the version before, by number. */
export class RegisterChangesView {
  added: number;
  changed: number;
  removed: number;
  same: number;
  /** Of the changed: active until now, and no longer so. */
  struck: number;
  /** Of the changed and removed: written by hand. */
  byHand: number;
}

/** What an undoing leaves alone. */
export class LeftAloneView {
  /** Written by later files or rollbacks. */
  laterFiles: number;
  /** Corrected by hand since. */
  byHand: number;
}

/** What stands out, and why it needs a reason. */
export class ImportWarningView {
  code: string;
  text: ProblemTextView;
}

/** An import with all that its dry run found. */
export class RegisterImportDetailView extends RegisterImportView {
  format: FileFormat;
  encoding: FileEncoding;
  delimiter: string;
  /** Column → heading of the file. */
  mapping: Record<string, string>;
  /** `usual` headings, `remembered` from the last file, or `chosen` for this one. */
  mappingFrom: MappingFrom;
  dates: DateForm;
  /** All headings of the file, and its first rows as they stand there. */
  headings: string[];
  firstRows: string[][];
  /** Headings that are not read. */
  ignored: string[];
  /** At most 500; `errorCount` counts all, `problems.csv` lists them. */
  problems: RowProblemView[];
  /** First rows as they would be taken in. */
  sample: Record<string, string | null>[];
  changes: RegisterChangesView | null;
  left: LeftAloneView | null;
  /** Confirming needs a reason when there are any. */
  warnings: ImportWarningView[];
  /** The file can be read in another way. */
  canReread: boolean;
  /** False: the register has changed since the dry run. */
  isUpToDate: boolean;
  canUndo: boolean;

  static override of(line: ImportDetail): RegisterImportDetailView {
    const { format, encoding, delimiter, mapping, mappingFrom, dates, canReread, isUpToDate, canUndo } = line;
    const { headings = [], firstRows = [], ignored, sample, changes, left = null } = line.report;
    return Object.assign(new RegisterImportDetailView(), RegisterImportView.of(line), {
      ...{ format, encoding, delimiter, mapping, mappingFrom, dates, canReread, isUpToDate, canUndo },
      ...{ headings, firstRows, ignored, sample, changes, left },
      problems: line.problems.map((problem) => RowProblemView.of(problem)),
      warnings: guardReasons({ kind: line.kind, changes }).map(({ code, text }) => ({ code, text })),
    });
  }
}
