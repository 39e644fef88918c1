import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Turnstile } from './turnstile';

const names = new Map<string, string>();

/** A crowd waits here for its turn; the pool's own limit of 2 s is kept for a database that does not answer. */
const PATIENCE_MS = 10_000;

/** Plain SQL for hot reads and for statements that decide by themselves: prepared, no entity is hydrated. */
@Injectable()
export class Sql {
  private turnstile: Turnstile | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs one prepared statement on its own connection; values are always parameters, never part of the text. */
  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    this.turnstile ??= new Turnstile(pool.options.max, PATIENCE_MS);
    const result = await this.turnstile.pass('pool', () =>
      pool.query<Row>({ name: nameOf(text), text, values: [...values] }),
    );
    return result.rows;
  }

  /** The first row or null. */
  async row<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row | null> {
    return (await this.rows<Row>(text, values))[0] ?? null;
  }
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `h${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}
