import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One clause of one edition, in both languages. */
@Entity('code_clauses')
export class CodeClause extends BaseColumns {
  @Column('uuid')
  codeId: string;

  /** From 1, as printed. */
  @Column('integer')
  position: number;

  @Column('text')
  headingId: string;

  @Column('text')
  headingEn: string;

  @Column('text')
  textId: string;

  @Column('text')
  textEn: string;

  /** Whether a person must tick this clause by itself. */
  @Column('boolean')
  mustAcknowledge: boolean;
}
