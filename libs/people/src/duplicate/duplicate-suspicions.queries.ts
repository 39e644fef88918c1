import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type Actor, type Bilingual, type Reason } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { MergeRows } from '../merge/merge-rows';
import type { HeldRows, PersonFields } from '../merge/merge-plan';
import { mayMerge, SUSPICION_READERS } from './duplicate.access';
import type { SuspicionState } from './duplicate-suspicion.states';
import { SuspicionScopes } from './suspicion-scopes';

/** One of the two, as the queue shows them. */
export interface SuspectedPerson {
  personId: string;
  fullName: string;
  birthDate: string | null;
  groups: Bilingual[];
}

/** Two people who may be one, as officers read it. */
export interface SuspicionLine {
  id: string;
  foundAt: Date;
  score: number;
  reasons: Reason[];
  state: SuspicionState;
  decidedAt: Date | null;
  decidedBy: string | null;
  decidedReason: string | null;
  mergeId: string | null;
  first: SuspectedPerson;
  second: SuspectedPerson;
}

/** What one of the two has of one kind, beside what the other has. */
export interface HeldBeside {
  label: Bilingual;
  first: string[];
  second: string[];
  firstCount: number;
  secondCount: number;
}

/** Both side by side. */
export interface SuspectedPair extends SuspicionLine {
  fields: { first: PersonFields; second: PersonFields };
  held: HeldBeside[];
  mayMerge: boolean;
}

type Row = SuspicionLine & Record<string, unknown>;

/** Reads of suspicions. */
@Injectable()
export class DuplicateSuspicionQueries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly scopes: SuspicionScopes,
    private readonly rows: MergeRows,
  ) {}

  /** Those the actor may see, likeliest first; decided ones by their day. */
  async page(
    actor: Actor,
    { state, page, pageSize }: { state: SuspicionState; page: number; pageSize: number },
  ): Promise<{ items: SuspicionLine[]; total: number }> {
    const seen = [reachOf(actor), actor.personId, state];
    const order = state === 'open' ? 's.score DESC, s.id' : 's.decided_at DESC, s.id';
    const [items, count] = await Promise.all([
      this.sql.rows<Row>(
        `SELECT ${LINE} ${FROM} WHERE ${VISIBLE} AND s.state = $3 ORDER BY ${order} LIMIT $4 OFFSET $5`,
        [...seen, ...[pageSize, (page - 1) * pageSize]],
      ),
      this.sql.row<{ total: number }>(
        `SELECT count(*)::int AS total ${FROM} WHERE ${VISIBLE} AND s.state = $3`,
        seen,
      ),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** The open ones about one person, for whoever works on that person's case. */
  ofPerson(actor: Actor, personId: string): Promise<SuspicionLine[]> {
    return this.sql.rows<Row>(
      `SELECT ${LINE} ${FROM} WHERE ${VISIBLE} AND s.state = 'open' AND $3::uuid IN (s.first_person_id, s.second_person_id)
       ORDER BY s.score DESC, s.id LIMIT 20`,
      [reachOf(actor), actor.personId, personId],
    );
  }

  /** @throws duplicate_suspicion.not_found, also for who may not see it */
  pair(actor: Actor, id: string): Promise<SuspectedPair> {
    return this.scopes.reading(async (tx) => {
      const scope = await this.scopes.visible(tx, actor, id);
      const [line]: SuspicionLine[] = await tx.query(`SELECT ${LINE} ${FROM} WHERE s.id = $1`, [id]);
      const fields = {
        first: await this.rows.fields(tx, scope.firstId),
        second: await this.rows.fields(tx, scope.secondId),
      };
      const held = await this.heldBy(tx, scope.firstId, scope.secondId);
      return { ...(line as SuspicionLine), fields, held, mayMerge: mayMerge(actor, scope) };
    });
  }

  private async heldBy(tx: EntityManager, firstId: string, secondId: string): Promise<HeldBeside[]> {
    const held = await this.rows.held(tx, firstId, secondId, this.clock.now());
    return held.filter(({ rows }) => rows.length > 0).map(beside);
  }
}

const MOST_LINES = 20;

function beside({ holding, rows }: HeldRows): HeldBeside {
  const of = (side: 'survivor' | 'merged'): HeldRows['rows'] => rows.filter((row) => row.side === side);
  const lines = (side: 'survivor' | 'merged'): string[] =>
    of(side)
      .flatMap(({ line }) => (line === null ? [] : [line]))
      .slice(0, MOST_LINES);
  return {
    label: holding.label,
    ...{ first: lines('survivor'), second: lines('merged') },
    ...{ firstCount: of('survivor').length, secondCount: of('merged').length },
  };
}

function reachOf(actor: Actor): string[] {
  const readers: readonly string[] = SUSPICION_READERS;
  return [
    ...new Set(actor.powers.filter(({ power }) => readers.includes(power)).map(({ groupId }) => groupId)),
  ];
}

const person = (
  alias: string,
): string => `jsonb_build_object('personId', ${alias}.id, 'fullName', ${alias}.full_name,
  'birthDate', ${alias}.birth_date::text, 'groups', coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', g.name_id,
    'en', g.name_en)) FROM person_groups g WHERE g.person_id = ${alias}.id), '[]'))`;

const LINE = `s.id, s.created_at AS "foundAt", s.score::float8 AS score, s.reasons, s.state, s.decided_at AS "decidedAt",
  o.full_name AS "decidedBy", s.decided_reason AS "decidedReason", s.merge_id AS "mergeId",
  ${person('a')} AS first, ${person('b')} AS second`;

const FROM = `FROM duplicate_suspicions s JOIN people a ON a.id = s.first_person_id JOIN people b ON b.id = s.second_person_id
  LEFT JOIN people o ON o.id = s.decided_by`;

const knows = (id: string): string =>
  `EXISTS (SELECT 1 FROM person_groups g WHERE g.person_id = ${id} AND g.path && $1::uuid[])`;
const unknown = (id: string): string =>
  `NOT EXISTS (SELECT 1 FROM person_groups g WHERE g.person_id = ${id})`;

/** The rule of duplicate.access.ts in SQL. $1 groups, $2 reader. An open pair of which one is a tombstone is no question any more. */
const VISIBLE = `$2::uuid NOT IN (s.first_person_id, s.second_person_id)
  AND (s.state <> 'open' OR (a.merged_into_id IS NULL AND b.merged_into_id IS NULL))
  AND (${knows('a.id')} OR ${knows('b.id')}) AND (${knows('a.id')} OR ${unknown('a.id')}) AND (${knows('b.id')} OR ${unknown('b.id')})`;
