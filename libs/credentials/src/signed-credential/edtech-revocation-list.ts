import { asList, DocumentSource, isObject, JsonObject } from '@himpun/signatures';
import { issuerId } from './credential-facts';
import { StatusFinding } from './status-finding';

/**
 * The 1EdTech Revocation List Status Method: a plain list of revoked credential ids at an address of the issuer. It is not signed, so it
 * only counts when it names itself by that address and the same issuer.
 */
export async function isListedBy1EdTech(
  entry: JsonObject,
  credential: JsonObject,
  documents: DocumentSource,
): Promise<StatusFinding> {
  if (typeof entry.id !== 'string' || typeof credential.id !== 'string')
    return { reasons: ['status_malformed'], notes: [] };
  const list = await documents.get(entry.id);
  if (list === undefined) return { reasons: ['status_unavailable'], notes: [] };
  if (!isObject(list) || list.id !== entry.id || issuerId(list) !== issuerId(credential)) {
    return { reasons: ['status_list_malformed'], notes: [] };
  }
  const revoked = asList(list.revokedCredentials ?? list.revokedCredential).filter(
    (one) => !(isObject(one) && one.revoked === false),
  );
  const ids = revoked.map((one) => (isObject(one) ? one.id : one));
  return { reasons: ids.includes(credential.id) ? ['revoked'] : [], notes: ['status_list_unsigned'] };
}
