import {
  assertKeyBinding,
  isObject,
  JsonObject,
  keyFromJwk,
  keyInDid,
  SdJwt,
  VerificationKey,
} from '@himpun/signatures';
import { refused, SignatureVerdict, verdictOf } from '../signature-verdict';

/**
 * The verdict once the holder's signature has been looked at, if there is one. It is not needed: a credential is judged by its issuer's
 * signature. A broken one says that what was presented is not what the holder signed.
 */
export function keyBindingVerdict(
  sdJwt: SdJwt,
  claims: JsonObject,
  issuers: SignatureVerdict,
): SignatureVerdict {
  const { keyBinding } = sdJwt;
  if (!keyBinding)
    return claims.cnf === undefined
      ? issuers
      : { ...issuers, notes: [...issuers.notes, 'key_binding_absent'] };
  try {
    const key = holdersKey(claims.cnf);
    if (!key) return refused('key_binding_invalid');
    assertKeyBinding(sdJwt, keyBinding, key);
    return { ...issuers, notes: [...issuers.notes, 'key_binding_holds'] };
  } catch (error) {
    return verdictOf(error);
  }
}

/** RFC 7800: the key itself, or a DID that spells it out. */
function holdersKey(cnf: unknown): VerificationKey | undefined {
  if (!isObject(cnf)) return undefined;
  if (cnf.jwk !== undefined) return keyFromJwk(cnf.jwk);
  return typeof cnf.kid === 'string' ? keyInDid(cnf.kid)?.key : undefined;
}
