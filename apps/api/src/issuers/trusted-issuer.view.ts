import type { CredentialKind, IssuerLine } from '@himpun/credentials';

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
      since: line.createdAt.toISOString(),
      endedAt: line.endedAt?.toISOString() ?? null,
    });
  }
}

/** The id of what was made. */
export class TrustedIssuerMadeView {
  id: string;
}
