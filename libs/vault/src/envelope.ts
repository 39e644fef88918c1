import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of every key. */
export const KEY_BYTES = 32;

/**
 * Seals bytes with AES-256-GCM for one place, so that what is moved to another row or column no longer opens.
 * @param key 32 bytes. @param place `table.column:row`. @returns nonce (12 bytes), tag (16 bytes), sealed bytes.
 */
export function seal(plain: Uint8Array, key: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made. @throws Error for another key or place, and for bytes that were changed. */
export function open(sealed: Buffer, key: Uint8Array, place: string): Buffer {
  const body = NONCE_BYTES + TAG_BYTES;
  if (sealed.length < body) throw new UnsealedError(place);
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(NONCE_BYTES, body));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
  } catch {
    throw new UnsealedError(place);
  }
}

/** What was sealed does not open: another key, another place, or changed bytes. Says nothing of the content. */
export class UnsealedError extends Error {
  constructor(readonly place: string) {
    super(`What is sealed at ${place} does not open: it was changed, moved, or sealed with another key.`);
    this.name = 'UnsealedError';
  }
}
