import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type Actor, type Bilingual } from '@himpun/kernel';
import { issuingGroups } from './certificate.access';
import type { CertificateKind } from './certificate';

/** What the record says of a certificate; whether its signature holds is asked when it is opened. */
export type RecordedState = 'being_issued' | 'valid' | 'expired' | 'revoked' | 'replaced';

/** One certificate in an officer's list. */
export interface IssuedLine {
  id: string;
  code: string;
  kind: CertificateKind;
  recipientName: string;
  title: Bilingual;
  groupName: Bilingual;
  issuedAt: Date;
  state: RecordedState;
}

/** What an officer looks for. */
export interface IssuedSearch {
  /** Part of the recipient's name, or the beginning of a code. */
  q: string;
  state: RecordedState | null;
  kind: CertificateKind | null;
  page: number;
  pageSize: number;
}

type Row = IssuedLine & { total: number } & Record<string, unknown>;

/** The certificates that an officer issues and takes back, newest first. */
@Injectable()
export class IssuedCertificates {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** A page of them, and how many there are; none without the power. */
  async search(actor: Actor, search: IssuedSearch): Promise<{ items: IssuedLine[]; total: number }> {
    const { q, state, kind, page, pageSize } = search;
    const rows = await this.sql.rows<Row>(SEARCH, [
      ...[issuingGroups(actor), this.clock.now(), q.trim(), state, kind],
      ...[pageSize, (page - 1) * pageSize],
    ]);
    return { items: rows, total: rows[0]?.total ?? 0 };
  }
}

const STATE = `CASE WHEN c.replaced_by IS NOT NULL THEN 'replaced' WHEN c.state = 'revoked' THEN 'revoked'
  WHEN c.state = 'pending' THEN 'being_issued' WHEN c.valid_until <= $2 THEN 'expired' ELSE 'valid' END`;

const SEARCH = String.raw`
  SELECT c.id, c.code, c.kind, c.recipient_name AS "recipientName", jsonb_build_object('id', c.title_id, 'en', c.title_en) AS title,
    jsonb_build_object('id', g.name_id, 'en', g.name_en) AS "groupName", c.issued_at AS "issuedAt", ${STATE} AS state,
    count(*) OVER ()::int AS total
  FROM certificates c JOIN groups g ON g.id = c.group_id
  WHERE g.path && $1::uuid[]
    AND ($3 = '' OR searchable(c.recipient_name) LIKE '%' || regexp_replace(searchable($3), '([\\%_])', '\\\1', 'g') || '%'
      OR starts_with(c.code, upper($3)))
    AND ($4::text IS NULL OR ${STATE} = $4) AND ($5::text IS NULL OR c.kind = $5)
  ORDER BY c.issued_at DESC, c.id DESC LIMIT $6 OFFSET $7`;
