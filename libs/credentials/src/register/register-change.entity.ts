import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolderEntry } from './file/register-file';

export type ChangeKind = 'new' | 'gone' | 'changed';

/** What a version changes of one holder: proposed while the version waits, and kept for good once it counts. */
@Entity('register_changes')
export class RegisterChange {
  @PrimaryColumn('uuid')
  importId: string;

  @PrimaryColumn('text')
  kind: ChangeKind;

  @PrimaryColumn('text')
  numberKey: string;

  /** The line in the version's file, the header being 1. */
  @Column('integer', { nullable: true })
  rowNo: number | null;

  /** What stood there before had been written by hand. */
  @Column('boolean', { default: false })
  byHand: boolean;

  @Column('jsonb', { nullable: true })
  before: HolderEntry | null;

  @Column('jsonb', { nullable: true })
  after: HolderEntry | null;
}
