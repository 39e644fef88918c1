import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One place in an office; one person holds it at a time. */
@Entity('seats')
export class Seat extends BaseColumns {
  @Column('uuid')
  officeId: string;

  /** From 1. */
  @Column('integer')
  number: number;
}
