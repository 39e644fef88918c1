import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, nextState, Settings, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import { signDataIntegrity, signJws, type JsonObject } from '@himpun/signatures';
import type { EntityManager } from 'typeorm';
import { IssuerKeys } from '../issuer/issuer-keys.service';
import { statusEntryOf, statusListAddress } from '../status-list/status-list-credential';
import { StatusLists } from '../status-list/status-lists.service';
import type { Signatory } from './certificate';
import { CERTIFICATE_EVENTS } from './certificate.events';
import { CertificateQueries, type CertificateRecord } from './certificate.queries';
import { CERTIFICATE_TRANSITIONS, type CertificateState } from './certificate.states';
import { openBadge } from './open-badge';

/** Signs what was entered, once. */
@Injectable()
export class CertificateSigning {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CertificateQueries,
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a certificate and announces it. Signed or revoked already, or gone: nothing happens.
   * @param signatory who vouches for it by name; null where the office was vacant on the day of issue
   */
  async sign(certificateId: string, signatory: Signatory | null = null): Promise<void> {
    const found = await this.queries.byId(certificateId);
    if (found?.state !== 'pending') return;
    const signer = await this.keys.current();
    await this.transactions.run(async (tx) => {
      const [row]: { state: CertificateState }[] = await tx.query(
        'SELECT state FROM certificates WHERE id = $1 FOR UPDATE',
        [certificateId],
      );
      if (!row || !nextState(CERTIFICATE_TRANSITIONS, row.state, 'sign')) return;
      const unsigned = await this.unsigned(tx, { ...found, signatory });
      const at = this.clock.now();
      const credential = await signDataIntegrity(unsigned, { ...signer, created: at });
      await tx.query(
        `UPDATE certificates SET state = 'issued', credential = $2, signed_at = $3, signatory_name = $4,
           signatory_office_id = $5, signatory_office_en = $6, version = version + 1 WHERE id = $1`,
        [
          ...[certificateId, JSON.stringify(credential), at],
          ...[signatory?.name ?? null, signatory?.office.id ?? null, signatory?.office.en ?? null],
        ],
      );
      await this.audit.record(tx, systemActor('certificates.sign'), {
        action: 'certificate.issued',
        subjectType: 'certificate',
        subjectId: certificateId,
        groupId: found.groupId,
        details: { code: found.code, kind: found.kind, signatory: signatory?.name ?? null },
      });
      await this.outbox.announce(tx, CERTIFICATE_EVENTS.issued, { certificateId });
    });
  }

  /**
   * The same credential as a VC-JWT (Open Badges 3.0 §8.2, EdDSA), for readers that know tokens only; made when asked for.
   * `credential` is what was signed.
   */
  async token(credential: JsonObject): Promise<string> {
    const { proof: _proof, ...unsigned } = credential;
    const { key, verificationMethod } = await this.keys.current();
    const seconds = (moment: unknown): number => Date.parse(String(moment)) / 1_000;
    const claims = {
      iss: (credential.issuer as JsonObject).id,
      sub: (credential.credentialSubject as JsonObject).id,
      jti: credential.id,
      nbf: seconds(credential.validFrom),
      ...(credential.validUntil !== undefined && { exp: seconds(credential.validUntil) }),
    };
    return signJws({ ...unsigned, ...claims }, { kid: verificationMethod, typ: 'JWT' }, key);
  }

  private async unsigned(tx: EntityManager, of: CertificateRecord): Promise<JsonObject> {
    const { publicUrl } = this.settings;
    const place = await this.lists.take(tx, of.id);
    const [account]: { email: string }[] = await tx.query(
      'SELECT email FROM accounts WHERE person_id = $1 AND email_confirmed_at IS NOT NULL AND disabled_at IS NULL',
      [of.personId],
    );
    return openBadge(of, {
      address: `${publicUrl}/check/${of.code}`,
      issuer: { did: this.keys.did, name: of.issuerName.id, url: publicUrl },
      email: account ? { address: account.email, salt: randomBytes(16).toString('base64url') } : null,
      status: statusEntryOf(statusListAddress(publicUrl, place.listId), place.position),
    });
  }
}
