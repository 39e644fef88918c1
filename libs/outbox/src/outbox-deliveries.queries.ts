import { Injectable } from '@nestjs/common';
import { Clock, notFound, type Actor } from '@himpun/kernel';
import { Sql, Transactions } from '@himpun/database';
import { AuditTrail } from '@himpun/audit';

/** A delivery that used up its attempts. */
export interface DeadLetter {
  messageId: string;
  queue: string;
  type: string;
  attempts: number;
  lastError: string | null;
  endedAt: Date;
}

/** How many deliveries each queue has in each state. */
export interface QueueCount {
  queue: string;
  state: string;
  count: number;
}

/** What officers see of the queues, and the one thing they may do: send a dead letter once more. */
@Injectable()
export class OutboxDeliveries {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  deadLetters(limit: number): Promise<DeadLetter[]> {
    return this.sql.rows<DeadLetter & Record<string, unknown>>(
      `SELECT d.message_id AS "messageId", d.queue, m.type, d.attempts, d.last_error AS "lastError", d.ended_at AS "endedAt"
       FROM outbox_deliveries d JOIN outbox_messages m ON m.id = d.message_id
       WHERE d.state = 'dead' ORDER BY d.ended_at DESC LIMIT $1`,
      [limit],
    );
  }

  counts(): Promise<QueueCount[]> {
    return this.sql.rows<QueueCount & Record<string, unknown>>(
      'SELECT queue, state, count(*)::int AS count FROM outbox_deliveries GROUP BY queue, state ORDER BY queue, state',
    );
  }

  /** Announced and not yet taken to any queue. */
  async waiting(): Promise<number> {
    const row = await this.sql.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM outbox_messages WHERE relayed_at IS NULL',
    );
    return row?.count ?? 0;
  }

  /** Puts a dead letter back; the worker's sweep sends it within seconds. Refuses what is not dead. */
  async retry(actor: Actor, messageId: string, queue: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      // Queued long ago on purpose: the sweep takes what has waited longest, and the queue no longer knows this job.
      const [, changed]: [unknown, number] = await tx.query(
        `UPDATE outbox_deliveries SET state = 'queued', ended_at = NULL, attempts = 0, queued_at = 'epoch'
         WHERE message_id = $1 AND queue = $2 AND state = 'dead'`,
        [messageId, queue],
      );
      if (changed === 0) throw notFound('dead_letter');
      await this.audit.record(tx, actor, {
        action: 'outbox.retried',
        subjectType: 'outbox_message',
        subjectId: messageId,
        details: { queue, at: this.clock.now().toISOString() },
      });
    });
  }
}
