import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import { Clock, DomainError, forbidden, newId, notFound, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayChangeView, mayShareWith } from './queue-view.access';
import { MOST_VIEWS, viewNameFaults } from './queue-view.policy';
import type { QueueFilter } from './review-queue.filter';

/** A filter of the queue under a name. */
export interface NewQueueView {
  /** 1 to 60 characters; an officer has each name once, however it is written. */
  name: string;
  filter: QueueFilter;
  /** The group whose officers see it too; null for oneself alone. */
  groupId: string | null;
}

interface Kept {
  id: string;
  version: number;
  personId: string;
  groupId: string | null;
  name: string;
}

const VIEW = `SELECT id, version, person_id AS "personId", group_id AS "groupId", name FROM queue_views WHERE id = $1 FOR UPDATE`;
/** The rule that the grade of the filter has now: when it is published anew the view says so. */
const RULE = `(SELECT r.id FROM admission_rules r WHERE r.grade_id = ($1::jsonb ->> 'gradeId')::uuid ORDER BY r.version DESC LIMIT 1)`;

/** Officers keep filters of the queue, for themselves or for the officers of a group. */
@Injectable()
export class QueueViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Keeps a view; its id. @throws view.invalid, view.taken (the name), view.exhausted (20 kept), group.not_found, view.forbidden */
  keep(actor: Actor, view: NewQueueView): Promise<string> {
    assertNamed(view.name);
    return this.onceNamed(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [actor.personId]);
      const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
        'SELECT count(*)::int AS count FROM queue_views WHERE person_id = $1',
        [actor.personId],
      );
      if (count >= MOST_VIEWS) throw new DomainError('view.exhausted', FULL);
      await this.assertShared(tx, actor, view.groupId);
      const id = newId();
      await tx.query(
        `INSERT INTO queue_views (filter, rule_id, id, created_at, person_id, group_id, name)
         VALUES ($1, ${RULE}, $2, $3, $4, $5, $6)`,
        [JSON.stringify(view.filter), id, this.clock.now(), actor.personId, view.groupId, view.name.trim()],
      );
      await this.noteSharing(tx, actor, { id, before: null, after: view });
      return id;
    });
  }

  /**
   * Gives a view another name, filter or audience; the rule of its grade is the present one from then on.
   * @returns the new version. @throws view.not_found, view.stale, and as `keep`
   */
  change(actor: Actor, viewId: string, view: NewQueueView, version: number): Promise<number> {
    assertNamed(view.name);
    return this.onceNamed(async (tx) => {
      const kept = await this.own(tx, actor, viewId);
      if (kept.version !== version) throw stale('view', { version: kept.version, name: kept.name });
      await this.assertShared(tx, actor, view.groupId);
      await tx.query(
        `UPDATE queue_views SET filter = $1, rule_id = ${RULE}, group_id = $3, name = $4, version = version + 1 WHERE id = $2`,
        [JSON.stringify(view.filter), viewId, view.groupId, view.name.trim()],
      );
      await this.noteSharing(tx, actor, { id: viewId, before: kept, after: view });
      return version + 1;
    });
  }

  /** Throws a view away, for everybody who saw it. @throws view.not_found */
  async remove(actor: Actor, viewId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const kept = await this.own(tx, actor, viewId);
      await tx.query('DELETE FROM queue_views WHERE id = $1', [viewId]);
      await this.noteSharing(tx, actor, { id: viewId, before: kept, after: null });
    });
  }

  /** Opens the queue with a view that one sees, or with the whole queue again. @throws view.not_found */
  async openWith(actor: Actor, viewId: string | null): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('DELETE FROM queue_view_defaults WHERE person_id = $1', [actor.personId]);
      if (viewId === null) return;
      const [view]: { personId: string; path: string[] | null }[] = await tx.query(
        `SELECT v.person_id AS "personId", g.path FROM queue_views v LEFT JOIN groups g ON g.id = v.group_id WHERE v.id = $1`,
        [viewId],
      );
      const isSeen = view && (mayChangeView(actor, view) || (view.path && mayShareWith(actor, view.path)));
      if (!isSeen) throw notFound('view');
      await tx.query('INSERT INTO queue_view_defaults (person_id, view_id) VALUES ($1, $2)', [
        actor.personId,
        viewId,
      ]);
    });
  }

  private async onceNamed<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    try {
      return await this.transactions.run(work);
    } catch (error) {
      if (violates(error, 'queue_views_name')) throw new DomainError('view.taken', TAKEN, [NAME_TAKEN]);
      throw error;
    }
  }

  private async own(tx: EntityManager, actor: Actor, viewId: string): Promise<Kept> {
    const [kept]: Kept[] = await tx.query(VIEW, [viewId]);
    if (!kept || !mayChangeView(actor, kept)) throw notFound('view');
    return kept;
  }

  private async assertShared(tx: EntityManager, actor: Actor, groupId: string | null): Promise<void> {
    if (groupId === null) return;
    const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [groupId]);
    if (!group) throw notFound('group');
    if (!mayShareWith(actor, group.path)) throw forbidden('view');
  }

  /** What others see is on record; what one keeps for oneself is nobody's business. */
  private async noteSharing(
    tx: EntityManager,
    actor: Actor,
    { id, before, after }: { id: string; before: Kept | null; after: NewQueueView | null },
  ): Promise<void> {
    const groupId = after?.groupId ?? before?.groupId ?? null;
    if (groupId === null) return;
    await this.audit.record(tx, actor, {
      action: after?.groupId ? 'queue_view.shared' : 'queue_view.withdrawn',
      subjectType: 'queue_view',
      subjectId: id,
      groupId,
      details: { name: after?.name.trim() ?? before?.name, filter: after?.filter ?? null },
    });
  }
}

function assertNamed(name: string): void {
  const faults = viewNameFaults(name);
  if (faults.length > 0) throw new DomainError('view.invalid', UNNAMED, faults);
}

const UNNAMED = { id: 'Beri nama tampilan ini.', en: 'Give this view a name.' };
const TAKEN = {
  id: 'Anda sudah memiliki tampilan dengan nama ini.',
  en: 'You have a view of this name already.',
};
const NAME_TAKEN = { code: 'name_taken', field: 'name', text: TAKEN };
const FULL = {
  id: `Anda sudah menyimpan ${MOST_VIEWS} tampilan. Hapus salah satu dulu.`,
  en: `You keep ${MOST_VIEWS} views already. Delete one first.`,
};
