import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** How a person was checked in: by their code, by name, or by the code shown in the room. */
export type CheckInWay = 'code' | 'name' | 'room';

/** One participant at one session; `createdAt` is the check-in. */
@Entity('attendances')
export class Attendance extends BaseColumns {
  @Column('uuid')
  registrationId: string;

  @Column('uuid')
  sessionId: string;

  @Column('text')
  way: CheckInWay;

  /** Who stood at the door; the participant for the room's code. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
