import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hot row of an activity: how many places, how many taken, who came how many-th. Decides registrations by itself. */
@Entity('activity_places')
export class ActivityPlaces {
  @PrimaryColumn('uuid')
  activityId: string;

  @Column('integer')
  capacity: number;

  /** Confirmed registrations; never above `capacity` (by constraint). */
  @Column('integer', { default: 0 })
  taken: number;

  /** Waitlisted registrations; none while a place is free (by constraint). */
  @Column('integer', { default: 0 })
  waiting: number;

  /** Registrations so far, cancelled ones too: the arrival number of the last. */
  @Column('integer', { default: 0 })
  arrivals: number;

  @Column('boolean')
  membersOnly: boolean;

  /** Null unless the activity is published. */
  @Column('timestamptz', { nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closesAt: Date | null;
}
