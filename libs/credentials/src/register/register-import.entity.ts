import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type {
  ColumnMapping,
  DateForm,
  FileEncoding,
  FileFormat,
  ImportReport,
  MappingFrom,
} from './file/register-file';
import type { ImportState, VersionKind } from './register-import.states';

/** One version of a register, or a proposal for one: what it came from, what its dry run found, how far it is. */
@Entity('register_imports')
export class RegisterImport extends BaseColumns {
  @Column('uuid')
  registerId: string;

  /** From 1, rising. */
  @Column('integer')
  number: number;

  @Column('text', { default: 'file' })
  kind: VersionKind;

  @Column('text')
  state: ImportState;

  @Column('text')
  fileName: string;

  @Column('integer')
  fileSize: number;

  @Column('bytea')
  fileSha256: Buffer;

  @Column('text', { default: 'csv' })
  format: FileFormat;

  @Column('text', { default: 'utf-8' })
  encoding: FileEncoding;

  @Column('jsonb')
  mapping: ColumnMapping;

  @Column('text', { default: 'chosen' })
  mappingFrom: MappingFrom;

  @Column('text', { default: 'day_first' })
  dates: DateForm;

  @Column('text')
  delimiter: string;

  /** Rows of data in the file, once it is read. */
  @Column('integer')
  rowCount: number;

  @Column('integer')
  errorCount: number;

  @Column('jsonb')
  report: ImportReport;

  /** Rows read so far; a killed dry run goes on from here. */
  @Column('integer', { default: 0 })
  importedRows: number;

  /** The version it was compared with; it is taken in only while that is still the present one. */
  @Column('uuid', { nullable: true })
  baseImportId: string | null;

  /** Of a rollback: the version whose doing is undone. */
  @Column('uuid', { nullable: true })
  undoesImportId: string | null;

  /** Holders in the register with this version. */
  @Column('integer', { nullable: true })
  holders: number | null;

  /** Why: of corrections, rollbacks, and of files that drop more than the guard lets pass. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
