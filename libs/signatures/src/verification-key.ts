import { createHash, createPublicKey, ECDH, KeyObject } from 'node:crypto';
import { isObject, JsonObject } from './json';
import { decodeBase58, decodeMultibase, encodeMultibase } from './multibase';
import { SignatureFault } from './signature-fault';

export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'RSA';
type CurveName = keyof typeof CURVES;

/** A public key, ready to verify with. `thumbprint` is RFC 7638 (SHA-256, base64url): the same key has the same one. */
export interface VerificationKey {
  type: KeyType;
  object: KeyObject;
  thumbprint: string;
}

/** Multicodec prefixes (varint) of the keys a Multikey may carry here, and the length of the key. */
const MULTICODECS: { type: KeyType; prefix: number[]; length: number }[] = [
  { type: 'Ed25519', prefix: [0xed, 0x01], length: 32 },
  { type: 'P-256', prefix: [0x80, 0x24], length: 33 },
  { type: 'P-384', prefix: [0x81, 0x24], length: 49 },
  { type: 'P-521', prefix: [0x82, 0x24], length: 67 },
  { type: 'secp256k1', prefix: [0xe7, 0x01], length: 33 },
];
const CURVES = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
} as const;
const SMALLEST_RSA = 2048;
/** Importing a key costs more than verifying with it, and few issuers sign most credentials. */
const KNOWN_KEYS = new Map<string, VerificationKey>();
const MOST_KNOWN_KEYS = 1000;

/** Reads a Multikey (`z6Mk…`, `zDn…`, `z82…`). @throws SignatureFault `key_malformed`, `unsupported_suite` */
export function keyFromMultibase(text: string): VerificationKey {
  const bytes = decodeKeyText(() => decodeMultibase(text));
  const codec = MULTICODECS.find(({ prefix }) => prefix.every((byte, at) => bytes[at] === byte));
  if (!codec) throw new SignatureFault('unsupported_suite', 'a key of a kind this program does not know');
  const raw = bytes.subarray(codec.prefix.length);
  if (raw.length !== codec.length) throw new SignatureFault('key_malformed', 'key of the wrong length');
  if (codec.type === 'Ed25519')
    return keyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') });
  return keyFromJwk(ecJwk(codec.type as CurveName, raw));
}

/** Reads the 2018 form of an Ed25519 key: base58 of the bare 32 bytes. */
export function keyFromBase58(text: string): VerificationKey {
  const raw = decodeKeyText(() => decodeBase58(text.slice(0, 64)));
  return keyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') });
}

/** Reads a public JWK; private members are ignored. @throws SignatureFault `key_malformed`, `key_weak`, `unsupported_suite` */
export function keyFromJwk(value: unknown): VerificationKey {
  if (!isObject(value)) throw new SignatureFault('key_malformed');
  const [type, members] = publicMembers(value);
  const text = JSON.stringify(members);
  const known = KNOWN_KEYS.get(text);
  if (known) return known;
  const key = {
    type,
    object: publicKeyFrom(members),
    thumbprint: createHash('sha256').update(text).digest('base64url'),
  };
  if (type === 'RSA' && (key.object.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_RSA) {
    throw new SignatureFault('key_weak', 'RSA below 2048 bits');
  }
  if (KNOWN_KEYS.size >= MOST_KNOWN_KEYS) KNOWN_KEYS.clear();
  KNOWN_KEYS.set(text, key);
  return key;
}

/** A key out of a certificate or a PEM text. @throws SignatureFault `key_malformed`, `key_weak`, `unsupported_suite` */
export function keyFromObject(key: KeyObject): VerificationKey {
  return keyFromJwk(decodeKeyText(() => key.export({ format: 'jwk' })));
}

/** Reads a public key in PEM. @throws as `keyFromObject` */
export function keyFromPem(pem: string): VerificationKey {
  return keyFromObject(decodeKeyText(() => createPublicKey(pem)));
}

/** The Multikey text of an Ed25519, P-256 or P-384 key. */
export function multikeyOf(key: KeyObject): string {
  const jwk = key.export({ format: 'jwk' });
  const codec = MULTICODECS.find(({ type }) => type === jwk.crv);
  if (!codec) throw new SignatureFault('unsupported_suite', 'no Multikey form for this key');
  const x = Buffer.from(String(jwk.x), 'base64url');
  if (codec.type === 'Ed25519') return encodeMultibase(Buffer.from([...codec.prefix, ...x]));
  const y = Buffer.from(String(jwk.y), 'base64url');
  const parity = 2 + ((y[y.length - 1] ?? 0) & 1);
  return encodeMultibase(Buffer.from([...codec.prefix, parity, ...x]));
}

/** The members RFC 7638 requires, in its order, so that their JSON is also what a thumbprint hashes. */
function publicMembers(jwk: JsonObject): [KeyType, Record<string, string>] {
  const { kty, crv, x, y, n, e } = jwk;
  const text = (value: unknown) => {
    if (typeof value !== 'string') throw new SignatureFault('key_malformed');
    return value;
  };
  if (kty === 'OKP' && crv === 'Ed25519') return ['Ed25519', { crv, kty, x: text(x) }];
  if (kty === 'EC' && typeof crv === 'string' && Object.hasOwn(CURVES, crv))
    return [crv as CurveName, { crv, kty, x: text(x), y: text(y) }];
  if (kty === 'RSA') return ['RSA', { e: text(e), kty, n: text(n) }];
  throw new SignatureFault('unsupported_suite', 'a key of a kind this program does not know');
}

function ecJwk(curve: CurveName, compressed: Buffer): JsonObject {
  const point = decodeKeyText(() =>
    Buffer.from(ECDH.convertKey(compressed, CURVES[curve], undefined, undefined, 'uncompressed') as Buffer),
  );
  const half = (point.length - 1) / 2;
  return {
    kty: 'EC',
    crv: curve,
    x: point.subarray(1, 1 + half).toString('base64url'),
    y: point.subarray(1 + half).toString('base64url'),
  };
}

function publicKeyFrom(members: Record<string, string>): KeyObject {
  return decodeKeyText(() => createPublicKey({ key: members, format: 'jwk' }));
}

function decodeKeyText<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw new SignatureFault('key_malformed');
  }
}
