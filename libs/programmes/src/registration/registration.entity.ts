import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { RegistrationState } from './registration.states';

/** One person's place or turn at an activity. At most one per person and activity is alive; a cancelled one stays as history. */
@Entity('registrations')
export class Registration extends BaseColumns {
  @Column('uuid')
  activityId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  state: RegistrationState;

  /** The how many-th arrival at this activity; the waitlist's order. */
  @Column('integer')
  arrival: number;

  /** Shown at the door, `AB12-CD34-EF56-GH78`. */
  @Column('text', { unique: true })
  code: string;

  /** When a place was passed on to this waitlisted person. */
  @Column('timestamptz', { nullable: true })
  passedOnAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  /** Of the attendance, while enough sessions were attended. */
  @Column('uuid', { nullable: true })
  certificateId: string | null;
}
