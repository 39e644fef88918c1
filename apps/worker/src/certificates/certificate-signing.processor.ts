import { Injectable } from '@nestjs/common';
import { CertificateQueries, CertificateSigning, type Signatory } from '@himpun/certificates';
import { GovernanceQueries, type OfficeHolder } from '@himpun/governance';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Whose name stands on certificates. */
const SIGNING_OFFICE = 'chair';

/** Signs certificates: canonical RDF costs too much time for the HTTP process. */
@Injectable()
export class CertificateSigningProcessor extends QueueProcessor {
  readonly queues = ['certificates'];

  constructor(
    private readonly signing: CertificateSigning,
    private readonly certificates: CertificateQueries,
    private readonly governance: GovernanceQueries,
  ) {
    super();
  }

  async effect(message: RelayedMessage): Promise<void> {
    const certificate = await this.certificates.byId(String(message.payload['certificateId']));
    if (!certificate) return;
    const { groupPath, issuedAt } = certificate;
    const holder = await this.governance.holderAt(SIGNING_OFFICE, groupPath, issuedAt);
    await this.signing.sign(certificate.id, holder && signatoryOf(holder));
  }
}

function signatoryOf(holder: OfficeHolder): Signatory {
  const name = [holder.titleBefore, holder.fullName].filter(Boolean).join(' ');
  return {
    name: holder.titleAfter ? `${name}, ${holder.titleAfter}` : name,
    office: { id: holder.officeNameId, en: holder.officeNameEn },
  };
}
