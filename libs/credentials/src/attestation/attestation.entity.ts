import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { Language } from '@himpun/kernel';
import type { AttestationVerdict } from './attestation-answer.policy';
import type { AttestationState } from './attestation.states';
import type { AttestedClaim } from './attested-claim.policy';

/** One question to whoever issued a credential, under one link; fixed by a trigger once it has ended. */
@Entity('attestations')
export class Attestation extends BaseColumns {
  @Column('uuid')
  checkId: string;

  /** What the answering office can name later; 80 random bits. */
  @Column('text')
  reference: string;

  @Column('text')
  institution: string;

  @Column('text')
  contactEmail: string;

  /** The institution's domain that the contact's address lies in. */
  @Column('text')
  domain: string;

  /** The officers' record of that domain; null where the reference list knows it. */
  @Column('uuid', { nullable: true })
  domainId: string | null;

  @Column('text')
  language: Language;

  /** All that the reader of the link is shown. */
  @Column('jsonb')
  claim: AttestedClaim;

  /** Null where a rule of the group asked. */
  @Column('uuid', { nullable: true })
  askedBy: string | null;

  /** The question that this one took the place of. */
  @Column('uuid', { nullable: true })
  replacesId: string | null;

  /** Days that the link holds, counted from when its mail went out. */
  @Column('integer')
  linkDays: number;

  /** Days after which it is reminded of, at most two. */
  @Column('int4', { array: true })
  reminderDays: number[];

  /** SHA-256; the token itself stands in the mail and nowhere else. */
  @Column('bytea', { select: false })
  tokenHash: Buffer;

  @Column('text')
  state: AttestationState;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('text', { nullable: true })
  endedReason: string | null;

  /** What the office sent along. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('text', { nullable: true })
  verdict: AttestationVerdict | null;

  /** The whole answer as it was given, with what it answers: JSON. */
  @Column('text', { nullable: true })
  answer: string | null;

  /** SHA-256 of `answer`. */
  @Column('bytea', { nullable: true })
  answerHash: Buffer | null;
}
