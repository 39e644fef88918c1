import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { Language } from '@himpun/kernel';

/** A person acknowledged one edition, at `createdAt`. Append-only by trigger; once per person and edition. */
@Entity('acknowledgements')
export class Acknowledgement extends BaseColumns {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  codeId: string;

  /** The hash of the text that was read. */
  @Column('text')
  textHash: string;

  /** The language it was read in. */
  @Column('text')
  language: Language;

  /** The clauses that the person ticked one by one. */
  @Column('uuid', { array: true })
  clauseIds: string[];
}
