import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** A way of belonging to a group: full member, student member, volunteer. */
@Entity('grades')
export class Grade extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** Unique within the group; snake case. */
  @Column('text')
  code: string;

  @Column('text')
  nameId: string;

  @Column('text')
  nameEn: string;

  /** Member numbers, e.g. `PI-{year}-{seq:5}`. */
  @Column('text')
  numberPattern: string;

  /** Order in lists. */
  @Column('integer', { default: 0 })
  position: number;
}
