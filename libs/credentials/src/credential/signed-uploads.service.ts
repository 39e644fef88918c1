import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Files } from '@himpun/files';
import { DomainError, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { readSignedPdf, readSignedUpload, type SignedUpload } from './signed-upload.policy';
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
    private readonly files: Files,
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
          ...signedColumns(upload),
        },
      );
      await this.recordAttached(tx, actor, id, upload);
      return upload.reading;
    });
  }

  /**
   * Many upload their signed diploma as plain evidence: a PDF with a digital signature is then checked by it too, unless a
   * signed credential is there already. The claim and its version stay as they are. Any other file changes nothing.
   * @throws credential.not_found, credential.closed, file.not_found
   */
  async recognise(actor: Actor, id: string, fileId: string): Promise<void> {
    const { file, content } = await this.files.open(actor, fileId);
    if (file.mediaType !== 'application/pdf') {
      content.destroy();
      return;
    }
    const upload = readSignedPdf(await buffer(content));
    if ('refused' in upload) return;
    await this.transactions.run(async (tx) => {
      const credential = await this.credentials.own(tx, actor, id, 'amend');
      if (credential.signedSha256 !== null) return;
      await tx.update(Credential, { id }, signedColumns(upload));
      await this.recordAttached(tx, actor, id, upload, { fileId });
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

  private recordAttached(
    tx: EntityManager,
    actor: Actor,
    id: string,
    upload: SignedUpload,
    from: { fileId?: string } = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: 'credential.signed_attached',
      subjectType: 'credential',
      subjectId: id,
      details: { sha256: sha256(upload).toString('hex'), format: upload.reading.format, ...from },
    });
  }
}

function signedColumns(
  upload: SignedUpload,
): Pick<Credential, 'signedText' | 'signedContainer' | 'signedSha256' | 'signedFacts'> {
  return {
    signedText: upload.text,
    signedContainer: upload.container,
    signedSha256: sha256(upload),
    signedFacts: upload.reading,
  };
}

function sha256(upload: SignedUpload): Buffer {
  return createHash('sha256').update(upload.text).digest();
}
