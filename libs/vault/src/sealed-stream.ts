import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { KEY_BYTES, UnsealedError } from './envelope';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;

/**
 * Seals a stream in chunks of 64 KiB: a salt of 32 bytes, then each chunk with its tag. Number of the chunk and whether it is
 * the last are part of its nonce, so chunks cannot be dropped, repeated, exchanged or cut off. `place` binds it to its row.
 */
export function sealing(key: Uint8Array, place: string): Transform {
  const salt = randomBytes(SALT_BYTES);
  const streamKey = keyOf(key, salt);
  const chunks = new Chunks(CHUNK_BYTES, (chunk, number, isLast) => {
    const cipher = createCipheriv(CIPHER, streamKey, nonceOf(number, isLast)).setAAD(Buffer.from(place));
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  });
  chunks.push(salt);
  return chunks;
}

/** Opens what `sealing` made; passes no byte on that it has not verified. Fails with UnsealedError. */
export function opening(key: Uint8Array, place: string): Transform {
  let streamKey: Buffer | null = null;
  const chunks = new Chunks(SEALED_CHUNK, (chunk, number, isLast) => {
    if (streamKey === null || chunk.length < TAG_BYTES) throw new UnsealedError(place);
    const body = chunk.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, streamKey, nonceOf(number, isLast))
      .setAAD(Buffer.from(place))
      .setAuthTag(chunk.subarray(body));
    try {
      return Buffer.concat([decipher.update(chunk.subarray(0, body)), decipher.final()]);
    } catch {
      throw new UnsealedError(place);
    }
  });
  return chunks.startingWith(SALT_BYTES, (salt) => (streamKey = keyOf(key, salt)));
}

/** Cuts what comes into pieces of one size; the last one may be shorter, and is known to be the last. */
class Chunks extends Transform {
  private waiting: Buffer[] = [];
  private size = 0;
  private number = 0;
  private head: { bytes: number; take: (head: Buffer) => void } | null = null;

  constructor(
    private readonly chunkBytes: number,
    private readonly work: (chunk: Buffer, number: number, isLast: boolean) => Buffer,
  ) {
    super();
  }

  startingWith(bytes: number, take: (head: Buffer) => void): this {
    this.head = { bytes, take };
    return this;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.waiting.push(chunk);
    this.size += chunk.length;
    this.settle(done, () => {
      if (this.head && this.size >= this.head.bytes) {
        this.head.take(this.cut(this.head.bytes));
        this.head = null;
      }
      // One byte more than a chunk must be there: only then is the chunk known not to be the last.
      while (!this.head && this.size > this.chunkBytes) this.emitChunk(this.chunkBytes, false);
    });
  }

  override _flush(done: TransformCallback): void {
    this.settle(done, () => this.emitChunk(this.size, true));
  }

  private emitChunk(bytes: number, isLast: boolean): void {
    this.push(this.work(this.cut(bytes), this.number, isLast));
    this.number += 1;
  }

  private cut(bytes: number): Buffer {
    const all = this.waiting.length === 1 ? (this.waiting[0] as Buffer) : Buffer.concat(this.waiting);
    const rest = all.subarray(bytes);
    this.waiting = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    return all.subarray(0, bytes);
  }

  private settle(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  }
}

function keyOf(key: Uint8Array, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'himpun sealed stream', KEY_BYTES));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
