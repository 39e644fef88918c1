import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { JsonObject } from '@himpun/signatures';
import type { CertificateState } from './certificate.states';
import type { CertificateDetail, CertificateKind } from './certificate';

/** A statement of the association about a person, which strangers can check by its code. */
@Entity('certificates')
export class Certificate extends VersionedColumns {
  /** `AB12-CD34-EF56-GH78`, 80 random bits. */
  @Column('text', { unique: true })
  code: string;

  @Column('text')
  kind: CertificateKind;

  @Column('uuid')
  personId: string;

  /** As printed; does not change when the person's name does. */
  @Column('text')
  recipientName: string;

  @Column('uuid')
  groupId: string;

  /** What was earned: `registration`, `membership`, …; with `subjectId` and `kind` there is one that was not replaced. */
  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  titleId: string;

  @Column('text')
  titleEn: string;

  @Column('text')
  descriptionId: string;

  @Column('text')
  descriptionEn: string;

  @Column('text')
  criteriaId: string;

  @Column('text')
  criteriaEn: string;

  /** Further printed and signed facts, in order. */
  @Column('jsonb', { default: [] })
  details: CertificateDetail[];

  @Column('timestamptz')
  issuedAt: Date;

  /** First instant at which it no longer holds; null for always. */
  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;

  @Column('text')
  state: CertificateState;

  /** The signed Open Badges 3.0 credential; null until it is signed. */
  @Column('jsonb', { nullable: true })
  credential: JsonObject | null;

  @Column('timestamptz', { nullable: true })
  signedAt: Date | null;

  /** Who vouched for it by name and office on the day of issue; null where the office was vacant. */
  @Column('text', { nullable: true })
  signatoryName: string | null;

  @Column('text', { nullable: true })
  signatoryOfficeId: string | null;

  @Column('text', { nullable: true })
  signatoryOfficeEn: string | null;

  /** The certificate that took its place after a correction. */
  @Column('uuid', { nullable: true, unique: true })
  replacedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** For the officers' eyes and the holder's; never shown to strangers. */
  @Column('text', { nullable: true })
  revokedReason: string | null;
}
