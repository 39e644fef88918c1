import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One fault of an uploaded file; its sentence is found by its code. */
@Entity('register_import_problems')
export class RegisterImportProblem {
  @PrimaryColumn('uuid')
  importId: string;

  /** In the order of finding, from 1. */
  @PrimaryColumn('integer')
  place: number;

  /** The line in the file, the header being 1; null for the file as a whole. */
  @Column('integer', { nullable: true })
  rowNo: number | null;

  /** Of the column, as written in the file. */
  @Column('text', { nullable: true })
  heading: string | null;

  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  value: string | null;
}
