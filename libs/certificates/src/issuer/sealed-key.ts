import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a private key for storage, bound to the id of its row so that rows cannot be swapped. `secret`: 64 hex digits. */
export function sealKey(key: KeyObject, keyId: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(secret), nonce).setAAD(Buffer.from(keyId));
  const sealed = Buffer.concat([cipher.update(key.export({ format: 'der', type: 'pkcs8' })), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `sealKey` made. @throws Error when the secret is another, or the bytes were changed. */
export function openKey(sealed: Buffer, keyId: string, secret: string): KeyObject {
  const body = NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, sealingKey(secret), sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(keyId))
    .setAuthTag(sealed.subarray(NONCE_BYTES, body));
  try {
    const der = Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    throw new Error(
      `The signing key ${keyId} cannot be opened: HIMPUN_SECRET is not the one it was sealed with. Restore that secret.`,
    );
  }
}

function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'himpun issuer keys', 32));
}
