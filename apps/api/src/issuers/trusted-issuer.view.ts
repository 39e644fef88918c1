import {
  readRootCertificate,
  type CredentialKind,
  type IssuerLine,
  type RootCertificate,
} from '@himpun/credentials';
import { ApiProperty } from '@nestjs/swagger';

/** A root certificate as it was read. */
export class RootCertificateView {
  /** Its subject on one line: `CN=…, O=…, C=…`. */
  subject: string;
  /** ISO 8601 instants. */
  validFrom: string;
  validUntil: string;
  /** SHA-256, upper-case pairs with colons. */
  fingerprint: string;

  static of({ subject, validFrom, validUntil, fingerprint }: RootCertificate): RootCertificateView {
    return Object.assign(new RootCertificateView(), {
      ...{ subject, fingerprint },
      validFrom: validFrom.toISOString(),
      validUntil: validUntil.toISOString(),
    });
  }
}

/** One entry of the list of trusted issuers; times ISO 8601. */
export class TrustedIssuerView {
  id: string;
  issuer: string;
  name: string;
  kinds: CredentialKind[];
  keyThumbprints: string[];
  listIssuers: string[];
  /** PEM; null for an issuer that is no root certificate. */
  rootCertificate: string | null;
  /** The same, as it was read; null likewise. */
  @ApiProperty({ type: RootCertificateView, nullable: true })
  certificate: RootCertificateView | null;
  signers: string[];
  reason: string;
  since: string;
  endedAt: string | null;
  endedReason: string | null;

  static of(line: IssuerLine): TrustedIssuerView {
    const { id, issuer, name, kinds, keyThumbprints, listIssuers, reason, endedReason } = line;
    const { rootCertificate, signers } = line;
    return Object.assign(new TrustedIssuerView(), {
      ...{ id, issuer, name, kinds, keyThumbprints, listIssuers, reason, endedReason },
      ...{ rootCertificate, signers },
      certificate: certificateOf(rootCertificate),
      since: line.createdAt.toISOString(),
      endedAt: line.endedAt?.toISOString() ?? null,
    });
  }
}

/** The id of what was made. */
export class TrustedIssuerMadeView {
  id: string;
}

function certificateOf(pem: string | null): RootCertificateView | null {
  const read = pem === null ? null : readRootCertificate(pem);
  return read === null || 'code' in read ? null : RootCertificateView.of(read);
}
