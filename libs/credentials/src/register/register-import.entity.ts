import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { ColumnMapping, ImportReport } from './register-file';
import type { ImportState } from './register-import.states';

/** One version of a register: the file as uploaded, the report of its dry run, and how far it has been taken in. */
@Entity('register_imports')
export class RegisterImport extends BaseColumns {
  @Column('uuid')
  registerId: string;

  /** From 1, rising. */
  @Column('integer')
  number: number;

  @Column('text')
  state: ImportState;

  @Column('text')
  fileName: string;

  @Column('integer')
  fileSize: number;

  @Column('bytea')
  fileSha256: Buffer;

  @Column('jsonb')
  mapping: ColumnMapping;

  @Column('text')
  delimiter: string;

  @Column('integer')
  rowCount: number;

  @Column('integer')
  errorCount: number;

  @Column('jsonb')
  report: ImportReport;

  /** Rows taken in so far; a killed import goes on from here. */
  @Column('integer', { default: 0 })
  importedRows: number;

  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
