import { createPublicKey, KeyObject, sign } from 'node:crypto';
import { dataIntegrityHash, hashNameOf, rawSignature, suiteOf } from './data-integrity';
import { asList, JsonObject } from './json';
import { encodeMultibase } from './multibase';
import { SignatureFault } from './signature-fault';
import { KeyType, keyFromJwk } from './verification-key';

export interface DataIntegritySigner {
  /** Private key: Ed25519 for the eddsa suites, P-256 or P-384 for the ecdsa ones. */
  key: KeyObject;
  /** Full id of the key, as the issuer's document lists it: `did:web:example.org#key-1`. */
  verificationMethod: string;
  created: Date;
  cryptosuite?: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-jcs-2019';
}

/**
 * Adds a Data Integrity proof (eddsa-rdfc-2022 unless said otherwise) to a document; earlier proofs are kept, as a set.
 * @throws SignatureFault when the document has undefined terms or the key does not fit the suite
 */
export async function signDataIntegrity(
  document: JsonObject,
  signer: DataIntegritySigner,
): Promise<JsonObject> {
  const { proof: earlier, ...unsecured } = document;
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    created: `${signer.created.toISOString().slice(0, 19)}Z`,
    verificationMethod: signer.verificationMethod,
    cryptosuite: signer.cryptosuite ?? 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  };
  const suite = suiteOf(options);
  if (suite.canonical === 'json') options['@context'] = document['@context'];
  const type = keyTypeOf(signer.key);
  if (!suite.keys.includes(type)) throw new SignatureFault('key_type_mismatch');
  const data = await dataIntegrityHash(unsecured, options, suite, hashNameOf(type));
  const proof = { ...options, proofValue: encodeMultibase(rawSignature(data, signer.key, type)) };
  return { ...unsecured, proof: earlier === undefined ? proof : [...asList(earlier), proof] };
}

const ALGORITHMS: Record<KeyType, string> = {
  RSA: 'RS256',
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  secp256k1: 'ES256K',
  Ed25519: 'EdDSA',
};

/** A compact JWS over a JSON payload: RS256, ES256, ES384, ES512, ES256K or EdDSA, after the key. */
export function signJws(payload: JsonObject, header: JsonObject, key: KeyObject): string {
  const type = keyTypeOf(key);
  const alg = ALGORITHMS[type];
  const encode = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg, ...header })}.${encode(payload)}`;
  const data = Buffer.from(input);
  const signature = type === 'RSA' ? sign('sha256', data, key) : rawSignature(data, key, type);
  return `${input}.${signature.toString('base64url')}`;
}

function keyTypeOf(key: KeyObject): KeyType {
  return keyFromJwk(createPublicKey(key).export({ format: 'jwk' })).type;
}
