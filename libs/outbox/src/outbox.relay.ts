import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { Convoy, Sql, Transactions } from '@himpun/database';

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

/** One message in one queue, and at which attempt it was done. */
interface Done {
  messageId: string;
  queue: string;
  attempts: number;
}

/** The outbox's other side: takes messages to the queues and remembers what became of them. */
@Injectable()
export class OutboxRelay {
  private readonly asked = new Convoy((deliveries: readonly Omit<Done, 'attempts'>[]) =>
    this.areDone(deliveries),
  );
  private readonly done = new Convoy((deliveries: readonly Done[]) => this.markAllDone(deliveries));

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

  /** Whether the effect of this delivery is there already. Many who ask at once are answered by one statement. */
  isDone(messageId: string, queue: string): Promise<boolean> {
    return this.asked.send({ messageId, queue });
  }

  /** The effect is there; saying so twice changes nothing. Many at once are marked by one statement. */
  async markDone(messageId: string, queue: string, attempts: number): Promise<void> {
    await this.done.send({ messageId, queue, attempts });
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

  private async areDone(deliveries: readonly Omit<Done, 'attempts'>[]): Promise<boolean[]> {
    const rows = await this.sql.rows<{ place: number }>(ARE_DONE, [
      deliveries.map(({ messageId }) => messageId),
      deliveries.map(({ queue }) => queue),
    ]);
    const done = new Set(rows.map(({ place }) => place));
    return deliveries.map((_, place) => done.has(place + 1));
  }

  private async markAllDone(deliveries: readonly Done[]): Promise<void[]> {
    await this.sql.rows(MARK_DONE, [
      deliveries.map(({ messageId }) => messageId),
      deliveries.map(({ queue }) => queue),
      deliveries.map(({ attempts }) => attempts),
      this.clock.now(),
    ]);
    return deliveries.map(() => undefined);
  }
}

const ARE_DONE = `
  SELECT asked.place::int AS place
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked (message_id, queue, place)
  JOIN outbox_deliveries d ON d.message_id = asked.message_id AND d.queue = asked.queue AND d.state = 'done'`;

/**
 * A fast worker is done before the relay that sent the message has committed: the delivery is then written here, or waits for
 * the relay's row. In the order of the key, so that two workers never wait for each other.
 */
const MARK_DONE = `
  INSERT INTO outbox_deliveries AS d (message_id, queue, state, attempts, queued_at, ended_at)
  SELECT DISTINCT ON (done.message_id, done.queue) done.message_id, done.queue, 'done', done.attempts, $4::timestamptz,
    $4::timestamptz
  FROM unnest($1::uuid[], $2::text[], $3::int[]) AS done (message_id, queue, attempts)
  JOIN outbox_messages m ON m.id = done.message_id
  ORDER BY done.message_id, done.queue, done.attempts
  ON CONFLICT (message_id, queue) DO UPDATE SET state = 'done', attempts = excluded.attempts, ended_at = excluded.ended_at
  WHERE d.state <> 'done'`;
