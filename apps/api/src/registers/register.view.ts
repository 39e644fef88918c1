import type { ImportDetail, ImportLine, ImportState, RegisterLine, RowProblem } from '@himpun/credentials';

/** A register and its present version. */
export class RegisterView {
  id: string;
  groupId: string;
  authority: string;
  nameId: string;
  nameEn: string;
  /** Number of the version that counts; null before the first. */
  currentNumber: number | null;
  currentRows: number | null;
  /** ISO 8601. */
  currentSince: string | null;

  static of(line: RegisterLine): RegisterView {
    const { id, groupId, authority, nameId, nameEn, currentNumber, currentRows, currentSince } = line;
    return Object.assign(new RegisterView(), {
      ...{ id, groupId, authority, nameId, nameEn, currentNumber, currentRows },
      currentSince: currentSince?.toISOString() ?? null,
    });
  }
}

/** One import; times ISO 8601. */
export class RegisterImportView {
  id: string;
  /** Version number, from 1. */
  number: number;
  /** `checked`: ready to confirm; `refused`: has faults; `confirmed`: being taken in; `current`: counts. */
  state: ImportState;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  rowCount: number;
  errorCount: number;
  /** Rows taken in so far. */
  importedRows: number;
  uploadedAt: string;
  uploadedBy: string | null;
  finishedAt: string | null;

  static of(line: ImportLine): RegisterImportView {
    const { id, number, state, fileName, fileSize, rowCount, errorCount, importedRows, uploadedBy } = line;
    return Object.assign(new RegisterImportView(), {
      ...{ id, number, state, fileName, fileSize, rowCount, errorCount, importedRows, uploadedBy },
      uploadedAt: line.uploadedAt.toISOString(),
      finishedAt: line.finishedAt?.toISOString() ?? null,
    });
  }
}

/** A fault of the file in both languages. */
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

/** What would change against the present version. */
export class RegisterChangesView {
  added: number;
  changed: number;
  removed: number;
  same: number;
}

/** An import with all that its dry run found. */
export class RegisterImportDetailView extends RegisterImportView {
  delimiter: string;
  /** Column → heading of the file. */
  mapping: Record<string, string>;
  /** Headings that are not read. */
  ignored: string[];
  /** At most 500; `errorCount` counts all. */
  problems: RowProblemView[];
  /** First rows as they would be taken in. */
  sample: Record<string, string | null>[];
  changes: RegisterChangesView | null;

  static override of(line: ImportDetail): RegisterImportDetailView {
    return Object.assign(new RegisterImportDetailView(), RegisterImportView.of(line), {
      delimiter: line.delimiter,
      mapping: line.mapping,
      ignored: line.report.ignored,
      problems: line.report.problems.map((problem) => RowProblemView.of(problem)),
      sample: line.report.sample,
      changes: line.report.changes,
    });
  }
}
