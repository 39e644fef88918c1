import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions } from '@himpun/database';
import { Clock, forbidden, newId, notFound, type Actor } from '@himpun/kernel';
import { PrivateReads } from '@himpun/vault';
import type { EntityManager } from 'typeorm';
import { inspectFile, type Accepted } from './file-inspection';
import { friendlyName } from './file-name.policy';
import type { FilePurpose } from './file-purpose';
import { FileQueries, type FileSummary, type FoundFile } from './file.queries';
import { isOwner, mayDeleteFile, mayOpenFile, seeingSight } from './file.access';
import { StoredFile } from './file.entity';
import { Incoming } from './incoming';
import { SealedContents } from './sealed-contents';
import { refusals } from './file-refusals';

const QUOTA_BYTES = 200 * 1024 * 1024;
const UPLOADS_AT_ONCE = 4;

/** An upload as it arrives. */
export interface Upload {
  purpose: FilePurpose;
  name: string;
  declaredType: string;
  stream: Readable;
}

/** Keeps people's files, and opens them for those who may see them. */
@Injectable()
export class Files {
  private readonly uploading = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly queries: FileQueries,
    private readonly incoming: Incoming,
    private readonly contents: SealedContents,
    private readonly reads: PrivateReads,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an upload in, looks into it and keeps it. Nothing is left behind when it is refused or cut off.
   * @throws file.too_large, file.unsupported, file.name_invalid, file.quota_full, file.uploads_exhausted and the faults of
   * `inspectFile`
   */
  async store(actor: Actor, upload: Upload): Promise<FileSummary> {
    const owner = actor.personId;
    if (!owner) throw forbidden('file');
    const name = friendlyName(upload.name);
    if (!name) throw refusals.badName();
    const running = this.uploading.get(owner) ?? 0;
    if (running >= UPLOADS_AT_ONCE) throw refusals.tooManyAtOnce();
    this.uploading.set(owner, running + 1);
    try {
      if ((await this.queries.bytesOf(owner)) >= QUOTA_BYTES) throw refusals.quotaFull();
      return await this.incoming.receive(upload.stream, upload.purpose, async (bytes) => {
        const accepted = await inspectFile({ ...upload, name, bytes });
        return this.keep(actor, owner, { purpose: upload.purpose, name, ...accepted });
      });
    } finally {
      const left = (this.uploading.get(owner) ?? 1) - 1;
      if (left > 0) this.uploading.set(owner, left);
      else this.uploading.delete(owner);
    }
  }

  /** The content, for whoever may see it; a look by someone else than the owner is put on record. @throws file.not_found */
  async open(actor: Actor, fileId: string): Promise<{ file: FileSummary; content: Readable }> {
    const file = await this.queries.find(fileId);
    if (!file || !mayOpenFile(actor, file)) throw notFound('file');
    if (!isOwner(actor, file)) await this.recordLook(actor, file);
    return { file: file.summary, content: await this.contentOf(file) };
  }

  private async recordLook(actor: Actor, file: FoundFile): Promise<void> {
    const seen = file.cases[seeingSight(actor, file)] ?? null;
    await this.transactions.run((tx) =>
      this.reads.record(tx, actor, {
        ownerPersonId: file.ownerPersonId,
        subjectType: 'file',
        subjectId: file.summary.id,
        reason: actor.kind === 'person' ? 'case_review' : actor.label,
        groupId: seen?.groupId ?? null,
        origin: seen?.type && seen.id ? { type: seen.type, id: seen.id } : null,
      }),
    );
  }

  /** A content that was sealed this moment lies under another key: then the row is read once more. */
  private async contentOf(file: FoundFile): Promise<Readable> {
    try {
      return await this.contents.open({ id: file.summary.id, ...file });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      const again = await this.queries.find(file.summary.id);
      if (!again) throw notFound('file');
      return this.contents.open({ id: file.summary.id, ...again });
    }
  }

  /** Takes a file out of use; its content cannot be read any more at once, and goes with the next sweep. @throws file.not_found, file.in_use_conflict */
  async remove(actor: Actor, fileId: string): Promise<void> {
    const file = await this.queries.find(fileId);
    if (!file || !isOwner(actor, file)) throw notFound('file');
    if (!mayDeleteFile(actor, file)) throw refusals.inUse();
    await this.transactions.run(async (tx) => {
      await tx.update(
        StoredFile,
        { id: fileId },
        { deletedAt: this.clock.now(), sealedKey: null, sealedWith: null },
      );
      await this.record(tx, actor, 'file.removed', fileId);
    });
  }

  private async keep(
    actor: Actor,
    owner: string,
    file: Accepted & { purpose: FilePurpose; name: string },
  ): Promise<FileSummary> {
    const storageKey = randomUUID();
    const { bytes, ...rest } = file;
    const id = newId();
    const key = await this.contents.keep({ id, storageKey }, Readable.from([bytes]));
    const row = {
      ...rest,
      ...key,
      id,
      createdAt: this.clock.now(),
      ownerPersonId: owner,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      storageKey,
      deletedAt: null,
      erasedAt: null,
      erasedReason: null,
    };
    try {
      await this.transactions.run((tx) => this.enter(tx, actor, row));
    } catch (error) {
      await this.contents.forget(storageKey);
      throw error;
    }
    return { id: row.id, name: row.name, mediaType: row.mediaType, size: row.size, purpose: row.purpose };
  }

  private async enter(tx: EntityManager, actor: Actor, row: StoredFile): Promise<void> {
    // Uploads of one person that end together are counted one after the other.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7301))', [row.ownerPersonId]);
    const [used]: { bytes: string }[] = await tx.query(
      'SELECT coalesce(sum(size), 0) AS bytes FROM files WHERE owner_person_id = $1 AND deleted_at IS NULL',
      [row.ownerPersonId],
    );
    if (Number(used?.bytes) + row.size > QUOTA_BYTES) throw refusals.quotaFull();
    await tx.insert(StoredFile, row);
    await this.record(tx, actor, 'file.stored', row.id, {
      purpose: row.purpose,
      mediaType: row.mediaType,
      size: row.size,
      sha256: row.sha256.toString('hex'),
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    fileId: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'file', subjectId: fileId, details });
  }
}
