import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@himpun/kernel';

export type EntryStatus = 'active' | 'expired' | 'suspended' | 'revoked';

/** One licence holder of one import. Text only: a cell that looks like a formula stays the text it is. */
@Entity('register_entries')
export class RegisterEntry {
  @PrimaryColumn('uuid')
  importId: string;

  /** The line in the file, the header being 1. */
  @PrimaryColumn('integer')
  rowNo: number;

  @Column('text')
  number: string;

  /** Letters and digits only, upper case. */
  @Column('text')
  numberKey: string;

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
