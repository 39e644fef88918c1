import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';

const AT_MOST = 2_000;

/** Brings back checks that wait for a source. */
@Injectable()
export class WaitingChecks {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Announces the checks whose time has come anew: all of a source that answers, one of a source that does not (it tries; the
   * one that waits longest, so that a check which itself breaks its source does not keep all others waiting).
   * @returns how many
   */
  async resume(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [rows] = await tx.query<[{ id: string; source: string }[], number]>(RESUME, [
        this.clock.now(),
        AT_MOST,
      ]);
      await this.outbox.announceAll(
        tx,
        rows.map(({ id, source }) => ({
          type: 'credentials.check_requested',
          payload: { checkId: id, source },
        })),
      );
      return rows.length;
    });
  }
}

const RESUME = `
  WITH due AS (
    SELECT k.id, k.source, row_number() OVER (PARTITION BY k.source ORDER BY k.next_try_at, k.id) AS place,
      coalesce(h.state, 'closed') AS state, h.open_until, h.probe_until
    FROM checks k LEFT JOIN source_health h ON h.source = k.source
    WHERE k.run_state = 'queued' AND k.next_try_at <= $1
      AND (coalesce(h.state, 'closed') = 'closed' OR h.open_until <= $1)),
  chosen AS (
    SELECT k.id FROM checks k JOIN due d ON d.id = k.id
    WHERE CASE d.state WHEN 'closed' THEN d.place <= $2
      ELSE d.place = 1 AND (d.probe_until IS NULL OR d.probe_until <= $1) END
    FOR UPDATE OF k SKIP LOCKED)
  UPDATE checks k SET next_try_at = NULL FROM chosen WHERE k.id = chosen.id AND k.next_try_at IS NOT NULL
  RETURNING k.id, k.source`;
