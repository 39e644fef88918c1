import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { DateForm, FileEncoding, FileFormat } from '../register/file/register-file';
import type { ListMapping } from './list-row.policy';
import type { ListState } from './verification-list.states';

/** What the reading of a list's file found, without the faults. */
export interface ListReport {
  /** All headings of the file, and its first rows as they stand there. */
  headings: string[];
  firstRows: string[][];
  /** Headings that are not read. */
  ignored: string[];
}

/** People whom an officer has verified at once. They need no account, and become none by it. */
@Entity('verification_lists')
export class VerificationList extends BaseColumns {
  @Column('uuid')
  groupId: string;

  @Column('text')
  name: string;

  @Column('text')
  state: ListState;

  @Column('text')
  fileName: string;

  @Column('integer')
  fileSize: number;

  @Column('bytea')
  fileSha256: Buffer;

  @Column('text')
  format: FileFormat;

  @Column('text')
  encoding: FileEncoding;

  @Column('jsonb')
  mapping: ListMapping;

  @Column('text')
  dates: DateForm;

  /** For all rows whose own authority is not given. */
  @Column('text', { nullable: true })
  authority: string | null;

  @Column('text', { nullable: true })
  profession: string | null;

  @Column('integer', { default: 0 })
  rowCount: number;

  @Column('integer', { default: 0 })
  errorCount: number;

  @Column('jsonb', { default: {} })
  report: ListReport;

  /** Hash of what the plan rests on: registers taken in, and sources not used. */
  @Column('bytea', { nullable: true })
  coverage: Buffer | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('uuid', { nullable: true })
  startedBy: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When the people in it were erased; counts and hashes are kept. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}
