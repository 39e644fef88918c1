import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, type Reason } from '@himpun/kernel';
import { isObject, verifyProofs, type JsonObject } from '@himpun/signatures';
import { ownDocuments, type PublicKey } from '../issuer/issuer-document';
import { IssuerKeys } from '../issuer/issuer-keys.service';
import { certificateVerdict, saysWhatWasSigned, type CheckState } from './certificate-check.policy';
import { CertificateQueries, type CertificateRecord } from './certificate.queries';

/** The answer to a stranger who holds a code. */
export interface CertificateCheck {
  state: CheckState;
  reasons: Reason[];
  checkedAt: Date;
  certificate: CertificateRecord;
}

const MOST_REMEMBERED = 2_000;

/** Checks certificates from what is stored: the signature, what it covers, its bit and its dates, not the row's word. */
@Injectable()
export class CertificateChecks {
  private readonly logger = new Logger('certificates');
  private readonly signatures = new Map<string, boolean>();

  constructor(
    private readonly queries: CertificateQueries,
    private readonly keys: IssuerKeys,
    private readonly clock: Clock,
  ) {}

  /** The certificate with this code and whether it holds now; null when there is none. */
  async check(code: string): Promise<CertificateCheck | null> {
    const certificate = await this.queries.byCode(code);
    return certificate && this.checkRecord(certificate);
  }

  /** The same for a certificate that is at hand. */
  async checkRecord(certificate: CertificateRecord): Promise<CertificateCheck> {
    const { credential } = certificate;
    const checkedAt = this.clock.now();
    const facts = {
      ...certificate,
      signatureHolds: credential !== null && (await this.signatureHolds(credential, checkedAt)),
      saysWhatWasSigned: credential !== null && saysWhatWasSigned(credential, certificate, certificate.code),
    };
    const verdict = certificateVerdict(facts, checkedAt);
    for (const { code } of verdict.reasons) {
      if (code !== 'being_issued') this.logger.error(`certificate ${certificate.id} is held back: ${code}`);
    }
    return { ...verdict, checkedAt, certificate };
  }

  /** The same bytes under the same keys always give the same answer: canonical RDF costs 10 ms, remembering it nothing. */
  private async signatureHolds(credential: JsonObject, at: Date): Promise<boolean> {
    const keys = await this.keys.published();
    const name = createHash('sha256')
      .update(JSON.stringify([credential, keys]))
      .digest('base64');
    const known = this.signatures.get(name);
    if (known !== undefined) return known;
    const holds = await this.verify(credential, keys, at);
    if (this.signatures.size >= MOST_REMEMBERED) this.signatures.clear();
    this.signatures.set(name, holds);
    return holds;
  }

  private async verify(credential: JsonObject, keys: readonly PublicKey[], at: Date): Promise<boolean> {
    const issuer = isObject(credential.issuer) ? String(credential.issuer.id) : '';
    const proofs = await verifyProofs(credential, { at, documents: ownDocuments(issuer, keys) });
    return proofs.length > 0 && proofs.every((proof) => proof.holds && proof.method.controller === issuer);
  }
}
