import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';

export type GroupKind = 'professional' | 'volunteer';

/** An association, chapter, division or volunteer group; a tree. Its rules, not its kind, decide what it asks. */
@Entity('groups')
export class Group extends VersionedColumns {
  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** Ids from the root of the tree down to this group itself. */
  @Column('uuid', { array: true })
  path: string[];

  @Column('text')
  kind: GroupKind;

  @Column('text', { unique: true })
  slug: string;

  @Column('text')
  nameId: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  shortName: string;

  @Column('text', { default: '' })
  aboutId: string;

  @Column('text', { default: '' })
  aboutEn: string;

  /** IANA zone of the group's dates. */
  @Column('text', { default: 'Asia/Jakarta' })
  zone: string;

  /** `#rrggbb`, lower case. */
  @Column('text', { nullable: true })
  primaryColor: string | null;

  @Column('uuid', { nullable: true })
  logoFileId: string | null;

  /** Where its people ask for help. */
  @Column('text', { nullable: true })
  contactEmail: string | null;
}
