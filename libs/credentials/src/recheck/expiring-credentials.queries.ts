import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type Actor, type LocalDate } from '@himpun/kernel';
import type { CredentialKind } from '../credential/claim';
import { NOT_RENEWED } from './renewal.sql';

/** A credential behind a membership whose last day is near or past. */
export interface ExpiringCredential extends Record<string, unknown> {
  credentialId: string;
  personId: string;
  fullName: string;
  kind: CredentialKind;
  title: string | null;
  number: string | null;
  authority: string | null;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  expiresOn: LocalDate;
  /** Negative once it is over. */
  daysLeft: number;
  /** The last reminder's distance and when it was sent; null before the first. */
  remindedDaysBefore: number | null;
  remindedAt: Date | null;
  /** A renewal was sent in and is being looked at. */
  isBeingRenewed: boolean;
}

/** What is looked for. */
export interface ExpiringSearch {
  /** At most so many days ahead; null for what is over. */
  within: number | null;
  kind: CredentialKind | null;
  /** Part of a name. */
  q: string;
  page: number;
  pageSize: number;
}

const OFFICERS = ['licences.check', 'applications.review', 'applications.decide'];

/** The tracker of last days. */
@Injectable()
export class ExpiringCredentials {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The nearest first; groups that the actor checks credentials in. */
  async page(actor: Actor, search: ExpiringSearch): Promise<{ items: ExpiringCredential[]; total: number }> {
    const groups = actor.powers.filter(({ power }) => OFFICERS.includes(power)).map(({ groupId }) => groupId);
    const values = [[...new Set(groups)], this.clock.now(), search.within, search.kind, search.q.trim()];
    const [items, count] = await Promise.all([
      this.sql.rows<ExpiringCredential>(
        `${FOUND} ORDER BY l."expiresOn", l."credentialId" LIMIT $6 OFFSET $7`,
        [...values, search.pageSize, (search.page - 1) * search.pageSize],
      ),
      this.sql.row<{ total: number }>(`SELECT count(*)::int AS total FROM (${FOUND}) f`, values),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** One's own, at most three months ahead or over. */
  mine(personId: string): Promise<ExpiringCredential[]> {
    return this.sql.rows<ExpiringCredential>(
      `SELECT * FROM (${LINES} AND c.person_id = $1 AND w.expires_on <= ($2::timestamptz)::date + 91
         ${FIRST_GROUP}) l
       WHERE l."daysLeft" BETWEEN -90 AND 90 ORDER BY l."expiresOn"`,
      [personId, this.clock.now()],
    );
  }
}

/** $2 now. One line per credential, of the membership's group that came first. */
const LINES = `
  SELECT DISTINCT ON (w.credential_id) w.credential_id AS "credentialId", p.id AS "personId", p.full_name AS "fullName",
    p.search_name AS "searchName", c.kind, c.title, c.number, c.authority, g.id AS "groupId", g.name_id AS "groupNameId",
    g.name_en AS "groupNameEn", w.expires_on::text AS "expiresOn",
    w.expires_on - ($2::timestamptz AT TIME ZONE g.zone)::date AS "daysLeft",
    (SELECT min(e.days_before) FROM expiry_reminders e
     WHERE e.credential_id = w.credential_id AND e.expires_on = w.expires_on) AS "remindedDaysBefore",
    (SELECT max(e.created_at) FROM expiry_reminders e
     WHERE e.credential_id = w.credential_id AND e.expires_on = w.expires_on) AS "remindedAt",
    EXISTS (SELECT 1 FROM credential_renewals n JOIN checks k ON k.origin_type = 'renewal' AND k.origin_id = n.id
      WHERE n.follows_id = w.credential_id AND (k.ended_at IS NULL OR k.action = 'needs_person')) AS "isBeingRenewed"
  FROM credential_watches w JOIN credentials c ON c.id = w.credential_id JOIN people p ON p.id = c.person_id
  JOIN groups g ON g.id = w.group_id
  WHERE w.expires_on IS NOT NULL AND ${NOT_RENEWED}`;

const FIRST_GROUP = 'ORDER BY w.credential_id, w.created_at, w.id';

/** $1 groups, $2 now, $3 days ahead or null for what is over, $4 kind, $5 part of a name. */
const FOUND = `
  SELECT l.* FROM (${LINES} AND g.path && $1::uuid[] AND w.expires_on <= ($2::timestamptz)::date + 1 + coalesce($3::int, 0)
    AND ($4::text IS NULL OR c.kind = $4)
    AND ($5 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($5), '([\\\\%_])', '\\\\\\1', 'g') || '%') ${FIRST_GROUP}) l
  WHERE CASE WHEN $3::int IS NULL THEN l."daysLeft" < 0 ELSE l."daysLeft" BETWEEN 0 AND $3::int END`;
