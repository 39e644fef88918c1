import { Injectable } from '@nestjs/common';
import { Sql, Transactions } from '@himpun/database';
import { Clock } from '@himpun/kernel';
import {
  afterFailure,
  afterSuccess,
  CLOSED,
  isClean,
  permission,
  type Circuit,
  type Permission,
} from './circuit.policy';

/** How long a worker goes by what it knows of a source that was well. */
const KNOWN_FOR_MS = 1_000;

/**
 * The circuits of all sources, shared by all workers through the database: a Redis that was emptied forgets no outage. While
 * a source answers, a worker reads its row once a second and writes nothing.
 */
@Injectable()
export class SourceCircuits {
  private readonly known = new Map<string, number>();
  private readonly successes = new Map<string, number>();

  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What may be done now; of many that ask at once, one gets the leave to try. @param probeMs how long a try takes at most. */
  async permission(source: string, probeMs: number): Promise<Permission> {
    if ((this.known.get(source) ?? 0) > performance.now()) return { may: 'ask' };
    const circuit = (await this.sql.row<CircuitRow>(READ, [source])) ?? CLOSED;
    if (isClean(circuit)) this.known.set(source, performance.now() + KNOWN_FOR_MS);
    const now = this.clock.now();
    const allowed = permission(circuit, now);
    if (allowed.may !== 'probe') return allowed;
    const until = new Date(now.getTime() + probeMs);
    const won = await this.sql.row(CLAIM, [source, now, until]);
    return won ? allowed : { may: 'wait', until };
  }

  /** An answer came. */
  async succeeded(source: string): Promise<void> {
    this.successes.set(source, (this.successes.get(source) ?? 0) + 1);
    if ((this.known.get(source) ?? 0) > performance.now()) return;
    const circuit = await this.sql.row<CircuitRow>(READ, [source]);
    if (circuit && !isClean(circuit)) await this.change(source, afterSuccess);
    this.known.set(source, performance.now() + KNOWN_FOR_MS);
  }

  /** No answer came. @param error without personal data */
  async failed(source: string, error: string): Promise<void> {
    const successes = this.successes.get(source) ?? 0;
    this.successes.set(source, 0);
    this.known.delete(source);
    const told = { now: this.clock.now(), chance: Math.random(), successes, error };
    await this.change(source, (circuit) => afterFailure(circuit, told));
  }

  private async change(source: string, rule: (circuit: Circuit) => Circuit): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('INSERT INTO source_health (source) VALUES ($1) ON CONFLICT DO NOTHING', [source]);
      const [row]: Circuit[] = await tx.query(`${READ} FOR UPDATE`, [source]);
      const next = rule(row ?? CLOSED);
      if (row?.state === 'open' && next.state === 'closed') {
        for (const waiting of WAITING_NOW) await tx.query(waiting, [source, this.clock.now()]);
      }
      await tx.query(WRITE, [
        source,
        next.state,
        next.inRow,
        next.asked,
        next.failed,
        next.windowBegan,
        next.openedAt,
        next.openUntil,
        next.probeUntil,
        next.opens,
        next.lastError,
      ]);
    });
  }
}

type CircuitRow = Circuit & Record<string, unknown>;

const READ = `
  SELECT state, in_row AS "inRow", asked, failed, window_began AS "windowBegan", opened_at AS "openedAt",
    open_until AS "openUntil", probe_until AS "probeUntil", opens, last_error AS "lastError"
  FROM source_health WHERE source = $1`;
/** Checks and lists that were put off until the next try need not wait for it any more. */
const WAITING_NOW = ['checks', 'verification_list_sources'].map(
  (table) => `UPDATE ${table} SET next_try_at = $2 WHERE source = $1 AND next_try_at > $2`,
);
const CLAIM = `
  UPDATE source_health SET probe_until = $3
  WHERE source = $1 AND state = 'open' AND open_until <= $2 AND (probe_until IS NULL OR probe_until <= $2)
  RETURNING source`;
const WRITE = `
  UPDATE source_health SET state = $2, in_row = $3, asked = $4, failed = $5, window_began = $6, opened_at = $7,
    open_until = $8, probe_until = $9, opens = $10, last_error = $11 WHERE source = $1`;
