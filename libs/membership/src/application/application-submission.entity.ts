import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubmittedContent } from './submitted-content';

/** What was sent in, as it was at that moment; append-only, so a correction keeps old and new. */
@Entity('application_submissions')
export class ApplicationSubmission {
  @PrimaryColumn('uuid')
  applicationId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  number: number;

  @Column('timestamptz')
  submittedAt: Date;

  @Column('uuid')
  ruleId: string;

  @Column('jsonb')
  content: SubmittedContent;
}
