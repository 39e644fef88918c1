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
import { CertificateQueries, type CertificateRecord } from './certificate.queries';
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
    const certificate = await this.revocable(actor, id);
    await this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id);
      if (!row || !nextState(CERTIFICATE_TRANSITIONS, row.state, 'revoke'))
        throw new DomainError('certificate.closed', ALREADY_REVOKED);
      await this.takeBack(tx, actor, certificate, reason);
    });
  }

  /**
   * Puts a corrected certificate in the place of another, which is revoked with the reason unless it is already: same
   * merit and dates, a code and a signature of its own. The old code stays reachable and says that it was revoked.
   * @throws certificate.not_found, certificate.forbidden, certificate.in_progress (not signed yet), certificate.closed
   *   (replaced already)
   */
  async replace(
    actor: Actor,
    id: string,
    correction: { recipientName: string; reason: string },
  ): Promise<IssuedCertificate> {
    const certificate = await this.revocable(actor, id);
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id);
      if (!row || row.replacedBy) throw new DomainError('certificate.closed', ALREADY_REPLACED);
      if (row.state === 'pending') throw new DomainError('certificate.in_progress', NOT_SIGNED);
      if (row.state === 'issued') await this.takeBack(tx, actor, certificate, correction.reason);
      const replacedById = newId();
      await tx.query('UPDATE certificates SET replaced_by = $2, version = version + 1 WHERE id = $1', [
        id,
        replacedById,
      ]);
      const made = await this.insert(tx, { ...certificate, ...correction }, replacedById);
      if (!made) throw new DomainError('certificate.closed', ALREADY_REPLACED);
      await this.audit.record(tx, actor, {
        action: 'certificate.replaced',
        subjectType: 'certificate',
        subjectId: id,
        groupId: certificate.groupId,
        reason: correction.reason,
        details: {
          replacedById,
          recipientName: { from: certificate.recipientName, to: correction.recipientName },
        },
      });
      await this.outbox.announce(tx, CERTIFICATE_EVENTS.replaced, { certificateId: id, replacedById });
      await this.outbox.announce(tx, CERTIFICATE_EVENTS.issueRequested, { certificateId: replacedById });
      return made;
    });
  }

  private async revocable(actor: Actor, id: string): Promise<CertificateRecord> {
    const certificate = await this.queries.seen(actor, id);
    if (!mayRevokeCertificate(actor, certificate)) throw forbidden('certificate');
    return certificate;
  }

  private async locked(
    tx: EntityManager,
    id: string,
  ): Promise<{ state: CertificateState; replacedBy: string | null } | undefined> {
    const [row]: { state: CertificateState; replacedBy: string | null }[] = await tx.query(
      'SELECT state, replaced_by AS "replacedBy" FROM certificates WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row;
  }

  private async takeBack(
    tx: EntityManager,
    actor: Actor,
    { id, groupId }: CertificateRecord,
    reason: string,
  ): Promise<void> {
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
      groupId,
      reason,
    });
    await this.outbox.announce(tx, CERTIFICATE_EVENTS.revoked, { certificateId: id });
  }

  private async insert(
    tx: EntityManager,
    of: NewCertificate,
    id = newId(),
  ): Promise<IssuedCertificate | undefined> {
    const [made]: IssuedCertificate[] = await tx.query(INSERT, [
      id,
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
      'SELECT id, code FROM certificates WHERE subject_type = $1 AND subject_id = $2 AND kind = $3 AND replaced_by IS NULL',
      [of.subjectType, of.subjectId, of.kind],
    );
    return present as IssuedCertificate;
  }
}

const INSERT = `INSERT INTO certificates
  (id, created_at, code, kind, person_id, recipient_name, group_id, subject_type, subject_id, title_id, title_en,
   description_id, description_en, criteria_id, criteria_en, details, issued_at, valid_until, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'pending')
  ON CONFLICT (subject_type, subject_id, kind) WHERE replaced_by IS NULL DO NOTHING RETURNING id, code`;

const ALREADY_REVOKED = {
  id: 'Sertifikat ini sudah dicabut.',
  en: 'This certificate is revoked already.',
};
const ALREADY_REPLACED = {
  id: 'Sertifikat ini sudah diganti dengan yang lain.',
  en: 'Another certificate has taken the place of this one already.',
};
const NOT_SIGNED = {
  id: 'Sertifikat ini sedang diterbitkan. Coba lagi sebentar lagi.',
  en: 'This certificate is being issued. Try again in a moment.',
};
