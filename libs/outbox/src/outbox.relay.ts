import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { Sql, Transactions } from '@himpun/database';

/** A message as the worker sees it. */
export interface RelayedMessage {
  id: string;
  type: string;
  payload: Record<string, unknown>;
}

/** A message and the queue it goes to. */
export interface Delivery extends RelayedMessage {
  queue: string;
}

/** The outbox's other side: takes messages to the queues and remembers what became of them. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes up to `limit` unrelayed messages (SKIP LOCKED, so several relays share the work), records one delivery per
   * queue, and hands them to `send`. If `send` throws, nothing is marked and the messages come again.
   * @returns how many messages were taken.
   */
  async relay(
    limit: number,
    queuesOf: (message: RelayedMessage) => readonly string[],
    send: (deliveries: readonly Delivery[]) => Promise<void>,
  ): Promise<number> {
    return this.transactions.run(async (tx) => {
      const messages: RelayedMessage[] = await tx.query(
        `SELECT id, type, payload FROM outbox_messages WHERE relayed_at IS NULL
         ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      );
      if (messages.length === 0) return 0;
      const deliveries = messages.flatMap((message) =>
        queuesOf(message).map((queue) => ({ ...message, queue })),
      );
      const now = this.clock.now();
      await tx.query(
        `INSERT INTO outbox_deliveries (message_id, queue, state, queued_at)
         SELECT message_id, queue, 'queued', $3 FROM unnest($1::uuid[], $2::text[]) AS d (message_id, queue)
         ON CONFLICT DO NOTHING`,
        [deliveries.map((d) => d.id), deliveries.map((d) => d.queue), now],
      );
      await tx.query('UPDATE outbox_messages SET relayed_at = $2 WHERE id = ANY($1::uuid[])', [
        messages.map((message) => message.id),
        now,
      ]);
      await send(deliveries);
      return messages.length;
    });
  }

  /**
   * Deliveries queued before `before` and not ended: the sweep asks the queue whether it still knows them.
   * @param after the last of the page before; pages are in order of message and queue.
   */
  async openSince(
    before: Date,
    limit: number,
    after: { messageId: string; queue: string } | null = null,
  ): Promise<Delivery[]> {
    return this.sql.rows<Delivery>(
      `SELECT m.id, m.type, m.payload, d.queue FROM outbox_deliveries d JOIN outbox_messages m ON m.id = d.message_id
       WHERE d.state = 'queued' AND d.queued_at < $1
         AND ($3::uuid IS NULL OR (d.message_id, d.queue) > ($3::uuid, $4::text))
       ORDER BY d.message_id, d.queue LIMIT $2`,
      [before, limit, after?.messageId ?? null, after?.queue ?? null],
    );
  }

  /** Whether the effect of this delivery is there already. */
  async isDone(messageId: string, queue: string): Promise<boolean> {
    const row = await this.sql.row(
      `SELECT 1 FROM outbox_deliveries WHERE message_id = $1 AND queue = $2 AND state = 'done'`,
      [messageId, queue],
    );
    return row !== null;
  }

  /** The effect is there; saying so twice changes nothing. */
  async markDone(messageId: string, queue: string, attempts: number): Promise<void> {
    await this.sql.rows(
      `UPDATE outbox_deliveries SET state = 'done', attempts = $3, ended_at = $4
       WHERE message_id = $1 AND queue = $2 AND state <> 'done'`,
      [messageId, queue, attempts, this.clock.now()],
    );
  }

  /** An attempt failed and another will follow. */
  async noteFailure(messageId: string, queue: string, attempts: number, error: string): Promise<void> {
    await this.sql.rows(
      `UPDATE outbox_deliveries SET attempts = $3, last_error = $4
       WHERE message_id = $1 AND queue = $2 AND state = 'queued'`,
      [messageId, queue, attempts, error.slice(0, 2_000)],
    );
  }

  /** All attempts are used up: a person has to look. */
  async markDead(messageId: string, queue: string, attempts: number, error: string): Promise<void> {
    await this.sql.rows(
      `UPDATE outbox_deliveries SET state = 'dead', attempts = $3, last_error = $4, ended_at = $5
       WHERE message_id = $1 AND queue = $2 AND state = 'queued'`,
      [messageId, queue, attempts, error.slice(0, 2_000), this.clock.now()],
    );
  }
}
