import { createHash, sign, verify } from 'node:crypto';
import { canonicalJson, canonicalRdf, HashName } from './canonical';
import { asList, JsonObject } from './json';
import { SignatureFault } from './signature-fault';
import { KeyType, VerificationKey } from './verification-key';
import type { KeyObject } from 'node:crypto';

/** How a proof is made: what is hashed, and with which keys. */
export interface Suite {
  name: string;
  canonical: 'rdf' | 'json';
  keys: readonly KeyType[];
}

const EDDSA: readonly KeyType[] = ['Ed25519'];
const ECDSA: readonly KeyType[] = ['P-256', 'P-384'];
const CRYPTOSUITES = new Map<unknown, Suite>([
  ['eddsa-rdfc-2022', { name: 'eddsa-rdfc-2022', canonical: 'rdf', keys: EDDSA }],
  ['eddsa-jcs-2022', { name: 'eddsa-jcs-2022', canonical: 'json', keys: EDDSA }],
  ['ecdsa-rdfc-2019', { name: 'ecdsa-rdfc-2019', canonical: 'rdf', keys: ECDSA }],
  ['ecdsa-jcs-2019', { name: 'ecdsa-jcs-2019', canonical: 'json', keys: ECDSA }],
]);
const ED25519_2020: Suite = { name: 'Ed25519Signature2020', canonical: 'rdf', keys: EDDSA };
const SELECTIVE = ['ecdsa-sd-2023', 'bbs-2023'];

/**
 * The suite of a proof. `eddsa-2022` and other drafts hash differently and count as unknown.
 * @throws SignatureFault `unsupported_suite`, `selective_disclosure`
 */
export function suiteOf(proof: JsonObject): Suite {
  if (proof.type === ED25519_2020.name) return ED25519_2020;
  const suite = proof.type === 'DataIntegrityProof' ? CRYPTOSUITES.get(proof.cryptosuite) : undefined;
  if (suite) return suite;
  const selective = SELECTIVE.includes(String(proof.cryptosuite));
  throw new SignatureFault(
    selective ? 'selective_disclosure' : 'unsupported_suite',
    String(proof.cryptosuite ?? proof.type),
  );
}

/** SHA-256, except that P-384 keys take SHA-384 throughout (also inside RDFC-1.0). */
export function hashNameOf(key: KeyType): HashName {
  return key === 'P-384' ? 'sha384' : 'sha256';
}

/**
 * What a Data Integrity signature covers: hash of the canonical proof options, then hash of the canonical document
 * (VC-DI-EDDSA 1.0 §3.2–3.3, VC-DI-ECDSA 1.0 §3.2–3.3).
 * @param document the document without the proof (with earlier proofs only, when the proof belongs to a chain)
 * @param proof the proof; its `proofValue` is left out of the hash
 */
export async function dataIntegrityHash(
  document: JsonObject,
  proof: JsonObject,
  suite: Suite,
  hash: HashName,
): Promise<Buffer> {
  const { proofValue: _signature, ...options } = proof;
  const digest = (text: string) => createHash(hash).update(text).digest();
  if (suite.canonical === 'rdf') {
    const config = { ...options, '@context': document['@context'] };
    return Buffer.concat([
      digest(await canonicalRdf(config, hash)),
      digest(await canonicalRdf(document, hash)),
    ]);
  }
  const covered = options['@context'] === undefined ? document : underContext(document, options['@context']);
  return Buffer.concat([digest(canonicalJson(options)), digest(canonicalJson(covered))]);
}

/** True when the signature over the data was made with the private half of the key. Raw r‖s form for ECDSA. */
export function signatureHolds(data: Buffer, signature: Buffer, key: VerificationKey): boolean {
  if (key.type === 'Ed25519') return signature.length === 64 && verify(null, data, key.object, signature);
  return (
    signature.length === SIGNATURE_BYTES[key.type] &&
    verify(ecdsaHash(key.type), data, { key: key.object, dsaEncoding: 'ieee-p1363' }, signature)
  );
}

/** The signature of the data with a private Ed25519 or elliptic curve key. */
export function rawSignature(data: Buffer, key: KeyObject, type: KeyType): Buffer {
  return type === 'Ed25519'
    ? sign(null, data, key)
    : sign(ecdsaHash(type), data, { key, dsaEncoding: 'ieee-p1363' });
}

const SIGNATURE_BYTES: Partial<Record<KeyType, number>> = {
  'P-256': 64,
  secp256k1: 64,
  'P-384': 96,
  'P-521': 132,
};

/** The hash that goes with a curve (RFC 7518 §3.4, RFC 8812). */
function ecdsaHash(key: KeyType): string {
  return key === 'P-521' ? 'sha512' : hashNameOf(key);
}

/** A proof over JSON names the contexts it was made under; the document may only have added to them since. */
function underContext(document: JsonObject, context: unknown): JsonObject {
  const present = asList(document['@context']);
  const signed = asList(context);
  const starts = signed.every((entry, at) => canonicalJson(entry) === canonicalJson(present[at] ?? null));
  if (!starts) throw new SignatureFault('signature_invalid', 'the contexts differ from those of the proof');
  return { ...document, '@context': context };
}
