import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { ANNOUNCE_DUE, END_TURN, FINISH_LISTS } from './verification-list.sql';

/** A message that nobody has taken up for so long is lost. Others find lost messages sooner; this is the last resort. */
const LOST_AFTER_MS = 300_000;

/** Whose turn it is: announces lists that can go on, source by source, and ends those that are through. */
@Injectable()
export class ListTurns {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** A list begins or goes on; joins the caller's transaction. Announces `credentials.verification_list_due`. */
  async begin(tx: EntityManager, listId: string): Promise<void> {
    await tx.query(
      `UPDATE verification_list_sources SET next_try_at = NULL, waiting_since = NULL WHERE list_id = $1`,
      [listId],
    );
    await this.announce(tx, listId, null);
    await this.finish(tx, listId);
  }

  /** The turn of `holder` is over: the list gets the next one, or ends. */
  async next(listId: string, source: string, holder: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query(END_TURN, [listId, source, holder]);
      await this.announce(tx, listId, source);
      await this.finish(tx, listId);
    });
  }

  /**
   * Takes up lists whose worker died, whose source answers again, or whose last answers came together.
   * @returns how many turns were announced
   */
  async resume(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const count = await this.announce(tx, null, null);
      await this.finish(tx, null);
      return count;
    });
  }

  private async announce(tx: EntityManager, listId: string | null, source: string | null): Promise<number> {
    const now = this.clock.now();
    const lost = new Date(now.getTime() - LOST_AFTER_MS);
    const [due] = await tx.query<[{ listId: string; source: string }[], number]>(ANNOUNCE_DUE, [
      ...[listId, now, source, lost],
    ]);
    await this.outbox.announceAll(
      tx,
      due.map((payload) => ({ type: 'credentials.verification_list_due', payload: { ...payload } })),
    );
    return due.length;
  }

  private async finish(tx: EntityManager, listId: string | null): Promise<void> {
    const [ended] = await tx.query<[{ id: string; groupId: string; rows: number }[], number]>(FINISH_LISTS, [
      listId,
      this.clock.now(),
    ]);
    for (const { id, groupId, rows } of ended) {
      await this.audit.record(tx, systemActor('verification-lists'), {
        ...{ action: 'verification_list.finished', subjectType: 'verification_list', subjectId: id, groupId },
        details: { rows },
      });
    }
  }
}
