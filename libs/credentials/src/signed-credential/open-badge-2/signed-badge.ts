import {
  asList,
  DocumentSource,
  isObject,
  JsonObject,
  Jws,
  jwsHolds,
  keyFromJwk,
  keyFromPem,
  keyTypeFor,
  VerificationKey,
} from '@himpun/signatures';
import type { Reason } from '../reasons';
import { accepted, refused, SignatureVerdict, verdictOf } from '../signature-verdict';
import type { StatusFinding } from '../status-finding';
import { idOf } from './assertion.policy';
import { served } from './badge-documents';

/**
 * Whether a signed assertion was signed by its issuer (Open Badges 2.0, signed verification): with the key that `verification.creator` names,
 * which says that the issuer owns it, and which the issuer's own profile lists.
 */
export async function signedVerdict(
  jws: Jws,
  assertion: JsonObject,
  issuer: JsonObject,
  documents: DocumentSource,
): Promise<SignatureVerdict> {
  try {
    keyTypeFor(jws);
    const listed = asList(issuer.publicKey);
    const creator = creatorOf(assertion) ?? (listed.length === 1 ? idOf(listed[0]) : undefined);
    const named = listed.find((one) => idOf(one) === creator);
    const document = isObject(named) ? named : await served(creator, documents);
    if (!document) return refused('key_unresolvable');
    const key = publicKeyOf(document);
    if (!jwsHolds(jws, key)) return refused('signature_invalid');
    const owned = document.owner === undefined || idOf(document.owner) === issuer.id;
    return owned && named !== undefined ? accepted(key, String(creator)) : refused('issuer_not_bound');
  } catch (error) {
    return verdictOf(error);
  }
}

/** Whether the issuer's revocation list names the assertion. Without a list there is nothing that could revoke it. */
export async function revocation(
  assertion: JsonObject,
  issuer: JsonObject,
  documents: DocumentSource,
): Promise<StatusFinding> {
  if (issuer.revocationList === undefined) return { reasons: [], notes: [] };
  const address = idOf(issuer.revocationList);
  const list =
    isObject(issuer.revocationList) && 'revokedAssertions' in issuer.revocationList
      ? issuer.revocationList
      : await served(address, documents);
  if (!list) return only('status_unavailable');
  if (idOf(list.issuer) !== issuer.id || !Array.isArray(list.revokedAssertions))
    return only('status_list_malformed');
  const ids = list.revokedAssertions.flatMap((one: unknown) => (isObject(one) ? [one.id, one.uid] : [one]));
  return ids.some((id) => id !== undefined && (id === assertion.id || id === assertion.uid))
    ? only('revoked')
    : { reasons: [], notes: [] };
}

function creatorOf({ verification }: JsonObject): unknown {
  return isObject(verification) ? (verification.creator ?? verification.publicKey) : undefined;
}

function publicKeyOf({ publicKeyPem, publicKeyJwk }: JsonObject): VerificationKey {
  return typeof publicKeyPem === 'string' ? keyFromPem(publicKeyPem) : keyFromJwk(publicKeyJwk);
}

function only(reason: Reason): StatusFinding {
  return { reasons: [reason], notes: [] };
}
