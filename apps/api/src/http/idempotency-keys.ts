import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock, DomainError } from '@himpun/kernel';
import { Sql } from '@himpun/database';

/** One request that wants to happen once. */
export interface Claim {
  accountId: string;
  route: string;
  key: string;
  requestHash: Buffer;
}

interface KeptRow {
  requestHash: Buffer;
  status: number | null;
  body: unknown;
  createdAt: Date;
}

/** After this long an unfinished claim belongs to a process that died; the next try takes it over. */
const ABANDONED_AFTER = 60_000;

/** Answers are kept for at least a day. */
const KEPT_FOR = 48 * 3_600_000;
const PURGE_EVERY = 3_600_000;

/** Remembers what was answered to a person, route and key. */
@Injectable()
export class IdempotencyKeys implements OnModuleInit, OnApplicationShutdown {
  private purging: NodeJS.Timeout | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const purge = (): void => {
      this.purge().catch((error: unknown) => new Logger('idempotency').warn({ err: error }));
    };
    this.purging = setInterval(purge, PURGE_EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.purging);
  }

  /** Forgets answers older than two days. Every API process does so; doing it twice changes nothing. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_FOR);
    await this.sql.rows('DELETE FROM idempotency_keys WHERE created_at < $1', [before]);
  }

  /**
   * Claims the key, or gives back the kept answer.
   * @throws DomainError idempotency_key.mismatch (same key, other content), idempotency_key.in_progress
   */
  async claim(claim: Claim): Promise<{ status: number; body: unknown } | null> {
    const now = this.clock.now();
    const claimed = await this.sql.row(
      `INSERT INTO idempotency_keys (account_id, route, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id, route, key) DO UPDATE SET created_at = $5
         WHERE idempotency_keys.finished_at IS NULL AND idempotency_keys.created_at < $6
           AND idempotency_keys.request_hash = $4
       RETURNING key`,
      [
        claim.accountId,
        claim.route,
        claim.key,
        claim.requestHash,
        now,
        new Date(now.getTime() - ABANDONED_AFTER),
      ],
    );
    if (claimed) return null;
    const kept = await this.sql.row<KeptRow & Record<string, unknown>>(
      `SELECT request_hash AS "requestHash", status, body, created_at AS "createdAt"
       FROM idempotency_keys WHERE account_id = $1 AND route = $2 AND key = $3`,
      [claim.accountId, claim.route, claim.key],
    );
    if (!kept || kept.status === null) throw IN_PROGRESS;
    if (!kept.requestHash.equals(claim.requestHash)) throw MISMATCH;
    return { status: kept.status, body: kept.body };
  }

  async keep(claim: Claim, status: number, body: unknown): Promise<void> {
    await this.sql.rows(
      `UPDATE idempotency_keys SET status = $4, body = $5, finished_at = $6
       WHERE account_id = $1 AND route = $2 AND key = $3`,
      [claim.accountId, claim.route, claim.key, status, JSON.stringify(body ?? null), this.clock.now()],
    );
  }

  /** Nothing was done, so nothing is kept. */
  async release(claim: Claim): Promise<void> {
    await this.sql.rows(
      'DELETE FROM idempotency_keys WHERE account_id = $1 AND route = $2 AND key = $3 AND finished_at IS NULL',
      [claim.accountId, claim.route, claim.key],
    );
  }
}

const MISMATCH = new DomainError('idempotency_key.mismatch', {
  id: 'Kunci ini sudah dipakai untuk kiriman lain. Muat ulang halaman lalu coba lagi.',
  en: 'This key was already used for other content. Reload the page, then try again.',
});
const IN_PROGRESS = new DomainError(
  'idempotency_key.in_progress',
  {
    id: 'Kiriman yang sama sedang diproses. Tunggu sebentar.',
    en: 'The same request is being worked on. Wait a moment.',
  },
  [],
  { retryAfterSeconds: 1 },
);
