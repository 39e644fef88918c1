import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { systemActor } from '@himpun/kernel';
import { SealedContents, type ContentKey } from './sealed-contents';

const BATCH = 100;
const NONE = '00000000-0000-0000-0000-000000000000';

interface PlainFile extends Record<string, unknown> {
  id: string;
  storageKey: string;
  sha256: Buffer;
}

/** Seals contents that were kept before there were keys. */
@Injectable()
export class FileSealing {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly contents: SealedContents,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Runs until nothing lies in plain. The sealed copy is whole before the row points to it, and the plain one goes after that:
   * a power cut in between loses nothing, and leaves at most a copy that the next sweep removes.
   * @returns how many were sealed, and how many could not be: gone, or not what was kept.
   */
  async run(): Promise<{ sealed: number; failed: number }> {
    const report = { sealed: 0, failed: 0 };
    for (let after = NONE; ;) {
      const files = await this.sql.rows<PlainFile>(
        `SELECT id, storage_key AS "storageKey", sha256 FROM files
         WHERE sealed_key IS NULL AND deleted_at IS NULL AND id > $1 ORDER BY id LIMIT ${BATCH}`,
        [after],
      );
      for (const file of files) report[(await this.seal(file)) ? 'sealed' : 'failed'] += 1;
      const last = files.at(-1);
      if (!last) return report;
      after = last.id;
    }
  }

  private async seal(file: PlainFile): Promise<boolean> {
    const bytes = await this.plainBytes(file);
    // What is not the content that was kept is left for somebody to look at.
    if (!bytes || !createHash('sha256').update(bytes).digest().equals(file.sha256)) return false;
    const storageKey = randomUUID();
    const key = await this.contents.keep({ id: file.id, storageKey }, Readable.from([bytes]));
    const isPointed = await this.point(file, storageKey, key);
    await this.contents.forget(isPointed ? file.storageKey : storageKey);
    return true;
  }

  private async plainBytes(file: PlainFile): Promise<Buffer | null> {
    try {
      return await buffer(await this.contents.open({ ...file, sealedKey: null, sealedWith: null }));
    } catch {
      return null;
    }
  }

  private point(file: PlainFile, storageKey: string, key: ContentKey): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const [rows]: [unknown[], number] = await tx.query(
        `UPDATE files SET storage_key = $3, sealed_key = $4, sealed_with = $5
         WHERE id = $1 AND storage_key = $2 AND sealed_key IS NULL AND deleted_at IS NULL RETURNING id`,
        [file.id, file.storageKey, storageKey, key.sealedKey, key.sealedWith],
      );
      if (rows.length === 0) return false;
      await this.audit.record(tx, systemActor('files.seal'), {
        action: 'file.sealed',
        subjectType: 'file',
        subjectId: file.id,
      });
      return true;
    });
  }
}
