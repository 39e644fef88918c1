import { constants, verify } from 'node:crypto';
import { signatureHolds } from './data-integrity';
import { isObject, JsonObject, parseJson } from './json';
import { decodeBase64Url } from './multibase';
import { SignatureFault } from './signature-fault';
import { KeyType, VerificationKey } from './verification-key';

/** A compact JWS, taken apart and not yet verified. */
export interface Jws {
  header: JsonObject;
  payload: JsonObject;
  input: string;
  signature: Buffer;
}

/** Which key each algorithm needs. The list is ours: the token may choose from it and nothing else. */
const ALGORITHMS = new Map<string, KeyType>([
  ['EdDSA', 'Ed25519'],
  ['Ed25519', 'Ed25519'],
  ['ES256', 'P-256'],
  ['ES384', 'P-384'],
  ['ES512', 'P-521'],
  ['ES256K', 'secp256k1'],
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg): [string, KeyType] => [alg, 'RSA']),
]);
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Whether the text has the shape of a compact JWS (three parts; the last is empty for `alg: none`). */
export function looksLikeJws(text: string): boolean {
  return COMPACT.test(text);
}

/** Takes a compact JWS with a JSON payload apart. @throws SignatureFault `malformed` */
export function parseJws(token: string): Jws {
  if (!looksLikeJws(token)) throw new SignatureFault('malformed', 'not a compact JWS');
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    header: jsonPart(header),
    payload: jsonPart(payload),
    input: `${header}.${payload}`,
    signature: decodeBase64Url(signature),
  };
}

/**
 * The kind of key the token's algorithm needs.
 * @throws SignatureFault `algorithm_forbidden` for `none` and shared secrets, `critical_header` for extensions we would have
 *   to understand (RFC 7515 §4.1.11), `unsupported_suite` for algorithms we do not have
 */
export function keyTypeFor(jws: Jws): KeyType {
  const { alg, crit, b64 } = jws.header;
  if (typeof alg !== 'string' || /^(?:none|HS\d+)$/i.test(alg))
    throw new SignatureFault('algorithm_forbidden', String(alg));
  if (crit !== undefined || b64 === false) throw new SignatureFault('critical_header');
  const type = ALGORITHMS.get(alg);
  if (!type) throw new SignatureFault('unsupported_suite', alg);
  return type;
}

/** True when the token was signed with the private half of the key. @throws as `keyTypeFor`, and `key_type_mismatch` */
export function jwsHolds(jws: Jws, key: VerificationKey): boolean {
  if (keyTypeFor(jws) !== key.type) throw new SignatureFault('key_type_mismatch');
  const data = Buffer.from(jws.input);
  return key.type === 'RSA' ? rsaHolds(jws, data, key) : signatureHolds(data, jws.signature, key);
}

function rsaHolds(jws: Jws, data: Buffer, { object }: VerificationKey): boolean {
  const alg = String(jws.header.alg);
  const hash = `sha${alg.slice(2)}`;
  if (!alg.startsWith('PS')) return verify(hash, data, object, jws.signature);
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
  return verify(hash, data, { key: object, padding, saltLength }, jws.signature);
}

function jsonPart(part: string): JsonObject {
  const bytes = decodeBase64Url(part);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new SignatureFault('malformed', 'not UTF-8');
  const value = parseJson(text);
  if (!isObject(value)) throw new SignatureFault('malformed', 'not a JSON object');
  return value;
}
