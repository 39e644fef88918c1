import { hkdfSync } from 'node:crypto';
import { open, seal, KEY_BYTES } from './envelope';

/** A data key as the database keeps it. */
export interface WrappedKey {
  sealed: Buffer;
  /** Which secret it was sealed with, without telling anything about it: 16 hex digits. */
  secretMark: string;
}

/** Seals a data key with the key that is derived from the portal's secret. `secret`: 64 hex digits. */
export function wrapKey(key: Uint8Array, keyId: string, secret: string): WrappedKey {
  return {
    sealed: seal(key, derived(secret, 'himpun data keys'), placeOf(keyId)),
    secretMark: markOf(secret),
  };
}

/**
 * Opens a data key with whichever of the secrets it was sealed with.
 * @throws Error with a sentence for the operator when none fits, or the row was changed.
 */
export function unwrapKey(
  { sealed, secretMark }: WrappedKey,
  keyId: string,
  secrets: readonly string[],
): Buffer {
  const secret = secrets.find((one) => markOf(one) === secretMark);
  if (secret === undefined) throw new Error(WRONG_SECRET);
  try {
    return open(sealed, derived(secret, 'himpun data keys'), placeOf(keyId));
  } catch {
    throw new Error(
      `The data key ${keyId} was changed in the database. Restore the table data_keys from a backup.`,
    );
  }
}

/** Tells secrets apart; the secret does not follow from it. */
export function markOf(secret: string): string {
  return derived(secret, 'himpun secret mark').subarray(0, 8).toString('hex');
}

function derived(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', use, KEY_BYTES));
}

const placeOf = (keyId: string): string => `data_keys.sealed:${keyId}`;

const WRONG_SECRET =
  'What this portal keeps sealed cannot be opened: HIMPUN_SECRET is not the one it was sealed with. Restore that secret; or, ' +
  'if it was changed on purpose, name the former one in HIMPUN_SECRET_PREVIOUS and run "npm run rotate-keys".';
