import type { CertificateCheck, CheckState, IssuedLine, RecordedState } from '@himpun/certificates';
import { ApiProperty } from '@nestjs/swagger';
import { FactView, SignatoryView, TextView } from '../public-check/check.view';

/** A certificate as its holder or an officer sees it. */
export class CertificateView {
  id: string;
  code: string;
  @ApiProperty({ enum: ['attendance', 'membership'] })
  kind: 'attendance' | 'membership';
  /** What whoever checks it is told; `being_issued` while it waits for its signature. */
  @ApiProperty({ enum: ['valid', 'expired', 'revoked', 'suspended', 'being_issued'] })
  state: 'valid' | 'expired' | 'revoked' | 'suspended' | 'being_issued';
  recipientName: string;
  title: TextView;
  description: TextView;
  criteria: TextView;
  groupName: TextView;
  issuerName: TextView;
  details: FactView[];
  /** ISO 8601 instants. */
  issuedAt: string;
  validUntil: string | null;
  revokedAt: string | null;
  revokedReason: string | null;
  /** Who vouched for it by name; null where the office was vacant on the day of issue. */
  @ApiProperty({ type: SignatoryView, nullable: true })
  signatory: SignatoryView | null;
  /** The certificate that took its place after a correction. */
  replacedById: string | null;
  /** Whether the reader may revoke and replace it. */
  mayRevoke: boolean;
  /** The page that anyone can check it on. */
  checkUrl: string;

  static of({ state, certificate }: CertificateCheck, publicUrl: string, mayRevoke = false): CertificateView {
    return Object.assign(new CertificateView(), {
      id: certificate.id,
      code: certificate.code,
      kind: certificate.kind,
      state: shown(state),
      recipientName: certificate.recipientName,
      title: certificate.title,
      description: certificate.description,
      criteria: certificate.criteria,
      groupName: certificate.groupName,
      issuerName: certificate.issuerName,
      details: certificate.details,
      issuedAt: certificate.issuedAt.toISOString(),
      validUntil: certificate.validUntil?.toISOString() ?? null,
      revokedAt: certificate.revokedAt?.toISOString() ?? null,
      revokedReason: certificate.revokedReason,
      signatory: certificate.signatory,
      replacedById: certificate.replacedBy,
      mayRevoke,
      checkUrl: `${publicUrl}/check/${certificate.code}`,
    });
  }
}

function shown(state: CheckState): CertificateView['state'] {
  return state === 'not_found' ? 'being_issued' : state;
}

/** A certificate's id, and the code that it is checked by. */
export class NewCertificateView {
  id: string;
  code: string;
}

/** One certificate in an officer's list. */
export class IssuedCertificateView {
  id: string;
  code: string;
  @ApiProperty({ enum: ['attendance', 'membership'] })
  kind: 'attendance' | 'membership';
  recipientName: string;
  title: TextView;
  groupName: TextView;
  /** ISO 8601 instant. */
  issuedAt: string;
  /** As recorded; the certificate's own page tells whether its signature holds. */
  @ApiProperty({ enum: ['being_issued', 'valid', 'expired', 'revoked', 'replaced'] })
  state: RecordedState;

  static of(line: IssuedLine): IssuedCertificateView {
    const { id, code, kind, recipientName, title, groupName, issuedAt, state } = line;
    return { id, code, kind, recipientName, title, groupName, issuedAt: issuedAt.toISOString(), state };
  }
}

/** A page of an officer's list. */
export class IssuedCertificatesPageView {
  items: IssuedCertificateView[];
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
}
