import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, newId, newPublicCode, nextState, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { StatusLists } from '../status-list/status-lists.service';
import type { IssuedCertificate, NewCertificate } from './certificate';
import { mayRevokeCertificate } from './certificate.access';
import { CERTIFICATE_EVENTS } from './certificate.events';
import { CertificateQueries } from './certificate.queries';
import { CERTIFICATE_TRANSITIONS, type CertificateState } from './certificate.states';

/** Enters certificates, whose signature follows in the worker, and takes them back. */
@Injectable()
export class Certificates {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CertificateQueries,
    private readonly lists: StatusLists,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters a certificate and asks for its signature; joins the caller's transaction. Asked again for the same subject and
   * kind, also at the same time, it answers with the certificate there is and changes nothing.
   */
  async issue(tx: EntityManager, certificate: NewCertificate): Promise<IssuedCertificate> {
    const made = await this.insert(tx, certificate);
    if (!made) return this.present(tx, certificate);
    await this.outbox.announce(tx, CERTIFICATE_EVENTS.issueRequested, { certificateId: made.id });
    return made;
  }

  /**
   * Takes a certificate back for good; its bit is set in the same transaction, its page says so from then on.
   * @throws certificate.not_found, certificate.forbidden, certificate.closed
   */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    const certificate = await this.queries.seen(actor, id);
    if (!mayRevokeCertificate(actor, certificate)) throw forbidden('certificate');
    await this.transactions.run(async (tx) => {
      const [row]: { state: CertificateState }[] = await tx.query(
        'SELECT state FROM certificates WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!row || !nextState(CERTIFICATE_TRANSITIONS, row.state, 'revoke'))
        throw new DomainError('certificate.closed', ALREADY_REVOKED);
      await tx.query(
        `UPDATE certificates SET state = 'revoked', revoked_at = $2, revoked_reason = $3, version = version + 1
         WHERE id = $1`,
        [id, this.clock.now(), reason],
      );
      await this.lists.revoke(tx, id);
      await this.audit.record(tx, actor, {
        action: 'certificate.revoked',
        subjectType: 'certificate',
        subjectId: id,
        groupId: certificate.groupId,
        reason,
      });
      await this.outbox.announce(tx, CERTIFICATE_EVENTS.revoked, { certificateId: id });
    });
  }

  private async insert(tx: EntityManager, of: NewCertificate): Promise<IssuedCertificate | undefined> {
    const [made]: IssuedCertificate[] = await tx.query(INSERT, [
      newId(),
      this.clock.now(),
      newPublicCode(),
      of.kind,
      of.personId,
      of.recipientName.normalize('NFC').trim(),
      of.groupId,
      of.subjectType,
      of.subjectId,
      of.title.id,
      of.title.en,
      of.description.id,
      of.description.en,
      of.criteria.id,
      of.criteria.en,
      JSON.stringify(of.details),
      of.issuedAt,
      of.validUntil,
    ]);
    return made;
  }

  private async present(tx: EntityManager, of: NewCertificate): Promise<IssuedCertificate> {
    const [present]: IssuedCertificate[] = await tx.query(
      'SELECT id, code FROM certificates WHERE subject_type = $1 AND subject_id = $2 AND kind = $3',
      [of.subjectType, of.subjectId, of.kind],
    );
    return present as IssuedCertificate;
  }
}

const INSERT = `INSERT INTO certificates
  (id, created_at, code, kind, person_id, recipient_name, group_id, subject_type, subject_id, title_id, title_en,
   description_id, description_en, criteria_id, criteria_en, details, issued_at, valid_until, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'pending')
  ON CONFLICT ON CONSTRAINT certificates_subject_once DO NOTHING RETURNING id, code`;

const ALREADY_REVOKED = {
  id: 'Sertifikat ini sudah dicabut.',
  en: 'This certificate is revoked already.',
};
