import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { ColumnMapping, DateForm } from './file/register-file';

/** An authority's list of licence holders, as this group keeps it. */
@Entity('registers')
export class Register extends VersionedColumns {
  @Column('uuid')
  groupId: string;

  @Column('text')
  authority: string;

  /** `authorityKey(authority)`. */
  @Column('text')
  authorityKey: string;

  @Column('text')
  nameId: string;

  @Column('text')
  nameEn: string;

  /** The import whose entries count; null before the first. */
  @Column('uuid', { nullable: true })
  currentImportId: string | null;

  /** How its authority's files are read, remembered from the last one; null before the first. */
  @Column('jsonb', { nullable: true })
  mapping: ColumnMapping | null;

  @Column('text', { default: 'day_first' })
  dates: DateForm;
}
