import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';

const BATCH = 500;

/** $1 now, $2 how many. */
const OVER = `
  UPDATE sponsorships SET state = 'expired', ended_at = $1 WHERE id IN (
    SELECT id FROM sponsorships WHERE state = 'asked' AND expires_at <= $1
    ORDER BY expires_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id AS "sponsorshipId", application_id AS "applicationId"`;

/** Once half of the time is over. $1 now, $2 how many. */
const REMIND = `
  UPDATE sponsorships SET reminded_at = $1 WHERE id IN (
    SELECT id FROM sponsorships WHERE state = 'asked' AND reminded_at IS NULL AND expires_at > $1
      AND created_at + (expires_at - created_at) / 2 <= $1
    ORDER BY expires_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id AS "sponsorshipId"`;

type Payload = Record<string, unknown>;

/** Reminds sponsors who have not answered, once, and ends questions whose time is over. */
@Injectable()
export class SponsorDeadlines {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to run late and twice. @returns how many were reminded, and how many ended */
  async keepUp(): Promise<{ reminded: number; expired: number }> {
    const expired = await this.all(OVER, 'membership.sponsor_answered');
    const reminded = await this.all(REMIND, 'membership.sponsor_reminder_due');
    return { reminded, expired };
  }

  private async all(statement: string, type: string): Promise<number> {
    let done = 0;
    for (;;) {
      const made = await this.transactions.run((tx) => this.batch(tx, statement, type));
      done += made;
      if (made < BATCH) return done;
    }
  }

  private async batch(tx: EntityManager, statement: string, type: string): Promise<number> {
    const [rows]: [Payload[], number] = await tx.query(statement, [this.clock.now(), BATCH]);
    await this.outbox.announceAll(
      tx,
      rows.map((payload) => ({ type, payload })),
    );
    return rows.length;
  }
}
