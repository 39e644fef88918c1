import { Injectable } from '@nestjs/common';
import { PersonHoldings, Sql } from '@himpun/database';
import { notFound, type Actor, type Bilingual, type Reason } from '@himpun/kernel';
import { SUSPICION_READERS } from '../duplicate/duplicate.access';
import { MergeUndoing } from './merge-undoing.service';

/** A merge as officers read it. */
export interface MergeLine {
  id: string;
  mergedAt: Date;
  survivorId: string;
  survivorName: string;
  mergedId: string;
  mergedName: string;
  mergedBy: string;
  reason: string;
  undoUntil: Date;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoneReason: string | null;
  /** How many values had changed since and stayed; null while it stands. */
  leftAlone: number | null;
}

/** One merge with what it changed, and why it cannot be undone. */
export interface MergeDetail extends MergeLine {
  changed: { label: Bilingual; count: number }[];
  undoRefusals: Reason[];
}

/** Reads of merges. */
@Injectable()
export class PersonMergeQueries {
  constructor(
    private readonly sql: Sql,
    private readonly holdings: PersonHoldings,
    private readonly undoing: MergeUndoing,
  ) {}

  /** Merges among the people of the actor's groups, the newest first. */
  async page(
    actor: Actor,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<{ items: MergeLine[]; total: number }> {
    const readers: readonly string[] = SUSPICION_READERS;
    const groups = actor.powers.filter(({ power }) => readers.includes(power)).map(({ groupId }) => groupId);
    const seen = [[...new Set(groups)], actor.personId];
    const [items, count] = await Promise.all([
      this.sql.rows<MergeLine & Record<string, unknown>>(
        `SELECT ${LINE} ${FROM} WHERE ${VISIBLE} ORDER BY m.created_at DESC, m.id LIMIT $3 OFFSET $4`,
        [...seen, pageSize, (page - 1) * pageSize],
      ),
      this.sql.row<{ total: number }>(`SELECT count(*)::int AS total ${FROM} WHERE ${VISIBLE}`, seen),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** @throws person_merge.not_found, also for who may not see it */
  async one(actor: Actor, id: string): Promise<MergeDetail> {
    const undoRefusals = await this.undoing.refusals(actor, id);
    const line = await this.sql.row<MergeLine & Record<string, unknown>>(
      `SELECT ${LINE} ${FROM} WHERE m.id = $1`,
      [id],
    );
    if (!line) throw notFound('person_merge');
    const changed = await this.sql.rows<{ table: string; column: string; count: number }>(
      `SELECT table_name AS "table", column_name AS "column", count(*)::int AS count FROM person_merge_changes
       WHERE merge_id = $1 GROUP BY 1, 2 ORDER BY min(position)`,
      [id],
    );
    return { ...line, undoRefusals, changed: changed.flatMap((each) => this.named(each)) };
  }

  /** The person a link means today: a merged one's survivor, or that person. */
  async presentOf(personId: string): Promise<string> {
    const row = await this.sql.row<{ id: string }>('SELECT present_person($1) AS id', [personId]);
    return row?.id ?? personId;
  }

  private named({
    table,
    column,
    count,
  }: {
    table: string;
    column: string;
    count: number;
  }): MergeDetail['changed'] {
    if (table === 'people' && column === 'merged_into_id') return [];
    if (table === 'people') return [{ label: DETAILS, count }];
    const found = this.holdings.all().find((each) => each.table === table && each.column === column);
    return found ? [{ label: found.label, count }] : [];
  }
}

const DETAILS: Bilingual = { id: 'Data diri', en: 'Personal details' };

const LINE = `m.id, m.created_at AS "mergedAt", m.survivor_id AS "survivorId", s.full_name AS "survivorName",
  m.merged_id AS "mergedId", d.full_name AS "mergedName", o.full_name AS "mergedBy", m.reason, m.undo_until AS "undoUntil",
  m.undone_at AS "undoneAt", u.full_name AS "undoneBy", m.undone_reason AS "undoneReason",
  jsonb_array_length(m.left_alone) AS "leftAlone"`;
const FROM = `FROM person_merges m JOIN people s ON s.id = m.survivor_id JOIN people d ON d.id = m.merged_id
  JOIN people o ON o.id = m.merged_by LEFT JOIN people u ON u.id = m.undone_by`;
const knows = (id: string): string =>
  `EXISTS (SELECT 1 FROM person_groups g WHERE g.person_id = ${id} AND g.path && $1::uuid[])`;
const unknown = (id: string): string =>
  `NOT EXISTS (SELECT 1 FROM person_groups g WHERE g.person_id = ${id})`;
/** The rule of duplicate.access.ts in SQL. $1 groups, $2 reader. */
const VISIBLE = `$2::uuid NOT IN (s.id, d.id) AND (${knows('s.id')} OR ${knows('d.id')})
  AND (${knows('s.id')} OR ${unknown('s.id')}) AND (${knows('d.id')} OR ${unknown('d.id')})`;
