import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, forbidden, newId, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { mayHold, maySeeHold, type HoldScope } from './retention-hold.access';
import { RetentionHold, type HoldKind } from './retention-hold.entity';

/** A hold to be placed. */
export interface NewHold {
  personId: string;
  groupId: string;
  kind: HoldKind;
  reason: string;
  /** Whether the person reads of it; yes unless told. */
  isShown?: boolean;
}

/** A hold as an officer asks for it: by the reference of an application to the group. */
export type HoldByReference = Omit<NewHold, 'personId' | 'groupId'> & { reference: string };

/** Stops and lets go the deletion of what a person gave to a group. */
@Injectable()
export class RetentionHolds {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's transaction. Returns its id. @throws retention_hold.forbidden */
  async place(tx: EntityManager, actor: Actor, { isShown = true, ...hold }: NewHold): Promise<string> {
    if (!mayHold(actor, await scopeOf(tx, hold))) throw forbidden('retention_hold');
    const id = newId();
    await tx.insert(RetentionHold, {
      ...{ ...hold, id, isShown, createdAt: this.clock.now(), placedBy: actor.personId },
      ...{ releasedAt: null, releasedBy: null, releasedReason: null },
    });
    await this.note(tx, actor, 'retention_hold.placed', { ...hold, id }, { isShown });
    return id;
  }

  /**
   * Places a hold on all that the person behind an application gave to its group. Returns its id.
   * @throws application.not_found, also for who may not see it; retention_hold.forbidden
   */
  placeOn(actor: Actor, { reference, ...hold }: HoldByReference): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [found]: (HoldScope & { groupId: string })[] = await tx.query(
        `SELECT a.person_id AS "personId", a.group_id AS "groupId", g.path AS "groupPath"
         FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.reference = $1 AND a.state <> 'draft'`,
        [reference.trim().toUpperCase()],
      );
      if (!found || !maySeeHold(actor, found)) throw notFound('application');
      return this.place(tx, actor, { ...hold, personId: found.personId, groupId: found.groupId });
    });
  }

  /** Lets a hold go in a transaction of its own. @throws retention_hold.not_found, retention_hold.forbidden */
  letGo(actor: Actor, holdId: string, reason: string): Promise<void> {
    return this.transactions.run((tx) => this.release(tx, actor, holdId, reason));
  }

  /** @throws retention_hold.not_found, retention_hold.forbidden */
  async release(tx: EntityManager, actor: Actor, holdId: string, reason: string): Promise<void> {
    const hold = await tx.findOne(RetentionHold, {
      where: { id: holdId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!hold) throw notFound('retention_hold');
    const scope = await scopeOf(tx, hold);
    if (actor.kind !== 'system' && !maySeeHold(actor, scope)) throw notFound('retention_hold');
    if (!mayHold(actor, scope)) throw forbidden('retention_hold');
    if (hold.releasedAt !== null) return;
    await tx.update(
      RetentionHold,
      { id: holdId },
      { releasedAt: this.clock.now(), releasedBy: actor.personId, releasedReason: reason },
    );
    await this.note(tx, actor, 'retention_hold.released', { ...hold, reason });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    hold: NewHold & { id: string },
    more: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      subjectType: 'retention_hold',
      subjectId: hold.id,
      groupId: hold.groupId,
      reason: hold.reason,
      details: { personId: hold.personId, kind: hold.kind, ...more },
    });
  }
}

async function scopeOf(
  tx: EntityManager,
  { personId, groupId }: Pick<NewHold, 'personId' | 'groupId'>,
): Promise<HoldScope> {
  const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [groupId]);
  return { personId, groupPath: group?.path ?? [] };
}
