import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';

/** A person belongs to a group in a grade. Its number and card code are given once and never used again. */
@Entity('memberships')
export class Membership extends VersionedColumns {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  groupId: string;

  @Column('uuid')
  gradeId: string;

  /** Made from the grade's pattern; unique in the group for ever. */
  @Column('text')
  number: string;

  /** What the card's QR leads to: a public code of the kernel. */
  @Column('text', { unique: true })
  cardCode: string;

  /** The application that led here; null for members entered by other ways. */
  @Column('uuid', { nullable: true, unique: true })
  applicationId: string | null;
}
