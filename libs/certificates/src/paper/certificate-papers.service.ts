import { Injectable } from '@nestjs/common';
import { DomainError, Settings, type Actor, type Language } from '@himpun/kernel';
import { bakePng, bakeSvg, type JsonObject } from '@himpun/signatures';
import { CertificateSigning } from '../certificate/certificate-signing.service';
import { CertificateQueries, type CertificateRecord } from '../certificate/certificate.queries';
import { badgePng, badgeSvg } from './badge-image';
import { certificatePdf } from './certificate-paper';

type Signed = CertificateRecord & { credential: JsonObject };

/** A certificate in the forms its holder takes away; made when asked for, never kept. */
@Injectable()
export class CertificatePapers {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly signing: CertificateSigning,
    private readonly settings: Settings,
  ) {}

  /** @throws certificate.not_found, certificate.gone (revoked), certificate.in_progress (not signed yet); so do all others */
  async pdf(actor: Actor, id: string, language: Language): Promise<Buffer> {
    const certificate = await this.signed(actor, id);
    return certificatePdf(certificate, `${this.settings.publicUrl}/check/${certificate.code}`, language);
  }

  /** The signed Open Badges 3.0 credential. */
  async credential(actor: Actor, id: string): Promise<JsonObject> {
    return (await this.signed(actor, id)).credential;
  }

  /** The same as a VC-JWT. */
  async token(actor: Actor, id: string): Promise<string> {
    return this.signing.token((await this.signed(actor, id)).credential);
  }

  /** A picture with the credential baked into it (Open Badges 3.0 §5.3). */
  async badge(actor: Actor, id: string, format: 'png' | 'svg'): Promise<Buffer> {
    const { credential, issuerColor } = await this.signed(actor, id);
    const text = JSON.stringify(credential);
    if (format === 'svg') return Buffer.from(bakeSvg(badgeSvg(issuerColor), text));
    return bakePng(await badgePng(issuerColor), text);
  }

  private async signed(actor: Actor, id: string): Promise<Signed> {
    const certificate = await this.queries.seen(actor, id);
    if (certificate.state === 'revoked') throw new DomainError('certificate.gone', REVOKED);
    if (!certificate.credential) throw new DomainError('certificate.in_progress', BEING_ISSUED);
    return { ...certificate, credential: certificate.credential };
  }
}

const REVOKED = {
  id: 'Sertifikat ini sudah dicabut, jadi tidak dapat diunduh lagi.',
  en: 'This certificate was revoked and can no longer be downloaded.',
};
const BEING_ISSUED = {
  id: 'Sertifikat ini sedang diterbitkan. Coba lagi sebentar lagi.',
  en: 'This certificate is being issued. Try again in a moment.',
};
