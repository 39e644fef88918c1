import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Since then the officers of a group may look at a file, because it was submitted to the group. */
@Entity('file_sights')
export class FileSight {
  @PrimaryColumn('uuid')
  fileId: string;

  @PrimaryColumn('uuid')
  groupId: string;

  /** The group and all above it, as the tree was then: powers on any of them give sight. */
  @Column('uuid', { array: true })
  groupPath: string[];

  /** The case it was submitted for last, e.g. `application`; null for what was submitted before cases were written down. */
  @Column('text', { nullable: true })
  originType: string | null;

  @Column('uuid', { nullable: true })
  originId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
