import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, systemActor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { ANNOUNCE_DUE, FINISH_LISTS } from './verification-list.sql';

/** So long a turn that was announced may take to begin, before another one is announced. */
const PATIENCE_MS = 20_000;

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
    await this.announce(tx, { listId, source: null, announcedBefore: this.clock.now() });
    await this.finish(tx, listId);
  }

  /** A turn is over: the list gets the next one, or ends. */
  async next(listId: string, source: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.announce(tx, { listId, source, announcedBefore: this.clock.now() });
      await this.finish(tx, listId);
    });
  }

  /**
   * Takes up lists whose turn got lost with a worker or a queue, whose source answers again, or whose last answers came
   * together. @returns how many turns were announced
   */
  async resume(): Promise<number> {
    const announcedBefore = new Date(this.clock.now().getTime() - PATIENCE_MS);
    return this.transactions.run(async (tx) => {
      const count = await this.announce(tx, { listId: null, source: null, announcedBefore });
      await this.finish(tx, null);
      return count;
    });
  }

  private async announce(
    tx: EntityManager,
    which: { listId: string | null; source: string | null; announcedBefore: Date },
  ): Promise<number> {
    const [due] = await tx.query<[{ listId: string; source: string }[], number]>(ANNOUNCE_DUE, [
      which.listId,
      this.clock.now(),
      which.source,
      which.announcedBefore,
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
