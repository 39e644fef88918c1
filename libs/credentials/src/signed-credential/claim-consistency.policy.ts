import { asList, isObject, JsonObject, Jws } from '@himpun/signatures';
import { issuerId } from './credential-facts';
import { Reason } from './reasons';
import { momentOf } from './validity.policy';

/** Claims are whole seconds while credentials may write fractions. */
const ROUNDING_MS = 1000;

/**
 * Where the claims of a token and the credential inside it contradict each other (Open Badges 3.0 §8.2.4.1, VC 1.1 §6.3.1). Tokens of
 * type `vc+jwt` date their signature with `nbf` and `exp`, not the credential, so there these may differ.
 */
export function claimFaults(jws: Jws, credential: JsonObject): Reason[] {
  const { iss, sub, jti, nbf, exp, iat } = jws.payload;
  const faults: Reason[] = [];
  const texts = [iss, sub, jti].every((claim) => claim === undefined || typeof claim === 'string');
  const numbers = [nbf, exp, iat].every((claim) => claim === undefined || typeof claim === 'number');
  if (!texts || !numbers) faults.push('claim_malformed');
  if (iss !== undefined && iss !== issuerId(credential)) faults.push('jwt_issuer_mismatch');
  if (differs(sub, subjectIds(credential))) faults.push('jwt_subject_mismatch');
  if (differs(jti, asList(credential.id))) faults.push('jwt_id_mismatch');
  const datesSignature = /^(?:application\/)?vc\+jwt$/i.test(String(jws.header.typ));
  const from = credential.validFrom ?? credential.issuanceDate;
  const until = credential.validUntil ?? credential.expirationDate;
  if (!datesSignature && (dateDiffers(nbf, from) || dateDiffers(exp, until)))
    faults.push('jwt_dates_mismatch');
  return faults;
}

function subjectIds(credential: JsonObject): unknown[] {
  return asList(credential.credentialSubject)
    .filter(isObject)
    .flatMap(({ id }) => asList(id));
}

function differs(claim: unknown, values: unknown[]): boolean {
  return claim !== undefined && values.length > 0 && !values.includes(claim);
}

function dateDiffers(claim: unknown, date: unknown): boolean {
  const moment = momentOf(date);
  return typeof claim === 'number' && moment !== undefined && Math.abs(claim * 1000 - moment) > ROUNDING_MS;
}
