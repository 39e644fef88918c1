import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** A human being, with or without an account. One name is enough: many people have only one. */
@Entity('people')
export class Person extends VersionedColumns {
  /** As the person writes it; 1 to 200 graphemes, NFC. */
  @Column('text')
  fullName: string;

  @Column('text', { nullable: true })
  titleBefore: string | null;

  @Column('text', { nullable: true })
  titleAfter: string | null;

  /** The name to print on certificates, where it differs. */
  @Column('text', { nullable: true })
  certificateName: string | null;

  @Column('date', { nullable: true })
  birthDate: LocalDate | null;

  /** E.164. */
  @Column('text', { nullable: true })
  phone: string | null;

  /** Province or region, free text. */
  @Column('text', { nullable: true })
  region: string | null;

  /** Lower case without diacritics, kept by the database for trigram search. */
  @Column({ type: 'text', insert: false, update: false, select: false })
  searchName: string;
}
