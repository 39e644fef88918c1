import { createHash, timingSafeEqual } from 'node:crypto';
import { isObject, JsonObject, JSON_LIMITS, parseJson } from './json';
import { Jws, jwsHolds, keyTypeFor, looksLikeJws, parseJws } from './jws';
import { decodeBase64Url } from './multibase';
import { SignatureFault } from './signature-fault';
import { VerificationKey } from './verification-key';

/** An SD-JWT (RFC 9901) taken apart: the issuer's token, what the holder disclosed of it, and the holder's own signature, if any. */
export interface SdJwt {
  issued: Jws;
  disclosures: string[];
  keyBinding: Jws | null;
  /** What the holder's signature covers: everything before it. */
  presented: string;
}

const HASHES: Readonly<Record<string, string>> = {
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-512': 'sha3-512',
};
const MOST_DISCLOSURES = 2_000;
const RESERVED = ['_sd', '...'];
/** Claims on which a decision hangs must stand in the token itself: whoever presents it could hide them (SD-JWT VC, "Claims"). */
const NEVER_DISCLOSED = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg'];

/** Whether a text is an issuer's token followed by disclosures, however many. */
export function looksLikeSdJwt(text: string): boolean {
  return text.includes('~') && looksLikeJws(text.slice(0, text.indexOf('~')));
}

/** @throws SignatureFault `malformed`, `too_complex` */
export function parseSdJwt(text: string): SdJwt {
  const parts = text.split('~');
  const [issued = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (rest.length > MOST_DISCLOSURES) throw new SignatureFault('too_complex', 'too many disclosures');
  if (last !== '' && !looksLikeJws(last))
    throw new SignatureFault('malformed', 'a part that is no signature');
  return {
    issued: parseJws(issued),
    disclosures: rest,
    keyBinding: last === '' ? null : parseJws(last),
    presented: text.slice(0, text.length - last.length),
  };
}

/** The compact form of a JWS or SD-JWT in JSON (RFC 7515 §7.2, RFC 9901 §8) with one signature; undefined for other objects. */
export function compactFromJson(value: JsonObject): string | undefined {
  const { payload, signatures } = value;
  const one = Array.isArray(signatures) && signatures.length === 1 ? signatures[0] : value;
  if (typeof payload !== 'string' || !isObject(one)) return undefined;
  const { protected: head, signature, header } = one;
  if (typeof head !== 'string' || typeof signature !== 'string') return undefined;
  const token = `${head}.${payload}.${signature}`;
  if (!isObject(header)) return token;
  const { disclosures = [], kb_jwt: binding = '' } = header;
  if (!Array.isArray(disclosures) || typeof binding !== 'string') return undefined;
  return [token, ...disclosures.map(String), binding].join('~');
}

/**
 * The claims that an SD-JWT discloses, digests and decoys gone (RFC 9901 §7.1). Every disclosure must be one that the issuer's token asks
 * for, exactly once, and may not say what the token says already.
 * @throws SignatureFault `disclosure_*`, `unsupported_suite` for an unknown hash, `too_complex`
 */
export function disclosedClaims({ issued, disclosures }: SdJwt): JsonObject {
  const hash = hashOf(issued.payload);
  const byDigest = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const digest = createHash(hash).update(text, 'ascii').digest('base64url');
    if (byDigest.has(digest)) throw new SignatureFault('disclosure_repeated', 'the same disclosure twice');
    byDigest.set(digest, parseDisclosure(text));
  }
  const opening: Opening = { byDigest, seen: new Set(), used: 0 };
  const claims = openObject(issued.payload, opening, 0);
  if (opening.used !== byDigest.size)
    throw new SignatureFault('disclosure_unreferenced', 'the issuer’s token has no place for a disclosure');
  delete claims._sd_alg;
  return claims;
}

/**
 * Makes sure that the holder's signature is one of the key the issuer named, over exactly what was presented (RFC 9901 §4.3, §7.3). Its
 * audience and nonce are another's: it shows that the holder had the key, not that the holder is here.
 * @throws SignatureFault `key_binding_invalid`, and what a weak or unknown key throws
 */
export function assertKeyBinding(sdJwt: SdJwt, binding: Jws, key: VerificationKey): void {
  const { header, payload } = binding;
  const { iat, aud, nonce, sd_hash: hash } = payload;
  const complete = typeof iat === 'number' && aud !== undefined && typeof nonce === 'string';
  if (header.typ !== 'kb+jwt' || !complete || typeof hash !== 'string')
    throw new SignatureFault('key_binding_invalid', 'not a key binding');
  const digest = createHash(hashOf(sdJwt.issued.payload))
    .update(sdJwt.presented, 'ascii')
    .digest('base64url');
  if (!sameText(digest, hash)) throw new SignatureFault('key_binding_invalid', 'made for other disclosures');
  if (keyTypeFor(binding) !== key.type || !jwsHolds(binding, key))
    throw new SignatureFault('key_binding_invalid', 'not signed by the holder’s key');
}

interface Disclosure {
  /** Undefined for an element of a list. */
  name?: string;
  value: unknown;
}

interface Opening {
  byDigest: Map<string, Disclosure>;
  seen: Set<string>;
  used: number;
}

function hashOf({ _sd_alg: named = 'sha-256' }: JsonObject): string {
  const hash = typeof named === 'string' && Object.hasOwn(HASHES, named) ? HASHES[named] : undefined;
  if (hash === undefined) throw new SignatureFault('unsupported_suite', 'a hash this program does not know');
  return hash;
}

function parseDisclosure(text: string): Disclosure {
  const parts = disclosureJson(text);
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw malformed('not a salted list');
  if (parts.length === 2) return { value: parts[1] };
  const [, name, value] = parts as unknown[];
  if (parts.length !== 3 || typeof name !== 'string' || RESERVED.includes(name))
    throw malformed('not a name and a value');
  return { name, value };
}

function disclosureJson(text: string): unknown {
  try {
    const bytes = decodeBase64Url(text);
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SignatureFault && error.code === 'too_complex') throw error;
    throw malformed('not base64url of JSON');
  }
}

function open(value: unknown, opening: Opening, depth: number): unknown {
  if (depth > JSON_LIMITS.depth) throw new SignatureFault('too_complex', 'disclosed too deeply');
  if (Array.isArray(value)) return value.flatMap((entry) => openElement(entry, opening, depth));
  return isObject(value) ? openObject(value, opening, depth) : value;
}

function openElement(entry: unknown, opening: Opening, depth: number): unknown[] {
  if (!isObject(entry) || !('...' in entry)) return [open(entry, opening, depth + 1)];
  if (Object.keys(entry).length !== 1) throw malformed('a digest with something beside it');
  const disclosure = take(entry['...'], opening);
  if (!disclosure) return [];
  if (disclosure.name !== undefined) throw malformed('a named disclosure in a list');
  return [open(disclosure.value, opening, depth + 1)];
}

function openObject(value: JsonObject, opening: Opening, depth: number): JsonObject {
  if ('...' in value) throw malformed('a digest of a list outside of one');
  const { _sd: digests = [], ...plain } = value;
  if (!Array.isArray(digests)) throw malformed('_sd is not a list');
  const result: JsonObject = {};
  for (const [name, child] of Object.entries(plain)) result[name] = open(child, opening, depth + 1);
  for (const digest of digests) {
    const disclosure = take(digest, opening);
    if (!disclosure) continue;
    const { name } = disclosure;
    if (name === undefined) throw malformed('a list’s disclosure in an object');
    if (Object.hasOwn(result, name) || (depth === 0 && NEVER_DISCLOSED.includes(name)))
      throw new SignatureFault('disclosure_overrides', name);
    result[name] = open(disclosure.value, opening, depth + 1);
  }
  return result;
}

/** The disclosure of a digest; undefined for a decoy, or for what the holder keeps to herself. */
function take(digest: unknown, opening: Opening): Disclosure | undefined {
  if (typeof digest !== 'string') throw malformed('a digest that is no text');
  if (opening.seen.has(digest)) throw new SignatureFault('disclosure_repeated', 'a digest in two places');
  opening.seen.add(digest);
  const disclosure = opening.byDigest.get(digest);
  if (disclosure) opening.used += 1;
  return disclosure;
}

function malformed(detail: string): SignatureFault {
  return new SignatureFault('disclosure_malformed', detail);
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
