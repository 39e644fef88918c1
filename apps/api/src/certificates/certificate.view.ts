import type { CertificateCheck, CheckState } from '@himpun/certificates';
import { ApiProperty } from '@nestjs/swagger';
import { FactView, TextView } from '../public-check/check.view';

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
  /** The page that anyone can check it on. */
  checkUrl: string;

  static of({ state, certificate }: CertificateCheck, publicUrl: string): CertificateView {
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
      checkUrl: `${publicUrl}/check/${certificate.code}`,
    });
  }
}

function shown(state: CheckState): CertificateView['state'] {
  return state === 'not_found' ? 'being_issued' : state;
}
