import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock, Settings } from '@himpun/kernel';

const DAY_MS = 86_400_000;
const AT_ONCE = 1_000;

/**
 * Removes messages whose every delivery ended well long ago, so that the outbox holds what is at work and not all of history
 * (what happened is told by the audit trail). Dead letters are kept until a person has seen to them.
 */
@Injectable()
export class OutboxPurge {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Removes what was relayed more than `OUTBOX_KEEP_DAYS` days ago and has nothing open or dead, in small transactions.
   * Several workers may do so at once. @returns how many messages were removed.
   */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.settings.outboxKeepDays * DAY_MS);
    let removed = 0;
    for (;;) {
      const count = await this.removeSome(before);
      removed += count;
      if (count < AT_ONCE) return removed;
    }
  }

  private async removeSome(before: Date): Promise<number> {
    return this.transactions.run(async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        `DELETE FROM outbox_messages WHERE id IN (
           SELECT m.id FROM outbox_messages m
           WHERE m.relayed_at < $1 AND NOT EXISTS (
             SELECT 1 FROM outbox_deliveries d
             WHERE d.message_id = m.id AND (d.state <> 'done' OR d.ended_at >= $1))
           ORDER BY m.relayed_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
        [before, AT_ONCE],
      );
      return count;
    });
  }
}
