import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Clock, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { SealedContents } from './sealed-contents';

type Erased = { id: string; storageKey: string; sha256: Buffer; size: number };

/** Deletes contents because rules say so; hash, size and kind stay, so that a decision can still name what it rested on. */
@Injectable()
export class FileErasure {
  constructor(
    private readonly contents: SealedContents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Clears the keys and names of sealed files; joins the caller's transaction. From its end on nobody can read them.
   * @returns storage keys, for `forget` once the transaction has ended.
   */
  async erase(
    tx: EntityManager,
    actor: Actor,
    fileIds: readonly string[],
    reason: string,
  ): Promise<string[]> {
    if (fileIds.length === 0) return [];
    const [erased]: [Erased[], number] = await tx.query(
      `UPDATE files SET sealed_key = NULL, sealed_with = NULL, name = '-', deleted_at = $2, erased_at = $2, erased_reason = $3
       WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL AND sealed_key IS NOT NULL
       RETURNING id, storage_key AS "storageKey", sha256, size`,
      [fileIds, this.clock.now(), reason],
    );
    for (const { id, sha256, size } of erased) {
      await this.audit.record(tx, actor, {
        ...{ action: 'file.erased', subjectType: 'file', subjectId: id, reason },
        details: { sha256: sha256.toString('hex'), size },
      });
    }
    return erased.map(({ storageKey }) => storageKey);
  }

  /** Removes the unreadable rest. */
  async forget(storageKeys: readonly string[]): Promise<void> {
    for (const key of storageKeys) await this.contents.forget(key);
  }
}
