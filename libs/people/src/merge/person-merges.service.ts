import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { AccountTokens, Sessions } from '@himpun/identity';
import { Clock, DomainError, forbidden, newId, nextState, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayMerge } from '../duplicate/duplicate.access';
import { SUSPICION_TRANSITIONS } from '../duplicate/duplicate-suspicion.states';
import { suspicionClosed } from '../duplicate/duplicate-suspicions.service';
import { SuspicionScopes, type ScopedSuspicion } from '../duplicate/suspicion-scopes';
import type { MergeChange, MergeChoices, MergePlan } from './merge-plan';
import { planMerge } from './merge-plan.policy';
import { fingerprintOf, MergeRows } from './merge-rows';
import { undoUntil } from './undo.policy';

/** What a merge would do, and the mark of what it was planned on. */
export interface MergePreview extends MergePlan {
  fingerprint: string;
}

/** An officer's decision that two people are one. */
export interface NewMerge {
  survivorId: string;
  choices: MergeChoices;
  reason: string;
  /** Of the preview that the officer saw. */
  fingerprint: string;
}

/** Makes one person of two: a dated record with a journal of every value that changed, so that it can be undone. */
@Injectable()
export class PersonMerges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly scopes: SuspicionScopes,
    private readonly rows: MergeRows,
    private readonly sessions: Sessions,
    private readonly tokens: AccountTokens,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * What a merge would move, what it asks, and why it cannot be done; nothing is changed.
   * @throws duplicate_suspicion.not_found, duplicate_suspicion.closed, person_merge.invalid
   */
  preview(
    actor: Actor,
    suspicionId: string,
    survivorId: string,
    choices: MergeChoices,
  ): Promise<MergePreview> {
    return this.transactions.run(async (tx) => {
      const found = await this.scopes.visible(tx, actor, suspicionId);
      return this.plan(tx, open(found), survivorId, choices);
    });
  }

  /**
   * Merges: everything in one transaction. Both people are locked first, in the order of their ids, so that of two officers
   * the second finds the pair decided. Returns the merge's id.
   * @throws duplicate_suspicion.not_found, duplicate_suspicion.closed, person_merge.forbidden, person_merge.stale (something
   * changed since the preview), person_merge.refused (reasons)
   */
  async merge(actor: Actor, suspicionId: string, wanted: NewMerge): Promise<string> {
    return this.transactions.run(async (tx) => {
      const found = await this.scopes.locked(tx, actor, suspicionId);
      const plan = await this.plan(tx, open(found), wanted.survivorId, wanted.choices);
      if (!mayMerge(actor, found)) throw forbidden('person_merge', OTHER_GROUPS);
      if (plan.refusals.length > 0) throw new DomainError('person_merge.refused', REFUSED, plan.refusals);
      if (plan.fingerprint !== wanted.fingerprint)
        throw stale('person_merge', { fingerprint: plan.fingerprint });
      const id = await this.record(tx, actor, plan, wanted);
      const left = await this.rows.write(tx, plan.changes);
      if (left.length > 0) throw stale('person_merge', { fingerprint: plan.fingerprint });
      await this.endSignIn(tx, plan.changes);
      await this.settle(tx, actor, suspicionId, id, wanted.reason);
      await this.note(tx, actor, id, plan, wanted);
      return id;
    });
  }

  private async plan(
    tx: EntityManager,
    { personIds }: ScopedSuspicion,
    survivorId: string,
    choices: MergeChoices,
  ): Promise<MergePreview> {
    const mergedId = personIds.find((id) => id !== survivorId);
    if (!personIds.includes(survivorId) || !mergedId)
      throw new DomainError('person_merge.invalid', NOT_OF_PAIR);
    const now = this.clock.now();
    const held = await this.rows.held(tx, survivorId, mergedId, now);
    const fields = {
      survivor: await this.rows.fields(tx, survivorId),
      merged: await this.rows.fields(tx, mergedId),
    };
    const plan = planMerge({ survivorId, mergedId, fields, held, choices, now: now.toISOString() });
    return { ...plan, fingerprint: fingerprintOf([fields.survivor, fields.merged], held, survivorId) };
  }

  /** The journal stands before the first value changes: tables that keep their person ask it. */
  private async record(tx: EntityManager, actor: Actor, plan: MergePlan, wanted: NewMerge): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO person_merges (id, created_at, survivor_id, merged_id, merged_by, reason, choices, undo_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, now, plan.survivorId, plan.mergedId, actor.personId, wanted.reason],
        ...[JSON.stringify(wanted.choices), undoUntil(now)],
      ],
    );
    await tx.query(
      `INSERT INTO person_merge_changes (merge_id, position, table_name, row_key, column_name, before, after)
       SELECT $1, c.position, c.value ->> 'table', c.value -> 'key', c.value ->> 'column', c.value ->> 'before', c.value ->> 'after'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS c(value, position)`,
      [id, JSON.stringify(plan.changes)],
    );
    return id;
  }

  private async endSignIn(tx: EntityManager, changes: readonly MergeChange[]): Promise<void> {
    const closed = changes.filter(({ table, column }) => table === 'accounts' && column === 'disabled_at');
    for (const { key } of closed) {
      await this.sessions.endAll(tx, String(key['id']));
      await this.tokens.voidAll(tx, String(key['id']));
    }
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    suspicionId: string,
    mergeId: string,
    reason: string,
  ): Promise<void> {
    await tx.query(
      `UPDATE duplicate_suspicions SET state = 'merged', merge_id = $2, decided_at = $3, decided_by = $4, decided_reason = $5,
         version = version + 1 WHERE id = $1`,
      [suspicionId, mergeId, this.clock.now(), actor.personId, reason],
    );
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    mergeId: string,
    { survivorId, mergedId, changes }: MergePlan,
    { reason, choices }: NewMerge,
  ): Promise<void> {
    const details = { mergeId, survivorId, mergedId, choices, changes: changes.length };
    for (const subjectId of [mergedId, survivorId]) {
      await this.audit.record(tx, actor, {
        action: subjectId === mergedId ? 'person.merged' : 'person.absorbed',
        ...{ subjectType: 'person', subjectId, reason, details },
      });
    }
  }
}

function open(found: ScopedSuspicion): ScopedSuspicion {
  if (!nextState(SUSPICION_TRANSITIONS, found.state, 'merge') || found.settledElsewhere)
    throw suspicionClosed();
  return found;
}

const OTHER_GROUPS = {
  id: 'Salah satu dari keduanya juga dikenal kelompok lain. Penggabungan harus dilakukan pengurus yang berwenang atas semua kelompok itu.',
  en: 'Another group knows one of the two as well. Somebody with the power over all of these groups has to merge them.',
};
const REFUSED = {
  id: 'Kedua orang ini belum dapat digabungkan. Selesaikan dahulu hal-hal berikut.',
  en: 'These two people cannot be merged yet. Settle the following first.',
};
const NOT_OF_PAIR = {
  id: 'Pilih salah satu dari kedua orang sebagai yang tetap.',
  en: 'Choose one of the two as the one who stays.',
};
