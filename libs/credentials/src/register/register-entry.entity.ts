import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@himpun/kernel';

export type EntryStatus = 'active' | 'expired' | 'suspended' | 'revoked';

/** One licence holder as the register's present version has it. Text only: what looks like a formula stays text. */
@Entity('register_entries')
export class RegisterEntry {
  @PrimaryColumn('uuid')
  registerId: string;

  /** Letters and digits only, upper case. */
  @PrimaryColumn('text')
  numberKey: string;

  /** Number of the version that wrote this last. */
  @Column('integer')
  version: number;

  /** The line in that version's file, the header being 1; null when written by hand. */
  @Column('integer', { nullable: true })
  rowNo: number | null;

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
