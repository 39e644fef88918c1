import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Actor, Language } from '@himpun/kernel';
import type { CredentialKind } from '../credential/claim';
import { maySeeCheck } from '../check/check.access';
import type { AttestationVerdict, KeptAnswer } from './attestation-answer.policy';
import type { AttestationState } from './attestation.states';

/** One question to an institution, as officers read it. */
export interface AttestationLine extends Record<string, unknown> {
  id: string;
  checkId: string;
  credentialId: string;
  personId: string;
  groupPath: string[];
  originType: string;
  originId: string;
  kind: CredentialKind;
  reference: string;
  institution: string;
  contactEmail: string;
  domain: string;
  domainReason: string | null;
  language: Language;
  state: AttestationState;
  askedBy: string | null;
  askedAt: Date;
  sentAt: Date | null;
  expiresAt: Date | null;
  reminders: string[];
  endedAt: Date | null;
  endedBy: string | null;
  endedReason: string | null;
  replacesId: string | null;
  verdict: AttestationVerdict | null;
  answer: KeptAnswer | null;
  answerHash: string | null;
  fileId: string | null;
}

/** Reads of questions to institutions; the person concerned reads only what came of them, with the check. */
@Injectable()
export class AttestationQueries {
  constructor(private readonly sql: Sql) {}

  /** The questions of one origin (an application), newest first; none for who may not see them. */
  async ofOrigin(actor: Actor, originType: string, originId: string): Promise<AttestationLine[]> {
    const rows = await this.sql.rows<AttestationLine>(
      `${SELECT} WHERE k.origin_type = $1 AND k.origin_id = $2 ORDER BY a.id DESC`,
      [originType, originId],
    );
    return rows.filter((row) => forOfficer(actor, row));
  }

  /** One question; null for who may not see it. */
  async get(actor: Actor, id: string): Promise<AttestationLine | null> {
    const row = await this.sql.row<AttestationLine>(`${SELECT} WHERE a.id = $1`, [id]);
    return row && forOfficer(actor, row) ? row : null;
  }

  /** Whether a check waits for an institution that has been asked: nothing is there to read yet. */
  async isOpen(checkId: string): Promise<boolean> {
    const row = await this.sql.row(
      `SELECT 1 FROM attestations WHERE check_id = $1 AND state IN ('asked', 'sent')`,
      [checkId],
    );
    return row !== null;
  }
}

/** Whom the institution was asked at is no business of the person in question. */
function forOfficer(actor: Actor, row: AttestationLine): boolean {
  return actor.personId !== row.personId && maySeeCheck(actor, row);
}

const SELECT = `
  SELECT a.id, a.check_id AS "checkId", k.credential_id AS "credentialId", k.person_id AS "personId",
    g.path AS "groupPath", k.origin_type AS "originType", k.origin_id AS "originId", k.claim->>'kind' AS kind, a.reference, a.institution,
    a.contact_email AS "contactEmail", a.domain, d.reason AS "domainReason", a.language, a.state,
    asker.full_name AS "askedBy", a.created_at AS "askedAt", a.sent_at AS "sentAt", a.expires_at AS "expiresAt",
    ARRAY(SELECT to_json(r.created_at)#>>'{}' FROM attestation_reminders r WHERE r.attestation_id = a.id
      ORDER BY r.number) AS reminders,
    a.ended_at AS "endedAt", ender.full_name AS "endedBy", a.ended_reason AS "endedReason",
    a.replaces_id AS "replacesId", a.verdict, a.answer::jsonb AS answer, encode(a.answer_hash, 'hex') AS "answerHash",
    a.file_id AS "fileId"
  FROM attestations a JOIN checks k ON k.id = a.check_id JOIN groups g ON g.id = k.group_id
    LEFT JOIN institution_domains d ON d.id = a.domain_id
    LEFT JOIN people asker ON asker.id = a.asked_by LEFT JOIN people ender ON ender.id = a.ended_by`;
