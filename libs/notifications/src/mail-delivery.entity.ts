import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { Language } from '@himpun/kernel';

/** One mail to one address, known by its key; what it says is made when it is sent and kept nowhere. */
@Entity('mail_deliveries')
export class MailDelivery extends BaseColumns {
  /** Of the message that asked for it and the template: the same mail is sent once. */
  @Column('text', { unique: true })
  key: string;

  @Column('text')
  template: string;

  @Column('text')
  email: string;

  @Column('text')
  language: Language;

  @Column('uuid', { nullable: true })
  personId: string | null;

  /** `refused`: the mail server will never take it. */
  @Column('text')
  state: 'open' | 'sent' | 'refused';

  @Column('integer', { default: 0 })
  attempts: number;

  /** Until then one worker is sending it; after that it has died and another may. */
  @Column('timestamptz', { nullable: true })
  claimedUntil: Date | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
