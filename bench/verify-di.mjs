import { bareProofCheck, compared, ourCheck, signedBadge } from './lib/credential.mjs';

/** Checks per second of a credential with a Data Integrity proof: our whole check against the bare library's. */
export async function measure() {
  const signed = await signedBadge();
  const text = JSON.stringify(signed.credential);
  return compared('verify-di', { ours: () => ourCheck(text), bare: () => bareProofCheck(signed) });
}
