import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** One person in one seat between two instants; the exclusion constraint `terms_one_holder` refuses an overlap. */
@Entity('terms')
export class Term extends BaseColumns {
  @Column('uuid')
  seatId: string;

  @Column('uuid')
  personId: string;

  /** The first instant of the term: local midnight of its first day, or the moment of the appointment if later. */
  @Column('timestamptz')
  startsAt: Date;

  /** The first instant after the term: local midnight after its last day, or the moment it was ended early. */
  @Column('timestamptz')
  endsAt: Date;

  @Column('uuid', { nullable: true })
  appointedBy: string | null;

  @Column('text', { default: '' })
  reason: string;

  @Column('timestamptz', { nullable: true })
  endedEarlyAt: Date | null;

  @Column('text', { nullable: true })
  endedEarlyReason: string | null;
}
