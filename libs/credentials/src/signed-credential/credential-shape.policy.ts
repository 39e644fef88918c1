import { asList, isObject, JsonObject } from '@himpun/signatures';
import { contextsOf, issuerId, typesOf, V1_CONTEXT, V2_CONTEXT } from './credential-facts';
import { Reason } from './reasons';
import { momentOf } from './validity.policy';

/**
 * What a credential lacks that the data model demands of every one (VCDM 1.1 §4, 2.0 §4), signature aside.
 * Fields of particular kinds of credential are left to their readers.
 */
export function shapeFaults(credential: JsonObject): Reason[] {
  const faults: Reason[] = [];
  const subjects = asList(credential.credentialSubject);
  if (asList(credential['@context']).length === 0) faults.push('context_missing');
  if (!typesOf(credential).includes('VerifiableCredential')) faults.push('type_missing');
  if (!isIdentifier(issuerId(credential))) faults.push('issuer_missing');
  if (subjects.length === 0 || !subjects.every(isObject)) faults.push('subject_missing');
  if (lacksIssuanceDate(credential)) faults.push('issuance_date_missing');
  if (hasBadDate(credential)) faults.push('date_malformed');
  return faults;
}

/** The base context must come first, or terms could mean something else than the data model says. */
export function contextFaults(credential: JsonObject): Reason[] {
  const first = asList(credential['@context'])[0];
  return first === V1_CONTEXT || first === V2_CONTEXT ? [] : ['context_not_first'];
}

function isIdentifier(id: string | null): boolean {
  return id !== null && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(id);
}

/** 1.1 requires a date; early Open Badges 3.0 wrote `validFrom` under the 1.1 context. */
function lacksIssuanceDate(credential: JsonObject): boolean {
  return (
    contextsOf(credential)[0] === V1_CONTEXT &&
    credential.issuanceDate === undefined &&
    credential.validFrom === undefined
  );
}

function hasBadDate(credential: JsonObject): boolean {
  const { validFrom, validUntil, issuanceDate, expirationDate } = credential;
  const dates = [validFrom, validUntil, issuanceDate, expirationDate];
  return dates.some((date) => date !== undefined && momentOf(date) === undefined);
}
