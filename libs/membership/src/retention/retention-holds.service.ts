import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, forbidden, holdsPower, newId, notFound, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { RetentionHold, type HoldKind } from './retention-hold.entity';

/** A hold to be placed. */
export interface NewHold {
  personId: string;
  groupId: string;
  kind: HoldKind;
  reason: string;
}

/** Stops and lets go the deletion of what a person gave to a group. */
@Injectable()
export class RetentionHolds {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's transaction. Returns its id. @throws retention_hold.forbidden */
  async place(tx: EntityManager, actor: Actor, hold: NewHold): Promise<string> {
    await mayHold(tx, actor, hold.groupId);
    const id = newId();
    await tx.insert(RetentionHold, {
      ...hold,
      id,
      createdAt: this.clock.now(),
      placedBy: actor.personId,
      releasedAt: null,
      releasedBy: null,
    });
    await this.note(tx, actor, 'retention_hold.placed', { ...hold, id });
    return id;
  }

  /** @throws retention_hold.not_found, retention_hold.forbidden */
  async release(tx: EntityManager, actor: Actor, holdId: string, reason: string): Promise<void> {
    const hold = await tx.findOneBy(RetentionHold, { id: holdId });
    if (!hold) throw notFound('retention_hold');
    await mayHold(tx, actor, hold.groupId);
    if (hold.releasedAt !== null) return;
    await tx.update(
      RetentionHold,
      { id: holdId },
      { releasedAt: this.clock.now(), releasedBy: actor.personId },
    );
    await this.note(tx, actor, 'retention_hold.released', { ...hold, reason });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    hold: NewHold & { id: string },
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      subjectType: 'retention_hold',
      subjectId: hold.id,
      groupId: hold.groupId,
      reason: hold.reason,
      details: { personId: hold.personId, kind: hold.kind },
    });
  }
}

async function mayHold(tx: EntityManager, actor: Actor, groupId: string): Promise<void> {
  if (actor.kind === 'system') return;
  const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [groupId]);
  if (!group || !holdsPower(actor, 'applications.decide', group.path)) throw forbidden('retention_hold');
}
