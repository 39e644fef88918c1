import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DomainError, Settings } from '@himpun/kernel';
import { KEY_BYTES, opening, sealing } from '@himpun/vault';
import { PURPOSES, type FilePurpose } from './file-purpose';
import { refusals } from './file-refusals';

const READ_AT_ONCE = 2;

/**
 * Takes uploads in: straight to a temporary file, counted as they come, removed whatever happens. The file is sealed with a key
 * that only this process's memory holds, so what a power cut leaves behind nobody can read.
 */
@Injectable()
export class Incoming {
  private readonly root: string;
  private reading = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(settings: Settings) {
    this.root = resolve(settings.dataDir, 'files', 'incoming');
  }

  /**
   * Hands the whole content to `use`. Few contents are in memory at a time, however many people upload.
   * @throws file.too_large at the first byte over the limit, file.upload_malformed when the sender goes away
   */
  async receive<T>(stream: Readable, purpose: FilePurpose, use: (bytes: Buffer) => Promise<T>): Promise<T> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    const path = join(this.root, randomUUID());
    const key = randomBytes(KEY_BYTES);
    try {
      await this.write(stream, { path, key }, purpose);
      return await this.inTurn(async () => use(await read(path, key)));
    } finally {
      await rm(path, { force: true });
    }
  }

  private async write(
    stream: Readable,
    { path, key }: { path: string; key: Buffer },
    purpose: FilePurpose,
  ): Promise<void> {
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    const meter = new Meter(PURPOSES[purpose].maxBytes, purpose);
    try {
      await pipeline(stream, meter, sealing(key, path), target);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw isOurs(error) ? error : refusals.interrupted();
    }
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.reading >= READ_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.reading += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.reading -= 1;
    }
  }
}

async function read(path: string, key: Buffer): Promise<Buffer> {
  const opened = opening(key, path);
  const [bytes] = await Promise.all([buffer(opened), pipeline(createReadStream(path), opened)]);
  return bytes;
}

/** Passes bytes on until there are too many. */
class Meter extends Transform {
  private size = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly purpose: FilePurpose,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) done(refusals.tooLarge(this.purpose));
    else done(null, chunk);
  }
}

/** A full or failing disk is our fault, not the sender's. */
function isOurs(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ENOSPC' || code === 'EIO' || code === 'EACCES' || code === 'EROFS' || code === 'EDQUOT';
}
