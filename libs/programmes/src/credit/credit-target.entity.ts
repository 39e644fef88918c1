import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** Credit hours that a group asks of its members per calendar year, from a day on; the newest that has begun counts. */
@Entity('credit_targets')
export class CreditTarget extends BaseColumns {
  @Column('uuid')
  groupId: string;

  @Column('date')
  validFrom: LocalDate;

  @Column('numeric', { precision: 5, scale: 1 })
  hoursPerYear: string;
}
