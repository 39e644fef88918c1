import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Codes } from '@himpun/ethics';
import { GroupQueries } from '@himpun/groups';
import { Clock, forbidden, holdsPower, type Actor, type LocalDate } from '@himpun/kernel';
import { BOUND } from './acknowledgement.sql';

/** How an edition stands with those it binds. */
export interface RoundCounts {
  bound: number;
  acknowledged: number;
  missing: number;
}

/** Somebody who has not acknowledged yet. */
export interface MissingMember extends Record<string, unknown> {
  personId: string;
  fullName: string;
  number: string;
  groupNameId: string;
  groupNameEn: string;
  email: string | null;
  /** When they were last written to; null before the first letter. */
  askedAt: Date | null;
}

/** What a letter to a member names. */
export interface AcknowledgementLetter {
  personId: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  edition: number;
  acknowledgeBy: LocalDate;
  changesId: string | null;
  changesEn: string | null;
  zone: string;
}

/** An edition that waits for a member. */
export interface OwnRound {
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  edition: number;
  acknowledgeBy: LocalDate;
  isLate: boolean;
}

/** Who has and who has not acknowledged an edition. */
@Injectable()
export class AcknowledgementRoundQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly codes: Codes,
    private readonly groups: GroupQueries,
  ) {}

  /** @throws code.not_found, code.forbidden */
  async counts(actor: Actor, codeId: string): Promise<RoundCounts> {
    await this.readable(actor, codeId);
    const row = await this.sql.row<RoundCounts & Record<string, unknown>>(
      `SELECT count(*)::int AS bound, count(b.acknowledged_at)::int AS acknowledged,
         count(*) FILTER (WHERE b.acknowledged_at IS NULL)::int AS missing FROM (${BOUND}) b WHERE b.code_id = $2`,
      [this.clock.now(), codeId],
    );
    return row ?? { bound: 0, acknowledged: 0, missing: 0 };
  }

  /** By name. @param limit null for all, as an export wants them. @throws code.not_found, code.forbidden */
  async missing(
    actor: Actor,
    codeId: string,
    { q, limit, offset }: { q: string; limit: number | null; offset: number },
  ): Promise<{ items: MissingMember[]; total: number }> {
    await this.readable(actor, codeId);
    const rows = await this.sql.rows<MissingMember & { total: number }>(
      `SELECT p.id AS "personId", p.full_name AS "fullName", b.number, g.name_id AS "groupNameId", g.name_en AS "groupNameEn",
         a.email, (SELECT max(r.created_at) FROM acknowledgement_requests r
           WHERE r.code_id = $2 AND r.person_id = p.id) AS "askedAt", count(*) OVER ()::int AS total
       FROM (${BOUND}) b JOIN people p ON p.id = b.person_id JOIN groups g ON g.id = b.group_id
       LEFT JOIN accounts a ON a.person_id = p.id
       WHERE b.code_id = $2 AND b.acknowledged_at IS NULL
         AND ($3 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($3), '([\\\\%_])', '\\\\\\1', 'g') || '%')
       ORDER BY p.search_name, b.membership_id LIMIT $4 OFFSET $5`,
      [this.clock.now(), codeId, q.trim(), limit, offset],
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** The editions that wait for a person, in any of their groups. */
  mine(personId: string): Promise<OwnRound[]> {
    return this.sql.rows<OwnRound & Record<string, unknown>>(
      `SELECT DISTINCT ON (b.code_id) b.group_id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", c.edition,
         c.acknowledge_by::text AS "acknowledgeBy",
         c.acknowledge_by < ($1::timestamptz AT TIME ZONE g.zone)::date AS "isLate"
       FROM (${BOUND}) b JOIN codes c ON c.id = b.code_id JOIN groups g ON g.id = b.group_id
       WHERE b.person_id = $2 AND b.acknowledged_at IS NULL AND c.acknowledge_by IS NOT NULL ORDER BY b.code_id, b.membership_id`,
      [this.clock.now(), personId],
    );
  }

  /** Null where it was acknowledged meanwhile, or a newer edition is out: then nobody needs the letter. */
  letter(requestId: string): Promise<AcknowledgementLetter | null> {
    return this.sql.row<AcknowledgementLetter & Record<string, unknown>>(
      `SELECT r.person_id AS "personId", g.id AS "groupId", g.name_id AS "groupNameId", g.name_en AS "groupNameEn", c.edition,
         c.acknowledge_by::text AS "acknowledgeBy", c.changes_id AS "changesId", c.changes_en AS "changesEn", g.zone
       FROM acknowledgement_requests r JOIN codes c ON c.id = r.code_id JOIN groups g ON g.id = c.group_id
       WHERE r.id = $1 AND NOT EXISTS (SELECT 1 FROM codes o WHERE o.group_id = c.group_id AND o.edition > c.edition)
         AND NOT EXISTS (SELECT 1 FROM acknowledgements a WHERE a.code_id = c.id AND a.person_id = ANY (same_person(r.person_id)))`,
      [requestId],
    );
  }

  private async readable(actor: Actor, codeId: string): Promise<void> {
    const { groupId } = await this.codes.get(codeId);
    const { path } = await this.groups.get(groupId);
    if (!holdsPower(actor, 'ethics.publish', path) && !holdsPower(actor, 'members.read', path)) {
      throw forbidden('code');
    }
  }
}
