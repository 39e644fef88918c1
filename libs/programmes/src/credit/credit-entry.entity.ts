import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** One line of a person's credit ledger. Append-only by trigger: what was wrong is corrected by a further line. */
@Entity('credit_entries')
export class CreditEntry extends BaseColumns {
  @Column('uuid')
  personId: string;

  @Column('uuid', { nullable: true })
  activityId: string | null;

  @Column('uuid', { nullable: true })
  registrationId: string | null;

  /** `credit_domains.code`. */
  @Column('text')
  domain: string;

  /** From 1 within registration and domain; makes the same entry impossible twice. */
  @Column('integer')
  ordinal: number;

  @Column('text')
  kind: 'attendance' | 'correction';

  /** Hours with one decimal; negative only for corrections. */
  @Column('numeric', { precision: 6, scale: 1 })
  hours: string;

  @Column('date')
  earnedOn: LocalDate;

  @Column('text', { nullable: true })
  reason: string | null;
}
