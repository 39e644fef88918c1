import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';

/** Announces what happened, in the transaction in which it happened. Nothing else may reach a queue. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /**
   * Writes one message; returns its id, which is also the job's id.
   * @param type library and past tense, `membership.application_submitted`.
   * @param payload ids and plain facts, no personal data.
   */
  async announce(tx: EntityManager, type: string, payload: Record<string, unknown>): Promise<string> {
    const [id] = await this.announceAll(tx, [{ type, payload }]);
    return id as string;
  }

  /** Writes many messages in one statement; ids in the order given. */
  async announceAll(
    tx: EntityManager,
    news: readonly { type: string; payload: Record<string, unknown> }[],
  ): Promise<string[]> {
    if (news.length === 0) return [];
    const ids = news.map(() => newId());
    await tx.query(
      `INSERT INTO outbox_messages (id, type, payload, occurred_at)
       SELECT id, type, payload::jsonb, $4 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS news (id, type, payload)`,
      [
        ids,
        news.map((item) => item.type),
        news.map((item) => JSON.stringify(item.payload)),
        this.clock.now(),
      ],
    );
    return ids;
  }
}
