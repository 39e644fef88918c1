import { didWebUrl, keyInDid } from './did';
import { DocumentSource } from './document-source';
import { asList, isObject, JsonObject } from './json';
import { SignatureFault } from './signature-fault';
import { keyFromBase58, keyFromJwk, keyFromMultibase, VerificationKey } from './verification-key';

export type ProofPurpose = 'assertionMethod' | 'authentication';

/** A key, and the one who answers for it: the id of the document that lists it for this purpose. */
export interface VerificationMethod {
  id: string;
  controller: string;
  key: VerificationKey;
}

const ANCIENT_AND_MODERN_LISTS = ['verificationMethod', 'publicKey', 'assertionMethod', 'authentication'];

/**
 * Finds the key a proof names and makes sure that its controller's own document lists it for the purpose
 * (Controlled Identifiers 1.0, "Retrieve Verification Method"). did:key and did:jwk need no document.
 * @throws SignatureFault `key_unresolvable` no document; `key_not_found` document without that key;
 *   `key_not_authorised` listed, but not for this purpose; `key_revoked`, `key_expired`, `key_malformed`, `unsupported_suite`
 */
export async function resolveVerificationMethod(
  methodId: string,
  purpose: ProofPurpose,
  documents: DocumentSource,
  at: Date,
): Promise<VerificationMethod> {
  const spelledOut = keyInDid(methodId);
  if (spelledOut) return { id: methodId, ...spelledOut };
  const controller = methodId.split('#', 1)[0] ?? '';
  const document = await controllerDocument(controller, documents);
  if (isKey(document) && typeof document.controller === 'string' && document.controller !== controller) {
    return loneKey(methodId, document, document.controller, purpose, documents, at);
  }
  return methodIn(document, controller, methodId, purpose, at);
}

/**
 * Every usable key a document lists for the purpose: for tokens that name their issuer and no key. Keys of kinds this
 * program does not know, or out of force, are passed over. @throws SignatureFault `key_unresolvable`
 */
export async function methodsOf(
  controller: string,
  purpose: ProofPurpose,
  documents: DocumentSource,
  at: Date,
): Promise<VerificationMethod[]> {
  const spelledOut = keyInDid(controller);
  if (spelledOut) return [{ id: controller, ...spelledOut }];
  const document = await controllerDocument(controller, documents);
  return asList(document[purpose]).flatMap((entry) => {
    const id = absolute(isObject(entry) ? entry.id : entry, controller);
    try {
      return id === undefined ? [] : [methodIn(document, controller, id, purpose, at)];
    } catch (error) {
      if (error instanceof SignatureFault) return [];
      throw error;
    }
  });
}

async function controllerDocument(id: string, documents: DocumentSource): Promise<JsonObject> {
  const address = id.startsWith('did:web:')
    ? didWebUrl(id)
    : /^(?:https?:\/\/|did:[a-z0-9]+:)/.test(id)
      ? id
      : undefined;
  const document = address === undefined ? undefined : await documents.get(address);
  if (!isObject(document) || document.id !== id) throw new SignatureFault('key_unresolvable', id);
  return document;
}

/** A key served as a document of its own counts only when the controller it names lists it in turn. */
async function loneKey(
  methodId: string,
  method: JsonObject,
  controller: string,
  purpose: ProofPurpose,
  documents: DocumentSource,
  at: Date,
): Promise<VerificationMethod> {
  const owner = await controllerDocument(controller, documents);
  assertListed(owner, controller, methodId, purpose);
  assertInForce(method, at);
  return { id: methodId, controller, key: publicKeyOf(method) };
}

function methodIn(
  document: JsonObject,
  controller: string,
  methodId: string,
  purpose: ProofPurpose,
  at: Date,
): VerificationMethod {
  const method = ANCIENT_AND_MODERN_LISTS.flatMap((list) => asList(document[list]))
    .filter(isObject)
    .find((entry) => isKey(entry) && absolute(entry.id, controller) === methodId);
  if (!method) throw new SignatureFault('key_not_found', methodId);
  assertListed(document, controller, methodId, purpose);
  if (method.controller !== undefined && !asList(method.controller).includes(controller)) {
    throw new SignatureFault('key_not_authorised', 'the key answers to another controller');
  }
  assertInForce(method, at);
  return { id: methodId, controller, key: publicKeyOf(method) };
}

function assertListed(document: JsonObject, base: string, methodId: string, purpose: ProofPurpose): void {
  const listed = asList(document[purpose]).some(
    (entry) => absolute(isObject(entry) ? entry.id : entry, base) === methodId,
  );
  if (!listed) throw new SignatureFault('key_not_authorised', `${methodId} is not listed as ${purpose}`);
}

function assertInForce(method: JsonObject, at: Date): void {
  const passed = (moment: unknown) => typeof moment === 'string' && !(Date.parse(moment) > at.getTime());
  if (passed(method.revoked)) throw new SignatureFault('key_revoked');
  if (passed(method.expires)) throw new SignatureFault('key_expired');
}

function absolute(id: unknown, base: string): string | undefined {
  if (typeof id !== 'string') return undefined;
  return id.startsWith('#') ? base + id : id;
}

function isKey(entry: JsonObject): boolean {
  return 'publicKeyMultibase' in entry || 'publicKeyJwk' in entry || 'publicKeyBase58' in entry;
}

function publicKeyOf(method: JsonObject): VerificationKey {
  if (typeof method.publicKeyMultibase === 'string') return keyFromMultibase(method.publicKeyMultibase);
  if (method.publicKeyJwk !== undefined) return keyFromJwk(method.publicKeyJwk);
  if (typeof method.publicKeyBase58 === 'string') return keyFromBase58(method.publicKeyBase58);
  throw new SignatureFault('key_malformed');
}
