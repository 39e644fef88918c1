import { didWebUrl, type DocumentSource, type JsonObject } from '@himpun/signatures';

/** A signing key as the world may know it. */
export interface PublicKey {
  publicKeyMultibase: string;
}

/** The id of a key in its issuer's document; the key's own text is its fragment, so ids never collide. */
export function keyIdOf(did: string, key: PublicKey): string {
  return `${did}#${key.publicKeyMultibase}`;
}

/** The `did:web` document (DID Core 1.0): every key that ever signed stays listed, so that what it signed keeps holding. */
export function issuerDocument(did: string, keys: readonly PublicKey[]): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: keyIdOf(did, key),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key.publicKeyMultibase,
    })),
    assertionMethod: keys.map((key) => keyIdOf(did, key)),
  };
}

/** Answers with our own document and nothing else: what we signed is checked without asking the network. */
export function ownDocuments(did: string, keys: readonly PublicKey[]): DocumentSource {
  return { get: async (url) => (url === didWebUrl(did) ? issuerDocument(did, keys) : undefined) };
}
