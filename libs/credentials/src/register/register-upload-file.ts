import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import { EncodingProbe } from './file/text-encoding';
import type { FileEncoding, FileFormat } from './file/register-file';
import type { RowCode } from './file/row-texts';

/** Small enough that what the database's driver makes of a piece is young garbage: larger ones pile up in memory. */
const CHUNK = 60 * 1024;

/** What an arriving file turned out to be. */
export interface SpooledFile {
  path: string;
  size: number;
  sha256: Buffer;
  format: FileFormat;
  encoding: FileEncoding;
  /** What keeps it from being read at all. */
  fault: RowCode | null;
}

/** Does something with a folder of its own, which is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'himpun-register-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes an arriving file to disk; finds its size, hash, format and encoding on the way. */
export async function spool(stream: Readable, folder: string): Promise<SpooledFile> {
  const path = join(folder, 'file');
  const hash = createHash('sha256');
  const probe = new EncodingProbe();
  let size = 0;
  let head = Buffer.alloc(0);
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
      if (!isZip(head)) probe.add(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, counted, createWriteStream(path));
  const base = { path, size, sha256: hash.digest() };
  if (isZip(head)) return { ...base, format: 'xlsx', encoding: 'utf-8', fault: null };
  if (head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0)
    return { ...base, format: 'csv', encoding: 'utf-8', fault: 'not_csv' };
  const found = probe.end();
  return 'fault' in found
    ? { ...base, format: 'csv', encoding: 'utf-8', fault: found.fault }
    : { ...base, format: 'csv', encoding: found.encoding, fault: null };
}

/** Keeps a file in pieces with its import, for whichever worker reads it. */
export async function keepChunks(tx: EntityManager, importId: string, path: string): Promise<void> {
  const file = await open(path);
  try {
    let seq = 0;
    for await (const content of file.createReadStream({ highWaterMark: CHUNK, autoClose: false })) {
      await tx.query('INSERT INTO register_import_chunks (import_id, seq, content) VALUES ($1, $2, $3)', [
        importId,
        seq,
        content,
      ]);
      seq += 1;
    }
  } finally {
    await file.close();
  }
}

const isZip = (head: Buffer): boolean => head.length >= 4 && head.readUInt32BE(0) === 0x504b0304;
