import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, nextState, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { keptList, lockedList } from './kept-list';
import { ListFiles } from './list-file.service';
import { ListPlans } from './list-planning.service';
import { LIST_REFUSALS } from './list-refusals';
import { ListTurns } from './list-turns.service';
import { VerificationList } from './verification-list.entity';
import { LIST_TRANSITIONS, type ListAct } from './verification-list.states';

/** Starts, stops and goes on with lists: the officer's word. */
@Injectable()
export class ListActs {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly files: ListFiles,
    private readonly plans: ListPlans,
    private readonly turns: ListTurns,
  ) {}

  /**
   * Has the sources asked about everybody in the list; its file is not kept any longer. Saying so twice changes nothing. When
   * the group uses other sources than before, the list is planned anew and waits for another look.
   * @throws verification_list.not_found, verification_list.closed, verification_list.outdated_conflict
   */
  async start(actor: Actor, listId: string): Promise<void> {
    const isOutdated = await this.act(actor, listId, 'start', async (tx, list) => {
      if (!(await this.plans.isCurrent(tx, list))) {
        await this.plans.plan(tx, list);
        return null;
      }
      await this.files.forget(tx, listId);
      const report = { ...list.report, firstRows: [] };
      return { startedAt: this.clock.now(), startedBy: actor.personId, report };
    });
    if (isOutdated) throw LIST_REFUSALS.outdated();
  }

  /** Asks nobody any more; questions on their way come to their end. @throws verification_list.not_found, verification_list.closed */
  async cancel(actor: Actor, listId: string): Promise<void> {
    await this.act(actor, listId, 'cancel', () => Promise.resolve({ endedAt: this.clock.now() }));
  }

  /** Goes on where it was stopped. @throws verification_list.not_found, verification_list.closed */
  async resume(actor: Actor, listId: string): Promise<void> {
    await this.act(actor, listId, 'resume', () => Promise.resolve({ endedAt: null }));
  }

  /**
   * Asks again about everybody of whom a source had no answer; answers that came are left alone.
   * @throws verification_list.not_found, verification_list.closed
   */
  async repeat(actor: Actor, listId: string): Promise<void> {
    await this.act(actor, listId, 'repeat', async (tx) => {
      await tx.query(
        `UPDATE verification_list_answers SET run_state = 'queued', outcome = NULL, reasons = '[]', fields = '[]',
           ended_at = NULL, started_at = NULL, attempts = 0, next_try_at = NULL
         WHERE list_id = $1 AND run_state IN ('unavailable', 'refused')`,
        [listId],
      );
      return { endedAt: null };
    });
  }

  /** Answers true when `change` said that nothing is to be done: what it wrote itself is kept. */
  private async act(
    actor: Actor,
    listId: string,
    act: ListAct,
    change: (tx: EntityManager, list: VerificationList) => Promise<Partial<VerificationList> | null>,
  ): Promise<boolean> {
    const { groupId } = await keptList(this.sql, actor, listId);
    return this.transactions.run(async (tx) => {
      const list = await lockedList(tx, listId);
      const state = nextState(LIST_TRANSITIONS, list.state, act);
      if (!state && list.state === AFTER[act]) return false;
      if (!state || list.erasedAt) throw LIST_REFUSALS.closed();
      const changes = await change(tx, list);
      if (changes === null) return true;
      await tx.update(VerificationList, { id: listId }, { ...changes, state });
      await this.audit.record(tx, actor, {
        ...{
          action: `verification_list.${PAST[act]}`,
          subjectType: 'verification_list',
          subjectId: listId,
          groupId,
        },
        details: { rows: list.rowCount },
      });
      if (state === 'running') await this.turns.begin(tx, listId);
      return false;
    });
  }
}

/** Where an act leads: done already, it need not be done again. */
const AFTER: Partial<Record<ListAct, string>> = { start: 'running', cancel: 'cancelled', resume: 'running' };
const PAST: Partial<Record<ListAct, string>> = {
  start: 'started',
  cancel: 'cancelled',
  resume: 'resumed',
  repeat: 'repeated',
};
