import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** A member was asked to acknowledge an edition; once per person, edition and distance to the last day. */
@Entity('acknowledgement_requests')
export class AcknowledgementRequest extends BaseColumns {
  @Column('uuid')
  codeId: string;

  @Column('uuid')
  personId: string;

  /** The reminder's distance to the last day; null when it was the first word, before any reminder was due. */
  @Column('integer', { nullable: true })
  daysBefore: number | null;
}
