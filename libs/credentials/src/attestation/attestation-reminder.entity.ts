import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reminder of an unanswered question; the key makes each go out once. */
@Entity('attestation_reminders')
export class AttestationReminder {
  @PrimaryColumn('uuid')
  attestationId: string;

  /** 1 or 2. */
  @PrimaryColumn('integer')
  number: number;

  @Column('timestamptz')
  createdAt: Date;
}
