import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { LocalDate } from '@himpun/kernel';
import type { CredentialKind, SignedReading } from './claim';
import type { CredentialState } from './credential.states';

/**
 * What a person says they hold: a degree, a licence, a certificate, a post. One claim, fixed once it is presented with an
 * application; `version` rises with each change, and every check names the version it looked at.
 */
@Entity('credentials')
export class Credential extends VersionedColumns {
  @Column('uuid')
  personId: string;

  @Column('text')
  kind: CredentialKind;

  @Column('text', { default: 'draft' })
  state: CredentialState;

  /** The credential that this one takes the place of, where it was renewed outside an application. */
  @Column('uuid', { nullable: true })
  renewsId: string | null;

  /** The name on the document, which may differ from today's. */
  @Column('text', { default: '' })
  holderName: string;

  /** Programme, certificate or role. */
  @Column('text', { nullable: true })
  title: string | null;

  /** School, issuing body or employer. */
  @Column('text', { nullable: true })
  institution: string | null;

  /** KKNI level 1 to 9 (Perpres 8/2012). */
  @Column('integer', { nullable: true })
  level: number | null;

  @Column('text', { nullable: true })
  field: string | null;

  /** Diploma, licence or certificate number, as printed. */
  @Column('text', { nullable: true })
  number: string | null;

  /** Who keeps the register the licence stands in. */
  @Column('text', { nullable: true })
  authority: string | null;

  @Column('text', { nullable: true })
  profession: string | null;

  @Column('date', { nullable: true })
  validFrom: LocalDate | null;

  /** The last day it holds; null for life. */
  @Column('date', { nullable: true })
  validUntil: LocalDate | null;

  @Column('date', { nullable: true })
  startedOn: LocalDate | null;

  /** Graduation, or the last day of a post; null while it lasts. */
  @Column('date', { nullable: true })
  endedOn: LocalDate | null;

  /** The signed credential itself: JSON or JWT, unbaked from the image it came in. */
  @Column('text', { nullable: true, select: false })
  signedText: string | null;

  @Column('text', { nullable: true })
  signedContainer: string | null;

  @Column('bytea', { nullable: true })
  signedSha256: Buffer | null;

  /** What the signed credential says of itself, read at upload; believed only by a check. */
  @Column('jsonb', { nullable: true })
  signedFacts: SignedReading | null;
}
