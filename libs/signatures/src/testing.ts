import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { dataIntegrityHash, suiteOf } from './data-integrity';
import { didWebUrl } from './did';
import { DocumentSource } from './document-source';
import { JsonObject } from './json';
import { encodeMultibase } from './multibase';
import { signDataIntegrity, signJws } from './sign';
import { encodeStatusBits, statusBits } from './status-bits';
import { multikeyOf } from './verification-key';

export const AT = new Date('2026-11-21T00:00:00Z');
export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const V1 = 'https://www.w3.org/2018/credentials/v1';

/** Somebody with a key who issues credentials, for tests. */
export interface Issuer {
  did: string;
  method: string;
  key: KeyObject;
  publicKey: KeyObject;
}

/** An issuer by did:key, or by the DID given, with a fresh key. */
export function anIssuer(did?: string, kind: 'ed25519' | 'P-256' | 'RSA' = 'ed25519'): Issuer {
  const { privateKey, publicKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'RSA'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: kind });
  const own = kind === 'RSA' ? 'did:web:rsa.example' : `did:key:${multikeyOf(publicKey)}`;
  const id = did ?? own;
  return {
    did: id,
    method: `${id}#${did === undefined && kind !== 'RSA' ? multikeyOf(publicKey) : 'key-1'}`,
    key: privateKey,
    publicKey,
  };
}

export function aCredential(issuer: Issuer, change: JsonObject = {}): JsonObject {
  return {
    '@context': [V2],
    id: 'urn:uuid:3b0e4a0c-8f4e-4f0c-9f0a-2f6f7c1d0a11',
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:siti', name: 'Siti Aminah' },
    ...change,
  };
}

/** A status list of 131,072 entries with the given ones set, signed by the issuer. */
export function aStatusList(
  issuer: Issuer,
  id: string,
  set: number[],
  change: JsonObject = {},
  subject: JsonObject = {},
  suite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' = 'eddsa-rdfc-2022',
): Promise<JsonObject> {
  const encodedList = encodeStatusBits(statusBits(131_072, set));
  const credentialSubject = {
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList,
    ...subject,
  };
  const type = ['VerifiableCredential', 'BitstringStatusListCredential'];
  return signed(issuer, aCredential(issuer, { id, type, credentialSubject, ...change }), suite);
}

export function aStatusEntry(list: string, index: number | string, change: JsonObject = {}): JsonObject {
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
    ...change,
  };
}

export function signed(
  issuer: Issuer,
  credential: JsonObject,
  cryptosuite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' = 'eddsa-rdfc-2022',
): Promise<JsonObject> {
  return signDataIntegrity(credential, {
    key: issuer.key,
    verificationMethod: issuer.method,
    created: new Date('2026-01-02T00:00:00Z'),
    cryptosuite,
  });
}

export function aToken(issuer: Issuer, payload: JsonObject, header: JsonObject = {}): string {
  return signJws(payload, { kid: issuer.method, ...header }, issuer.key);
}

/** The DID document of an issuer, listing the key for the purposes given. */
export function aDidDocument(issuer: Issuer, change: JsonObject = {}, method: JsonObject = {}): JsonObject {
  const publicKeyJwk = issuer.publicKey.export({ format: 'jwk' });
  const verificationMethod = [
    { id: issuer.method, type: 'JsonWebKey', controller: issuer.did, publicKeyJwk, ...method },
  ];
  return { id: issuer.did, verificationMethod, assertionMethod: [issuer.method], ...change };
}

/** Documents at the addresses of their ids. */
export function serving(...documents: JsonObject[]): DocumentSource {
  const served = new Map(
    documents.map((document) => [didWebUrl(String(document.id)) ?? String(document.id), document]),
  );
  return { get: async (url) => served.get(url) };
}

/** A proof over exactly what is given, with any options: for proofs that no honest signer makes. Ed25519 only. */
export async function aProof(
  issuer: Issuer,
  covered: JsonObject,
  change: JsonObject = {},
): Promise<JsonObject> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-02T00:00:00Z',
    verificationMethod: issuer.method,
    proofPurpose: 'assertionMethod',
    ...change,
  };
  const data = await dataIntegrityHash(covered, proof, suiteOf(proof), 'sha256');
  return { ...proof, proofValue: encodeMultibase(sign(null, data, issuer.key)) };
}
