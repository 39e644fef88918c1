import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, newId, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { PrivateRead, type PrivateSubject } from './private-read.entity';

/** What was read, whose it is, and why. */
export interface PrivateLook {
  ownerPersonId: string;
  subjectType: PrivateSubject;
  subjectId: string;
  reason: string;
  groupId: string | null;
  /** The case it was for. */
  origin: { type: string; id: string } | null;
}

/** Puts on record who read what is private. */
@Injectable()
export class PrivateReads {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's transaction, which has to be over before the reader gets to see anything. Also in the audit trail. */
  async record(tx: EntityManager, reader: Actor, look: PrivateLook): Promise<void> {
    await tx.insert(PrivateRead, {
      id: newId(),
      at: this.clock.now(),
      ownerPersonId: look.ownerPersonId,
      subjectType: look.subjectType,
      subjectId: look.subjectId,
      readerKind: reader.kind === 'person' ? 'person' : 'system',
      readerPersonId: reader.personId,
      readerLabel: reader.label,
      reason: look.reason,
      groupId: look.groupId,
      originType: look.origin?.type ?? null,
      originId: look.origin?.id ?? null,
    });
    await this.audit.record(tx, reader, {
      action: `${look.subjectType}.opened`,
      subjectType: look.subjectType,
      subjectId: look.subjectId,
      groupId: look.groupId,
      reason: look.reason,
      details: { origin: look.origin },
    });
  }
}
