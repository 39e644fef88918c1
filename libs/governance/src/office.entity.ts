import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { Power } from '@himpun/identity';

/** A function of a group, such as its chair, and the powers that come with it. */
@Entity('offices')
export class Office extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** Stable within the group: `chair`, `verification_officer`. */
  @Column('text')
  code: string;

  @Column('text')
  nameId: string;

  @Column('text')
  nameEn: string;

  @Column('text', { array: true })
  powers: Power[];

  /** Order in lists. */
  @Column('integer', { default: 0 })
  position: number;
}
