import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PersonHoldings } from '@himpun/database';
import { notFound, type PersonHolding } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import {
  PERSON_FIELDS,
  type HeldRows,
  type MergeChange,
  type PersonFields,
  type PlanRow,
} from './merge-plan';

/** Reads what two people have, and writes what a merge or its undoing changes, by the list that every room adds to. */
@Injectable()
export class MergeRows {
  constructor(private readonly holdings: PersonHoldings) {}

  /** The rows that name one of the two, of every holding whose rows move or are followed. */
  async held(tx: EntityManager, survivorId: string, mergedId: string, now: Date): Promise<HeldRows[]> {
    const found: HeldRows[] = [];
    for (const holding of this.holdings.all()) {
      if (holding.way === 'stays') continue;
      const rows: PlanRow[] = await tx.query(readOf(holding), [survivorId, now, mergedId]);
      found.push({ holding, rows });
    }
    return found;
  }

  /** @throws person.not_found */
  async fields(tx: EntityManager, personId: string): Promise<PersonFields> {
    const columns = PERSON_FIELDS.map((field) => `${field}::text`).join(', ');
    const [row]: PersonFields[] = await tx.query(`SELECT ${columns} FROM people WHERE id = $1`, [personId]);
    if (!row) throw notFound('person');
    return row;
  }

  /** Writes each change whose row still has `before`, in their order. Returns those whose row had something else. */
  async write(tx: EntityManager, changes: readonly MergeChange[]): Promise<MergeChange[]> {
    const left: MergeChange[] = [];
    for (const together of batches(changes)) {
      const [first] = together as [MergeChange];
      const text = await this.writeOf(tx, first);
      const [written]: [{ key: Record<string, string> }[], number] = await tx.query(text, [
        JSON.stringify(together),
      ]);
      const done = new Set(written.map(({ key }) => nameOf(key)));
      left.push(...together.filter(({ key }) => !done.has(nameOf(key))));
    }
    return left;
  }

  /** In words of their rooms what was written after a merge and rests on rows it moved. */
  async obstacles(
    tx: EntityManager,
    changes: readonly MergeChange[],
    mergedAt: Date,
  ): Promise<{ id: string; en: string }[]> {
    const found: { id: string; en: string }[] = [];
    for (const { table, column, obstacles = [] } of this.holdings.all()) {
      const ids = changes
        .filter((change) => change.table === table && change.column === column)
        .map(({ key }) => key['id']);
      if (ids.length === 0) continue;
      for (const { sql, text } of obstacles) {
        const [row]: { count: number }[] = await tx.query(sql, [ids, mergedAt]);
        if (row && row.count > 0) found.push(text);
      }
    }
    return found;
  }

  private async writeOf(tx: EntityManager, { table, column, key }: MergeChange): Promise<string> {
    const types: { name: string; type: string }[] = await tx.query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass`,
      [table],
    );
    const typeOf = (name: string): string => {
      const found = types.find((each) => each.name === name);
      if (!found) throw new Error(`${table}.${name} is no column of ours`);
      return found.type;
    };
    const same = Object.keys(key).map((name) => `t.${name} = (c.key ->> '${name}')::${typeOf(name)}`);
    const version = table === 'people' ? ', version = t.version + 1' : '';
    return `UPDATE ${table} t SET ${column} = c.after::${typeOf(column)}${version}
      FROM jsonb_to_recordset($1) AS c(key jsonb, before text, after text)
      WHERE ${same.join(' AND ')} AND t.${column} IS NOT DISTINCT FROM c.before::${typeOf(column)} RETURNING c.key`;
  }
}

/** The same for what an officer saw and what is there now. */
export function fingerprintOf(
  fields: readonly PersonFields[],
  held: readonly HeldRows[],
  survivorId: string,
): string {
  const rows = held.map(({ holding: { table, column, way }, rows: all }) => [
    ...[table, column, way],
    all.map(({ side, key, by, weight }) => [side, key, by, weight]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([survivorId, fields, rows]))
    .digest('hex');
}

/** $1 survivor, $2 now, $3 merged. */
function readOf({ table, column, key = ['id'], line = 'NULL', once }: PersonHolding): string {
  const pairs = key.map((name) => `'${name}', t.${name}::text`).join(', ');
  return `SELECT CASE WHEN t.${column} = $1 THEN 'survivor' ELSE 'merged' END AS side, jsonb_build_object(${pairs}) AS key,
      (${line})::text AS line, (${once?.by ?? 'NULL'})::text AS by, (${once?.weight ?? '1'})::int AS weight,
      ${once?.resting ? `t.${once.resting.column}::text` : 'NULL'} AS rests
    FROM ${table} t WHERE t.${column} IN ($1::uuid, $3::uuid) AND $2::timestamptz IS NOT NULL
    ORDER BY ${key.map((name) => `t.${name}`).join(', ')}`;
}

/** Changes of one column are written by one statement: two rows may change places in it. */
function batches(changes: readonly MergeChange[]): MergeChange[][] {
  const found = new Map<string, MergeChange[]>();
  for (const change of changes) {
    const name = `${change.table}.${change.column}`;
    found.set(name, [...(found.get(name) ?? []), change]);
  }
  return [...found.values()];
}

function nameOf(key: Record<string, string>): string {
  return JSON.stringify(Object.entries(key).sort());
}
