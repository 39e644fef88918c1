import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, systemActor, type Actor, type Bilingual, type Language } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { wordFaults, type AttestationWord, type KeptAnswer } from './attestation-answer.policy';
import { ISSUER_ATTESTATION } from './attestation-check.sql';
import { tokenHash } from './attestation-token';
import type { AttestedClaim } from './attested-claim.policy';

/** What the reader of a link is shown: one claim, who asks, and until when. */
export interface OpenAttestation extends Record<string, unknown> {
  id: string;
  institution: string;
  language: Language;
  claim: AttestedClaim;
  expiresAt: Date;
  groupId: string;
  groupName: Bilingual;
}

/** What the answering office keeps. */
export interface AttestationReceipt {
  reference: string;
  answeredAt: Date;
}

/** What institutions do with a link. Whoever holds it may answer, once; nobody learns why another link does not work. */
@Injectable()
export class AttestationAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Reads and changes nothing: mail scanners open links. @throws attestation.gone */
  async read(token: string): Promise<OpenAttestation> {
    const row = await this.sql.row<OpenAttestation>(READ, [tokenHash(token), this.clock.now()]);
    if (!row) throw gone();
    return row;
  }

  /**
   * Takes the one answer; of several at once exactly one counts. Its check goes on (`credentials.check_requested`), and the
   * office is sent a confirmation (`credentials.attestation_answered`).
   * @throws attestation.gone alike for links that are wrong, used, replaced, withdrawn or too old; attestation.answer_invalid
   */
  answer(token: string, word: AttestationWord): Promise<AttestationReceipt> {
    return this.transactions.run(async (tx) => {
      const [open]: OpenRow[] = await tx.query(LOCK, [tokenHash(token), this.clock.now()]);
      if (!open) throw gone();
      const faults = wordFaults(open.claim, word);
      if (faults[0]) throw new DomainError('attestation.answer_invalid', faults[0].text, faults);
      const answeredAt = this.clock.now();
      const kept: KeptAnswer = {
        reference: open.reference,
        institution: open.institution,
        contact: open.contactEmail,
        domain: open.domain,
        askedAt: open.sentAt.toISOString(),
        answeredAt: answeredAt.toISOString(),
        claim: open.claim,
        word,
        file: open.fileId ? { id: open.fileId, sha256: open.fileSha256 ?? '' } : null,
      };
      await this.keep(tx, open, kept, answeredAt);
      return { reference: open.reference, answeredAt };
    });
  }

  private async keep(tx: EntityManager, open: OpenRow, kept: KeptAnswer, answeredAt: Date): Promise<void> {
    const answer = JSON.stringify(kept, null, 2);
    const hash = createHash('sha256').update(answer).digest();
    await tx.query(
      `UPDATE attestations SET state = 'answered', ended_at = $2, verdict = $3, answer = $4, answer_hash = $5 WHERE id = $1`,
      [open.id, answeredAt, kept.word.verdict, answer, hash],
    );
    await this.audit.record(tx, answering(open.domain), {
      action: 'attestation.answered',
      subjectType: 'attestation',
      subjectId: open.id,
      groupId: open.groupId,
      details: {
        checkId: open.checkId,
        verdict: kept.word.verdict,
        name: kept.word.name,
        office: kept.word.office,
        sha256: hash.toString('hex'),
      },
    });
    await this.outbox.announceAll(tx, [
      {
        type: 'credentials.check_requested',
        payload: { checkId: open.checkId, source: ISSUER_ATTESTATION },
      },
      { type: 'credentials.attestation_answered', payload: { attestationId: open.id } },
    ]);
  }
}

interface OpenRow {
  id: string;
  checkId: string;
  reference: string;
  institution: string;
  contactEmail: string;
  domain: string;
  claim: AttestedClaim;
  sentAt: Date;
  groupId: string;
  fileId: string | null;
  fileSha256: string | null;
}

/** Whoever holds a link has no account: the trail names the domain, and the entry's details who signed. */
function answering(domain: string): Actor {
  return systemActor(`issuer ${domain}`);
}

const OPEN = `a.token_hash = $1 AND a.state = 'sent' AND a.expires_at > $2`;

const READ = `
  SELECT a.id, a.institution, a.language, a.claim, a.expires_at AS "expiresAt", g.id AS "groupId",
    jsonb_build_object('id', g.name_id, 'en', g.name_en) AS "groupName"
  FROM attestations a JOIN checks k ON k.id = a.check_id JOIN groups g ON g.id = k.group_id WHERE ${OPEN}`;

const LOCK = `
  SELECT a.id, a.check_id AS "checkId", a.reference, a.institution, a.contact_email AS "contactEmail", a.domain, a.claim,
    a.sent_at AS "sentAt", k.group_id AS "groupId", a.file_id AS "fileId", encode(f.sha256, 'hex') AS "fileSha256"
  FROM attestations a JOIN checks k ON k.id = a.check_id LEFT JOIN files f ON f.id = a.file_id
  WHERE ${OPEN} FOR UPDATE OF a`;

function gone(): DomainError {
  return new DomainError('attestation.gone', {
    id: 'Tautan ini tidak berlaku: salah, sudah dipakai, ditarik, diganti, atau lewat waktunya. Bila Anda sudah menjawab, konfirmasinya ada di surel Anda.',
    en: 'This link does not work: it is wrong, used, withdrawn, replaced or past its time. If you have answered, the confirmation is in your mail.',
  });
}
