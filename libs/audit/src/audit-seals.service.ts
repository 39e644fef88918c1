import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { Sql, Transactions } from '@himpun/database';

/** What the check of the trail found first, or that all is well. */
export interface AuditVerdict {
  intact: boolean;
  sealed: number;
  unsealed: number;
  /** Hex of the chain's last value; keep it outside the database to notice a chain that was rewritten whole. */
  head: string | null;
  /** The first entry that is wrong, in chain order, then by id. */
  fault?: {
    entryId: string;
    sealNo: number | null;
    kind: 'changed' | 'missing' | 'unnoted' | 'chain_broken' | 'gap';
  };
}

/** Seals the trail into a hash chain, in batches, and checks it. */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Seals up to `limit` open entries in order of their ids; one sealer at a time. Returns how many. */
  async seal(limit = 1_000): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [lock]: { taken: boolean }[] = await tx.query(
        `SELECT pg_try_advisory_xact_lock(hashtext('audit_seals')) AS taken`,
      );
      if (!lock?.taken) return 0;
      const sealed: unknown[] = await tx.query(
        `WITH RECURSIVE head AS (
           SELECT coalesce(max(seal_no), 0) AS no,
                  coalesce((SELECT chain FROM audit_seals WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1),
                           decode(repeat('00', 32), 'hex')) AS chain
           FROM audit_seals WHERE seal_no IS NOT NULL),
         open AS (
           SELECT entry_id, digest, row_number() OVER (ORDER BY entry_id) AS n
           FROM (SELECT entry_id, digest FROM audit_seals WHERE seal_no IS NULL ORDER BY entry_id LIMIT $1) batch),
         linked AS (
           SELECT o.entry_id, o.n, h.no + 1 AS no, sha256(h.chain || o.digest) AS chain FROM open o, head h WHERE o.n = 1
           UNION ALL
           SELECT o.entry_id, o.n, l.no + 1, sha256(l.chain || o.digest) FROM linked l JOIN open o ON o.n = l.n + 1)
         UPDATE audit_seals s SET seal_no = l.no, chain = l.chain, sealed_at = $2
         FROM linked l WHERE s.entry_id = l.entry_id RETURNING s.entry_id`,
        [limit, this.clock.now()],
      );
      return rowsOf(sealed).length;
    });
  }

  /** The chain's last value and number; null while nothing is sealed. */
  async head(): Promise<{ sealNo: number; chain: string } | null> {
    const row = await this.sql.row<{ sealNo: string; chain: string }>(
      `SELECT seal_no AS "sealNo", encode(chain, 'hex') AS chain FROM audit_seals
       WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1`,
    );
    return row && { sealNo: Number(row.sealNo), chain: row.chain };
  }

  /** Reads the whole trail and names the first row that is changed, missing, unnoted or out of the chain. */
  async verify(): Promise<AuditVerdict> {
    const [counts] = await this.sql.rows<{ sealed: number; unsealed: number; head: string | null }>(
      `SELECT count(seal_no)::int AS sealed, (count(*) - count(seal_no))::int AS unsealed,
              (SELECT encode(chain, 'hex') FROM audit_seals WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1) AS head
       FROM audit_seals`,
    );
    const [fault] = await this.sql.rows<{ entryId: string; sealNo: string | null; kind: string }>(
      `WITH chained AS (
         SELECT entry_id, digest, seal_no, chain,
                lag(chain, 1, decode(repeat('00', 32), 'hex')) OVER (ORDER BY seal_no) AS before,
                lag(seal_no, 1, 0::bigint) OVER (ORDER BY seal_no) AS before_no
         FROM audit_seals WHERE seal_no IS NOT NULL),
       faults AS (
         SELECT entry_id, seal_no, 'gap' AS kind, 3 AS rank FROM chained WHERE seal_no <> before_no + 1
         UNION ALL
         SELECT entry_id, seal_no, 'chain_broken', 4 FROM chained WHERE chain <> sha256(before || digest)
         UNION ALL
         SELECT s.entry_id, s.seal_no, 'missing', 1 FROM audit_seals s LEFT JOIN audit_entries e ON e.id = s.entry_id
         WHERE e.id IS NULL
         UNION ALL
         SELECT s.entry_id, s.seal_no, 'changed', 2 FROM audit_seals s JOIN audit_entries e ON e.id = s.entry_id
         WHERE audit_digest(e) <> s.digest
         UNION ALL
         SELECT e.id, NULL, 'unnoted', 5 FROM audit_entries e LEFT JOIN audit_seals s ON s.entry_id = e.id
         WHERE s.entry_id IS NULL)
       SELECT entry_id AS "entryId", seal_no AS "sealNo", kind FROM faults
       ORDER BY seal_no NULLS LAST, entry_id, rank LIMIT 1`,
    );
    const base = { sealed: counts?.sealed ?? 0, unsealed: counts?.unsealed ?? 0, head: counts?.head ?? null };
    if (!fault) return { intact: true, ...base };
    return {
      intact: false,
      ...base,
      fault: {
        entryId: fault.entryId,
        sealNo: fault.sealNo === null ? null : Number(fault.sealNo),
        kind: fault.kind as NonNullable<AuditVerdict['fault']>['kind'],
      },
    };
  }
}

/** TypeORM answers UPDATE … RETURNING with [rows, count]. */
function rowsOf(answer: unknown[]): unknown[] {
  return Array.isArray(answer[0]) ? answer[0] : answer;
}
