import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { DomainError, type Actor } from '@himpun/kernel';
import { readSignedUpload, type SignedUpload } from './signed-upload.policy';
import { Credential } from './credential.entity';
import { claimOf, Credentials } from './credentials.service';
import { claimFromSigned } from './signed-fill.policy';
import type { SignedReading } from './claim';

/** Signed credentials that people bring along. */
@Injectable()
export class SignedUploads {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Takes the signed credential out of a file (JSON, JWT, or PNG or SVG with one baked in), keeps it with the claim, and
   * fills what the person has not filled in. Nothing is verified here: that is the check's work.
   * @throws credential.unreadable_unsupported, credential.not_found, credential.closed
   */
  async attach(actor: Actor, id: string, file: Buffer): Promise<SignedReading> {
    const upload = readSignedUpload(file);
    if ('refused' in upload) throw new DomainError(`credential_file.${upload.refused}`, upload.sentence);
    return this.transactions.run(async (tx) => {
      const credential = await this.credentials.own(tx, actor, id, 'amend');
      const claim = claimOf(credential);
      await tx.update(
        Credential,
        { id },
        {
          ...claimFromSigned(credential.kind, claim, upload),
          version: credential.version + 1,
          signedText: upload.text,
          signedContainer: upload.container,
          signedSha256: sha256(upload),
          signedFacts: upload.reading,
        },
      );
      await this.audit.record(tx, actor, {
        action: 'credential.signed_attached',
        subjectType: 'credential',
        subjectId: id,
        details: { sha256: sha256(upload).toString('hex'), format: upload.reading.format },
      });
      return upload.reading;
    });
  }

  /** Takes the signed credential off again; what it filled in stays. @throws credential.not_found, credential.closed */
  async detach(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { version } = await this.credentials.own(tx, actor, id, 'amend');
      const none = { signedText: null, signedContainer: null, signedSha256: null, signedFacts: null };
      await tx.update(Credential, { id }, { ...none, version: version + 1 });
      await this.audit.record(tx, actor, {
        action: 'credential.signed_detached',
        subjectType: 'credential',
        subjectId: id,
      });
    });
  }
}

function sha256(upload: SignedUpload): Buffer {
  return createHash('sha256').update(upload.text).digest();
}
