import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { forbidden, notFound, type Actor } from '@himpun/kernel';
import type { ColumnMapping, ImportReport } from './register-file';
import type { ImportState } from './register-import.states';
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

/** An import without its report. */
export interface ImportLine extends Record<string, unknown> {
  id: string;
  number: number;
  state: ImportState;
  fileName: string;
  fileSize: number;
  rowCount: number;
  errorCount: number;
  importedRows: number;
  uploadedAt: Date;
  uploadedBy: string | null;
  finishedAt: Date | null;
}

/** An import with all that its dry run found. */
export interface ImportDetail extends ImportLine {
  mapping: ColumnMapping;
  delimiter: string;
  report: ImportReport;
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
    const row = await this.sql.row<ImportDetail>(
      `SELECT i.mapping, i.delimiter, i.report, ${IMPORT} WHERE i.register_id = $1 AND i.id = $2`,
      [registerId, importId],
    );
    if (!row) throw notFound('register_import');
    return row;
  }
}

const REGISTERS = `
  SELECT r.id, r.group_id AS "groupId", g.path AS "groupPath", r.authority, r.name_id AS "nameId", r.name_en AS "nameEn",
    i.number AS "currentNumber", i.imported_rows AS "currentRows", i.finished_at AS "currentSince"
  FROM registers r JOIN groups g ON g.id = r.group_id LEFT JOIN register_imports i ON i.id = r.current_import_id`;

const IMPORT = `i.id, i.number, i.state, i.file_name AS "fileName", i.file_size AS "fileSize", i.row_count AS "rowCount",
  i.error_count AS "errorCount", i.imported_rows AS "importedRows", i.created_at AS "uploadedAt",
  p.full_name AS "uploadedBy", i.finished_at AS "finishedAt"
  FROM register_imports i LEFT JOIN people p ON p.id = i.uploaded_by`;
