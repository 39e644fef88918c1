import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One sitting of an activity; attendance is recorded per session. */
@Entity('activity_sessions')
export class ActivitySession extends BaseColumns {
  @Column('uuid')
  activityId: string;

  /** From 1, in order of time. */
  @Column('integer')
  position: number;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;
}
