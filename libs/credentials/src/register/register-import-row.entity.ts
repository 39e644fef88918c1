import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@himpun/kernel';
import type { EntryStatus } from './register-entry.entity';

/** A good row of a file that is being read or waits for the officer's word. Nothing counts of it. */
@Entity('register_import_rows')
export class RegisterImportRow {
  @PrimaryColumn('uuid')
  importId: string;

  /** The line in the file, the header being 1. */
  @PrimaryColumn('integer')
  rowNo: number;

  @Column('text')
  numberKey: string;

  @Column('text')
  number: string;

  @Column('text')
  name: string;

  @Column('date', { nullable: true })
  birthDate: LocalDate | null;

  @Column('text', { nullable: true })
  profession: string | null;

  @Column('text')
  status: EntryStatus;

  @Column('date', { nullable: true })
  validFrom: LocalDate | null;

  @Column('date', { nullable: true })
  validUntil: LocalDate | null;
}
