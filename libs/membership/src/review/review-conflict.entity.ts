import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer said that they are too close to a case; they cannot act on it from then on. Append-only by trigger. */
@Entity('review_conflicts')
export class ReviewConflict {
  @PrimaryColumn('uuid')
  applicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text')
  reason: string;
}
