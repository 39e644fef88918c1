import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { notFound, type Actor, type Bilingual } from '@himpun/kernel';
import type { JsonObject } from '@himpun/signatures';
import type { CertificateDetail, CertificateKind, Signatory } from './certificate';
import { maySeeCertificate } from './certificate.access';
import type { CertificateState } from './certificate.states';

/** A certificate as other rooms and doors read it. */
export interface CertificateRecord {
  id: string;
  code: string;
  kind: CertificateKind;
  personId: string;
  recipientName: string;
  subjectType: string;
  subjectId: string;
  groupId: string;
  groupPath: string[];
  groupName: Bilingual;
  /** The association at the root of the group's tree: the issuer by name. */
  issuerName: Bilingual;
  issuerShortName: string;
  issuerColor: string | null;
  zone: string;
  title: Bilingual;
  description: Bilingual;
  criteria: Bilingual;
  details: CertificateDetail[];
  issuedAt: Date;
  validUntil: Date | null;
  /** Null where nobody held the office, and before it is signed. */
  signatory: Signatory | null;
  state: CertificateState;
  /** The certificate that took its place. */
  replacedBy: string | null;
  credential: JsonObject | null;
  signedAt: Date | null;
  revokedAt: Date | null;
  revokedReason: string | null;
  /** Its bit in the revocation list. */
  bitSet: boolean;
}

type Row = CertificateRecord & Record<string, unknown>;

/** Reads of certificates. */
@Injectable()
export class CertificateQueries {
  constructor(private readonly sql: Sql) {}

  /** The certificate with this code (in the written form of `readPublicCode`), or null. */
  byCode(code: string): Promise<CertificateRecord | null> {
    return this.sql.row<Row>(`${READ} WHERE c.code = $1`, [code]);
  }

  /** The certificate earned with this subject (the latest where one was replaced), or null. */
  bySubject(
    subjectType: string,
    subjectId: string,
    kind: CertificateKind,
  ): Promise<CertificateRecord | null> {
    return this.sql.row<Row>(
      `${READ} WHERE c.subject_type = $1 AND c.subject_id = $2 AND c.kind = $3 AND c.replaced_by IS NULL`,
      [subjectType, subjectId, kind],
    );
  }

  /** A person's certificates, newest first. */
  ofPerson(personId: string): Promise<CertificateRecord[]> {
    return this.sql.rows<Row>(
      `${READ} WHERE c.person_id = $1 ORDER BY c.issued_at DESC, c.id DESC LIMIT 500`,
      [personId],
    );
  }

  /** One certificate, for its holder or an officer of its group. @throws certificate.not_found */
  async seen(actor: Actor, id: string): Promise<CertificateRecord> {
    const found = await this.byId(id);
    if (!found || !maySeeCertificate(actor, found)) throw notFound('certificate');
    return found;
  }

  /** The certificate that stands in the place of this one now; itself where it was never replaced. */
  async latestOf(id: string): Promise<string> {
    const row = await this.sql.row<{ id: string }>(
      `WITH RECURSIVE line AS (
         SELECT id, replaced_by FROM certificates WHERE id = $1
         UNION ALL SELECT c.id, c.replaced_by FROM certificates c JOIN line ON c.id = line.replaced_by)
       SELECT id FROM line WHERE replaced_by IS NULL`,
      [id],
    );
    return row?.id ?? id;
  }

  /** For the system and for signing; null when there is none. */
  byId(id: string): Promise<CertificateRecord | null> {
    return this.sql.row<Row>(`${READ} WHERE c.id = $1`, [id]);
  }
}

const READ = `SELECT c.id, c.code, c.kind, c.person_id AS "personId", c.recipient_name AS "recipientName",
  c.subject_type AS "subjectType", c.subject_id AS "subjectId", c.group_id AS "groupId", g.path AS "groupPath", g.zone,
  jsonb_build_object('id', g.name_id, 'en', g.name_en) AS "groupName",
  jsonb_build_object('id', root.name_id, 'en', root.name_en) AS "issuerName",
  root.short_name AS "issuerShortName", root.primary_color AS "issuerColor",
  jsonb_build_object('id', c.title_id, 'en', c.title_en) AS title,
  jsonb_build_object('id', c.description_id, 'en', c.description_en) AS description,
  jsonb_build_object('id', c.criteria_id, 'en', c.criteria_en) AS criteria,
  c.details, c.replaced_by AS "replacedBy", CASE WHEN c.signatory_name IS NOT NULL THEN jsonb_build_object('name', c.signatory_name,
    'office', jsonb_build_object('id', c.signatory_office_id, 'en', c.signatory_office_en)) END AS signatory, c.issued_at AS "issuedAt", c.valid_until AS "validUntil", c.state, c.credential, c.signed_at AS "signedAt",
  c.revoked_at AS "revokedAt", c.revoked_reason AS "revokedReason", coalesce(e.revoked_at IS NOT NULL, false) AS "bitSet"
  FROM certificates c
  JOIN groups g ON g.id = c.group_id
  JOIN groups root ON root.id = g.path[1]
  LEFT JOIN status_entries e ON e.certificate_id = c.id`;
