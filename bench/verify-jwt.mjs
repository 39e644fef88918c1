import { compactVerify } from 'jose';
import { compared, ourCheck, signedToken } from './lib/credential.mjs';

/** Checks per second of a credential in a JWT: our whole check against the bare library, which is handed the key. */
export async function measure() {
  const { token, publicKey } = await signedToken();
  return compared('verify-jwt', { ours: () => ourCheck(token), bare: () => compactVerify(token, publicKey) });
}
