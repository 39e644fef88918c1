import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';
import type { CheckOutcome } from '../check/check.states';
import type { VerificationMethod } from './manual-verification.policy';

/** What an officer found out by himself, and how. Append-only by trigger. */
@Entity('manual_verifications')
export class ManualVerification extends BaseColumns {
  @Column('uuid')
  checkId: string;

  @Column('uuid')
  verifierId: string;

  @Column('text')
  method: VerificationMethod;

  @Column('text')
  outcome: CheckOutcome;

  @Column('text')
  note: string;

  @Column('date')
  verifiedOn: LocalDate;

  /** Name and office. */
  @Column('text', { nullable: true })
  spokenWith: string | null;

  /** Number or address that was used. */
  @Column('text', { nullable: true })
  contact: string | null;

  /** Where it was found, independently of the applicant. */
  @Column('text', { nullable: true })
  contactFoundAt: string | null;

  /** Codes of warnings that the officer saw and went on with. */
  @Column('text', { array: true })
  warnings: string[];

  @Column('uuid', { nullable: true })
  evidenceFileId: string | null;

  /** Whether the group's rules wanted a second reader when it was recorded. */
  @Column('boolean')
  needsSecond: boolean;

  @Column('text', { nullable: true })
  outcomeBefore: string | null;

  /** Hash of the source's answer that the officer saw. */
  @Column('bytea', { nullable: true })
  answerHash: Buffer | null;
}

/** A second officer's reading of a verification: one each, never the verifier's own. Append-only by trigger. */
@Entity('manual_readings')
export class ManualReading {
  @PrimaryColumn('uuid')
  verificationId: string;

  @Column('uuid')
  verifierId: string;

  @Column('uuid')
  readerId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('boolean')
  agrees: boolean;

  @Column('text')
  note: string;
}
