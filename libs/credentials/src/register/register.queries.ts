import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { forbidden, notFound, type Actor } from '@himpun/kernel';
import type {
  ColumnMapping,
  DateForm,
  FileEncoding,
  FileFormat,
  ImportReport,
  MappingFrom,
  RowProblem,
} from './file/register-file';
import { textOf } from './file/row-texts';
import type { ImportState, VersionKind } from './register-import.states';
import { mayImportRegister } from './register.access';

/** A register and its present version. */
export interface RegisterLine extends Record<string, unknown> {
  id: string;
  groupId: string;
  groupPath: string[];
  authority: string;
  nameId: string;
  nameEn: string;
  currentNumber: number | null;
  currentRows: number | null;
  currentSince: Date | null;
}

/** Faults that come with an import; the others are read in pages of their own. */
const PROBLEMS = 500;

/** An import without its report. */
export interface ImportLine extends Record<string, unknown> {
  id: string;
  number: number;
  kind: VersionKind;
  state: ImportState;
  fileName: string;
  fileSize: number;
  rowCount: number;
  errorCount: number;
  importedRows: number;
  uploadedAt: Date;
  uploadedBy: string | null;
  finishedAt: Date | null;
  /** Holders in the register with this version. */
  holders: number | null;
  reason: string | null;
  /** Of a rollback: number of the version that it undoes. */
  undoesNumber: number | null;
  /** Number of the version that has undone this one. */
  undoneByNumber: number | null;
}

/** An import with all that its dry run found. */
export interface ImportDetail extends ImportLine {
  mapping: ColumnMapping;
  mappingFrom: MappingFrom;
  dates: DateForm;
  delimiter: string;
  format: FileFormat;
  encoding: FileEncoding;
  report: ImportReport;
  /** The file is still kept and can be read in another way. */
  canReread: boolean;
  /** Compared with the version that counts now. */
  isUpToDate: boolean;
  /** It has a version before it, has counted, and nothing undid it. */
  canUndo: boolean;
  /** The first of them. */
  problems: RowProblem[];
}

/** Reads of registers and their imports, for the officers who keep them. */
@Injectable()
export class RegisterQueries {
  constructor(private readonly sql: Sql) {}

  /** The registers that the actor may import into. */
  async mine(actor: Actor): Promise<RegisterLine[]> {
    const rows = await this.sql.rows<RegisterLine>(`${REGISTERS} ORDER BY r.name_id, r.id`);
    return rows.filter(({ groupPath }) => mayImportRegister(actor, groupPath));
  }

  /** @throws register.not_found, register.forbidden */
  async get(actor: Actor, id: string): Promise<RegisterLine> {
    const row = await this.sql.row<RegisterLine>(`${REGISTERS} WHERE r.id = $1`, [id]);
    if (!row) throw notFound('register');
    if (!mayImportRegister(actor, row.groupPath)) throw forbidden('register');
    return row;
  }

  /** Its imports, newest first. @throws register.not_found, register.forbidden */
  async imports(actor: Actor, registerId: string): Promise<ImportLine[]> {
    await this.get(actor, registerId);
    return this.sql.rows<ImportLine>(
      `SELECT ${IMPORT} WHERE i.register_id = $1 ORDER BY i.number DESC LIMIT 100`,
      [registerId],
    );
  }

  /** @throws register.not_found, register.forbidden, register_import.not_found */
  async import(actor: Actor, registerId: string, importId: string): Promise<ImportDetail> {
    await this.get(actor, registerId);
    const row = await this.sql.row<Omit<ImportDetail, 'problems'>>(
      `SELECT ${DETAIL}, ${IMPORT} JOIN registers r ON r.id = i.register_id WHERE i.register_id = $1 AND i.id = $2`,
      [registerId, importId],
    );
    if (!row) throw notFound('register_import');
    return { ...row, problems: await this.problems(importId, 0, PROBLEMS) } as ImportDetail;
  }

  /** All faults of an import that are listed, in pieces, by row. @throws as `import` */
  async *allProblems(actor: Actor, registerId: string, importId: string): AsyncGenerator<RowProblem[]> {
    await this.get(actor, registerId);
    for (let from = 0; ; from += 5_000) {
      const piece = await this.problems(importId, from, 5_000);
      if (piece.length > 0) yield piece;
      if (piece.length < 5_000) return;
    }
  }

  private async problems(importId: string, from: number, count: number): Promise<RowProblem[]> {
    const rows = await this.sql.rows<Omit<RowProblem, 'text'>>(
      `SELECT row_no AS row, heading AS column, code, value FROM register_import_problems WHERE import_id = $1
       ORDER BY row_no NULLS FIRST, place OFFSET $2 LIMIT $3`,
      [importId, from, count],
    );
    return rows.map((problem) => ({ ...problem, text: textOf(problem.code) }));
  }
}

const REGISTERS = `
  SELECT r.id, r.group_id AS "groupId", g.path AS "groupPath", r.authority, r.name_id AS "nameId", r.name_en AS "nameEn",
    i.number AS "currentNumber", i.holders AS "currentRows", i.finished_at AS "currentSince"
  FROM registers r JOIN groups g ON g.id = r.group_id LEFT JOIN register_imports i ON i.id = r.current_import_id`;

const DETAIL = `i.mapping, i.mapping_from AS "mappingFrom", i.dates, i.delimiter, i.format, i.encoding, i.report,
  EXISTS (SELECT 1 FROM register_import_chunks c WHERE c.import_id = i.id) AS "canReread",
  i.base_import_id IS NOT DISTINCT FROM r.current_import_id AS "isUpToDate",
  i.finished_at IS NOT NULL AND i.base_import_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM register_imports u WHERE u.undoes_import_id = i.id AND u.finished_at IS NOT NULL) AS "canUndo"`;

const IMPORT = `i.id, i.number, i.kind, i.state, i.file_name AS "fileName", i.file_size AS "fileSize", i.row_count AS "rowCount",
  i.error_count AS "errorCount", i.imported_rows AS "importedRows", i.created_at AS "uploadedAt",
  p.full_name AS "uploadedBy", i.finished_at AS "finishedAt", i.holders, i.reason,
  (SELECT u.number FROM register_imports u WHERE u.id = i.undoes_import_id) AS "undoesNumber",
  (SELECT u.number FROM register_imports u WHERE u.undoes_import_id = i.id AND u.finished_at IS NOT NULL LIMIT 1)
    AS "undoneByNumber"
  FROM register_imports i LEFT JOIN people p ON p.id = i.uploaded_by`;
