import { Injectable } from '@nestjs/common';
import { Clock, newId, newPublicCode } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { IssuedCertificate, NewCertificate } from './certificate';
import { CERTIFICATE_EVENTS } from './certificate.events';

/** Issues certificates; signing follows in the worker. */
@Injectable()
export class Certificates {
  constructor(
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
