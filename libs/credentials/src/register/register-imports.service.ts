import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions, violates } from '@himpun/database';
import { Clock, DomainError, forbidden, newId, nextState, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import { dryRun, type DryRun } from './register-dry-run';
import type { ColumnMapping } from './register-file';
import { mayImportRegister } from './register.access';
import { IMPORT_TRANSITIONS } from './register-import.states';
import { RegisterImport } from './register-import.entity';
import { RegisterImportChunk } from './register-import-chunk.entity';

const CHUNK = 512 * 1024;

/** A register file as it arrives. */
export interface RegisterUpload {
  fileName: string;
  stream: Readable;
  /** Column → heading, where the usual headings do not fit; empty text: do not read this column. */
  mapping: ColumnMapping;
}

/** New versions of a register: a dry run of the file, then the officer's word. */
@Injectable()
export class RegisterImports {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes a file in and reads it as the import would; nothing of it counts yet. The same file as the present version, or
   * as one that waits, changes nothing and answers with that. Returns the import's id.
   * @throws register.not_found, register.forbidden
   */
  async upload(actor: Actor, registerId: string, upload: RegisterUpload): Promise<string> {
    const register = await this.register(actor, registerId);
    const folder = await mkdtemp(join(tmpdir(), 'himpun-register-'));
    try {
      const path = join(folder, 'file.csv');
      const { size, sha256 } = await spool(upload.stream, path);
      const known = await this.known(registerId, sha256, upload.mapping);
      if (known) return known;
      const found = await dryRun(this.sql, createReadStream(path), upload.mapping, register.currentImportId);
      return await this.transactions.run((tx) =>
        this.enter(tx, actor, register, { ...upload, size, sha256, path, found }),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /**
   * Lets a checked file become the register's next version; the worker takes it in. Saying so twice changes nothing.
   * @throws register_import.not_found, register.forbidden, register_import.closed, register_import.in_progress
   */
  async confirm(actor: Actor, registerId: string, importId: string): Promise<void> {
    const register = await this.register(actor, registerId);
    try {
      await this.transactions.run(async (tx) => {
        const one = await tx.findOne(RegisterImport, {
          where: { id: importId, registerId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!one) throw notFound('register_import');
        if (one.state === 'confirmed' || one.state === 'current') return;
        if (!nextState(IMPORT_TRANSITIONS, one.state, 'confirm')) throw refusedFile();
        await tx.update(
          RegisterImport,
          { id: importId },
          { state: 'confirmed', confirmedBy: actor.personId, confirmedAt: this.clock.now() },
        );
        await this.record(tx, actor, 'register_import.confirmed', importId, register.groupId);
        await this.outbox.announce(tx, 'credentials.register_import_confirmed', { importId });
      });
    } catch (error) {
      if (violates(error, 'register_imports_one_running')) throw running();
      throw error;
    }
  }

  private async register(actor: Actor, id: string): Promise<RegisterRow> {
    const row = await this.sql.row<RegisterRow>(
      `SELECT r.id, r.group_id AS "groupId", r.current_import_id AS "currentImportId", g.path
       FROM registers r JOIN groups g ON g.id = r.group_id WHERE r.id = $1`,
      [id],
    );
    if (!row) throw notFound('register');
    if (!mayImportRegister(actor, row.path)) throw forbidden('register');
    return row;
  }

  private async known(registerId: string, sha256: Buffer, mapping: ColumnMapping): Promise<string | null> {
    const row = await this.sql.row<{ id: string }>(
      `SELECT id FROM register_imports WHERE register_id = $1 AND file_sha256 = $2
         AND state IN ('checked', 'confirmed', 'current') AND mapping @> $3::jsonb ORDER BY number DESC LIMIT 1`,
      [registerId, sha256, JSON.stringify(mapping)],
    );
    return row?.id ?? null;
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    register: RegisterRow,
    file: RegisterUpload & { size: number; sha256: Buffer; path: string; found: DryRun },
  ): Promise<string> {
    await tx.query('SELECT 1 FROM registers WHERE id = $1 FOR UPDATE', [register.id]);
    await dropWaiting(tx, register.id);
    const [last]: { number: number }[] = await tx.query(
      'SELECT coalesce(max(number), 0) AS number FROM register_imports WHERE register_id = $1',
      [register.id],
    );
    const id = newId();
    const { mapping, delimiter, rowCount, errorCount, report } = file.found;
    await tx.insert(RegisterImport, {
      id,
      createdAt: this.clock.now(),
      registerId: register.id,
      number: (last?.number ?? 0) + 1,
      state: errorCount > 0 ? 'refused' : 'checked',
      fileName: file.fileName.slice(0, 300),
      fileSize: file.size,
      fileSha256: file.sha256,
      uploadedBy: actor.personId,
      ...{ mapping, delimiter, rowCount, errorCount, report },
    });
    if (errorCount === 0) await keepChunks(tx, id, file.path);
    await this.record(tx, actor, 'register_import.uploaded', id, register.groupId, {
      rows: rowCount,
      errors: errorCount,
      sha256: file.sha256.toString('hex'),
    });
    return id;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    subjectId: string,
    groupId: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      subjectType: 'register_import',
      subjectId,
      groupId,
      details,
    });
  }
}

interface RegisterRow extends Record<string, unknown> {
  id: string;
  groupId: string;
  currentImportId: string | null;
  path: string[];
}

/** A newer upload takes the place of one that waits for its confirmation. */
async function dropWaiting(tx: EntityManager, registerId: string): Promise<void> {
  await tx.query(
    `WITH waiting AS (
       UPDATE register_imports SET state = 'superseded' WHERE register_id = $1 AND state = 'checked' RETURNING id)
     DELETE FROM register_import_chunks WHERE import_id IN (SELECT id FROM waiting)`,
    [registerId],
  );
}

async function keepChunks(tx: EntityManager, importId: string, path: string): Promise<void> {
  const file = await open(path);
  try {
    let seq = 0;
    for await (const content of file.createReadStream({ highWaterMark: CHUNK, autoClose: false })) {
      await tx.insert(RegisterImportChunk, { importId, seq, content: content as Buffer });
      seq += 1;
    }
  } finally {
    await file.close();
  }
}

async function spool(stream: Readable, path: string): Promise<{ size: number; sha256: Buffer }> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, counted, createWriteStream(path));
  return { size, sha256: hash.digest() };
}

function refusedFile(): DomainError {
  return new DomainError('register_import.closed', {
    id: 'Berkas ini tidak dapat diimpor. Perbaiki kesalahannya lalu unggah lagi.',
    en: 'This file cannot be taken in. Mend its faults, then upload it again.',
  });
}

function running(): DomainError {
  return new DomainError('register_import.in_progress', {
    id: 'Impor lain untuk register ini masih berjalan. Tunggu sampai selesai.',
    en: 'Another import of this register is still running. Wait until it has ended.',
  });
}
