import { createHash, generateKeyPairSync, KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { type DocumentSource, encodeTokenStatus, type JsonObject, signJws } from '@himpun/signatures';

/** SD-JWTs as a library of others makes them, and as hostile hands would. */
export const ISSUER = 'https://university.example/issuer';
export const METADATA = 'https://university.example/.well-known/jwt-vc-issuer/issuer';
export const VCT = 'https://university.example/credentials/degree';
const HOUR = 3600;
/** 21 November 2026, in seconds. */
export const NOW = Date.UTC(2026, 10, 21) / 1000;

export const university = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const holder = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const CLAIMS = {
  iss: ISSUER,
  iat: NOW - 24 * HOUR,
  nbf: NOW - 24 * HOUR,
  exp: NOW + 24 * HOUR,
  vct: VCT,
  sub: 'did:example:siti',
  given_name: 'Siti',
  family_name: 'Aminah',
  email: 'siti@example.org',
  degree: { name: 'Physiotherapy', level: 6, grades: ['A', 'B'] },
  courses: ['Anatomy', 'Ethics'],
};

const signer = (key: KeyObject) => async (data: string) =>
  sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
const hasher = (data: string | ArrayBuffer) =>
  new Uint8Array(
    createHash('sha256')
      .update(typeof data === 'string' ? data : Buffer.from(data))
      .digest(),
  );

const CONFIG = {
  signer: signer(university.privateKey),
  signAlg: 'ES256',
  kbSigner: signer(holder.privateKey),
  kbSignAlg: 'ES256',
  kbVerifier: async (data: string, signature: string) =>
    verify(
      'sha256',
      Buffer.from(data),
      { key: holder.publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  hasher,
  hashAlg: 'sha-256' as const,
  saltGenerator: async () => randomBytes(16).toString('base64url'),
};

export const degrees = new SDJwtVcInstance(CONFIG);
export const bare = new SDJwtInstance<Record<string, unknown>>(CONFIG);
export const FRAME = {
  _sd: ['given_name', 'family_name', 'email', 'degree', 'sub'],
  _sd_decoy: 3,
  degree: { _sd: ['level', 'name'], grades: { _sd: [0] } },
  courses: { _sd: [0, 1], _sd_decoy: 1 },
} as never;

/** A degree with nested and listed disclosures and decoys, all disclosed. */
export function aDegree(change: JsonObject = {}, header: JsonObject = {}): Promise<string> {
  return degrees.issue({ ...CLAIMS, ...change } as typeof CLAIMS, FRAME, { header });
}

/** A token made by hand: payload as given, with the disclosures in the order given. */
export function handMade(
  payload: JsonObject,
  disclosures: string[] = [],
  header: JsonObject = { typ: 'dc+sd-jwt' },
  key: KeyObject = university.privateKey,
): string {
  const { given_name: _given, family_name: _family, email: _mail, degree: _degree, ...plain } = CLAIMS;
  return [signJws({ ...plain, ...payload }, header, key), ...disclosures, ''].join('~');
}

export function disclosure(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The issuer's metadata with its keys, and whatever else is served. */
export function served(more: Record<string, unknown> = {}, change: JsonObject = {}): DocumentSource {
  const jwk = { ...university.publicKey.export({ format: 'jwk' }), kid: 'k1' };
  const all: Record<string, unknown> = {
    [METADATA]: { issuer: ISSUER, jwks: { keys: [jwk] }, ...change },
    ...more,
  };
  return { get: async (url) => all[url] };
}

/** A status list token of one byte per four entries of two bits. */
export function aStatusToken(
  uri: string,
  entries: readonly number[],
  change: JsonObject = {},
  header: JsonObject = { typ: 'statuslist+jwt' },
): string {
  const bytes = Buffer.alloc(Math.ceil(entries.length / 4));
  entries.forEach((value, at) => {
    bytes[at >> 2] = (bytes[at >> 2] ?? 0) | (value << ((at % 4) * 2));
  });
  const list = { bits: 2, lst: encodeTokenStatus(bytes) };
  return signJws(
    { iss: ISSUER, sub: uri, iat: NOW - HOUR, status_list: list, ...change },
    header,
    university.privateKey,
  );
}
