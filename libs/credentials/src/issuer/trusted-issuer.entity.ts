import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';
import type { CredentialKind } from '../credential/claim';

/** An issuer whose signed credentials a group and all below it believe, for some kinds of claims. */
@Entity('trusted_issuers')
export class TrustedIssuer extends BaseColumns {
  @Column('uuid')
  groupId: string;

  /** DID or https address, exactly as `issuer.id` says it. */
  @Column('text')
  issuer: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  kinds: CredentialKind[];

  /** RFC 7638 thumbprints of keys believed without a document of the issuer. */
  @Column('text', { array: true, default: [] })
  keyThumbprints: string[];

  /** Others that may sign this issuer's status lists. */
  @Column('text', { array: true, default: [] })
  listIssuers: string[];

  /** PEM of a root certificate, for signers of documents; then `issuer` is its fingerprint. */
  @Column('text', { nullable: true })
  rootCertificate: string | null;

  /** Organisations or names of signers believed under the root; none given: any. */
  @Column('text', { array: true, default: [] })
  signers: string[];

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  addedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endedReason: string | null;
}
