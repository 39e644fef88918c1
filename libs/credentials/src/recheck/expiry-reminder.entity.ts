import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';

/** A person was reminded of a credential's last day; once per credential, last day and distance. */
@Entity('expiry_reminders')
export class ExpiryReminder extends BaseColumns {
  @Column('uuid')
  credentialId: string;

  @Column('uuid')
  groupId: string;

  @Column('date')
  expiresOn: LocalDate;

  /** The most urgent distance that was due; those passed over during an outage are not made up for. */
  @Column('integer')
  daysBefore: number;
}
