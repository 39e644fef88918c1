import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Actor } from '@himpun/kernel';
import { HOLD_READERS, mayHold } from './retention-hold.access';
import type { HoldKind } from './retention-hold.entity';

/** A hold as officers read it. */
export interface HoldLine {
  id: string;
  createdAt: Date;
  personId: string;
  fullName: string;
  groupPath: string[];
  groupNameId: string;
  groupNameEn: string;
  kind: HoldKind;
  reason: string;
  isShown: boolean;
  /** Null for the portal itself. */
  placedBy: string | null;
  releasedAt: Date | null;
  releasedBy: string | null;
  releasedReason: string | null;
}

/** Whether the reader may let it go comes with it. */
export type HoldForOfficer = HoldLine & { mayRelease: boolean };

/** What is looked for. */
export interface HoldSearch {
  state: 'standing' | 'released';
  /** Part of a name. */
  q: string;
  page: number;
  pageSize: number;
}

type Row = HoldLine & Record<string, unknown>;

/** Reads of holds. */
@Injectable()
export class RetentionHoldQueries {
  constructor(private readonly sql: Sql) {}

  /** Holds of the actor's groups, not on themselves; the newest first. */
  async page(actor: Actor, search: HoldSearch): Promise<{ items: HoldForOfficer[]; total: number }> {
    const powers: readonly string[] = HOLD_READERS;
    const groups = actor.powers.filter(({ power }) => powers.includes(power)).map(({ groupId }) => groupId);
    const values = [[...new Set(groups)], actor.personId, search.state, search.q.trim()];
    const [rows, count] = await Promise.all([
      this.sql.rows<Row>(`${SELECT} ${WANTED} ORDER BY h.created_at DESC, h.id DESC LIMIT $5 OFFSET $6`, [
        ...values,
        search.pageSize,
        (search.page - 1) * search.pageSize,
      ]),
      this.sql.row<{ total: number }>(`SELECT count(*)::int AS total ${FROM} ${WANTED}`, values),
    ]);
    const items = rows.map((row) => ({ ...row, mayRelease: row.releasedAt === null && mayHold(actor, row) }));
    return { items, total: count?.total ?? 0 };
  }

  /** What the person may know of holds on their own documents; the newest first. */
  shownTo(personId: string): Promise<HoldLine[]> {
    return this.sql.rows<Row>(
      `${SELECT} WHERE h.person_id = $1 AND (h.is_shown OR h.released_at IS NOT NULL) ORDER BY h.created_at DESC LIMIT 100`,
      [personId],
    );
  }
}

const FROM = `FROM retention_holds h JOIN people p ON p.id = h.person_id JOIN groups g ON g.id = h.group_id
  LEFT JOIN people b ON b.id = h.placed_by LEFT JOIN people r ON r.id = h.released_by`;

const SELECT = `
  SELECT h.id, h.created_at AS "createdAt", h.person_id AS "personId", p.full_name AS "fullName", g.path AS "groupPath",
    g.name_id AS "groupNameId", g.name_en AS "groupNameEn", h.kind, h.reason, h.is_shown AS "isShown",
    b.full_name AS "placedBy", h.released_at AS "releasedAt", r.full_name AS "releasedBy",
    h.released_reason AS "releasedReason"
  ${FROM}`;

/** $1 groups, $2 reader, $3 state, $4 part of a name. */
const WANTED = `WHERE g.path && $1::uuid[] AND h.person_id IS DISTINCT FROM $2 AND (h.released_at IS NULL) = ($3 = 'standing')
  AND ($4 = '' OR p.search_name LIKE '%' || regexp_replace(searchable($4), '([\\\\%_])', '\\\\\\1', 'g') || '%')`;
