import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer looked at a file of a case; kept so that the next one they open is one they have not seen. */
@Entity('review_file_views')
export class ReviewFileView {
  @PrimaryColumn('uuid')
  applicationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  fileId: string;

  @Column('timestamptz')
  createdAt: Date;
}
