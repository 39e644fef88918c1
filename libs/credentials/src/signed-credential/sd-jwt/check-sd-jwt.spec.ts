import { generateKeyPairSync } from 'node:crypto';
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list';
import { type JsonObject, signJws } from '@himpun/signatures';
import { AT } from '@himpun/signatures/testing';
import { checkSignedCredential, type CheckOptions } from '../check-signed-credential';
import {
  aDegree,
  aStatusToken,
  bare,
  CLAIMS,
  degrees,
  digest,
  handMade,
  holder,
  ISSUER,
  METADATA,
  NOW,
  served,
  university,
} from './sd-jwt.factory';

const check = (text: string, options: Partial<CheckOptions> = {}) =>
  checkSignedCredential(text, { at: AT, documents: served(), ...options });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('an SD-JWT VC made by a library of others', () => {
  it('is verified with everything disclosed, and tells what it says', async () => {
    expect(await check(await aDegree())).toMatchObject({
      outcome: 'verified',
      reasons: [],
      format: 'sd-jwt-vc',
      securing: 'sd-jwt',
      issuer: { id: ISSUER },
      subject: {
        id: 'did:example:siti',
        name: 'Siti Aminah',
        identifiers: [{ type: 'emailAddress', value: 'siti@example.org' }],
      },
      credential: {
        degree: { name: 'Physiotherapy', level: 6, grades: ['A', 'B'] },
        courses: ['Anatomy', 'Ethics'],
      },
      validUntil: '2026-11-22T00:00:00.000Z',
    });
  });

  it('tells nothing of what the holder keeps to herself', async () => {
    const shown = await degrees.present(await aDegree(), {
      given_name: true,
      degree: { name: true },
    } as never);
    const report = await check(shown);
    expect(report).toMatchObject({ outcome: 'verified', subject: { id: null, name: 'Siti' } });
    expect(report.credential).toMatchObject({ degree: { name: 'Physiotherapy' }, courses: [] });
    expect(JSON.stringify(report.credential)).not.toMatch(/_sd|\.\.\./);
  });

  it.each([
    ['expired', { exp: NOW }, 'expired', 'expired'],
    ['not in force yet', { nbf: NOW + 1 }, 'not_yet_valid', 'not_yet_valid'],
    ['made in the future', { iat: NOW + 3600 }, 'not_yet_valid', 'proof_from_the_future'],
    ['with an end that is a text', { exp: '2030' }, 'invalid', 'claim_malformed'],
  ])('%s', async (_what, change, outcome, reason) => {
    expect(await check(handMade(change))).toMatchObject({ outcome, reasons: [reason] });
  });

  it('without its type is none', async () => {
    const { vct: _vct, ...rest } = CLAIMS;
    const token = signJws(rest, { typ: 'dc+sd-jwt' }, university.privateKey);
    expect(await check(`${token}~`)).toMatchObject({ outcome: 'invalid', reasons: ['vct_missing'] });
    const plain = await bare.issue({ ...rest }, { _sd: ['given_name'] } as never);
    expect(await check(plain)).toMatchObject({ outcome: 'verified', format: 'sd-jwt' });
  });

  it.each(['kb+jwt', 'statuslist+jwt', 'at+jwt'])('a token of type %s is no credential', async (typ) => {
    expect((await check(handMade({}, [], { typ }))).outcome).toBe('invalid');
  });

  it('may be written as JSON', async () => {
    const [token = '', ...rest] = (await aDegree()).split('~');
    const [head, payload, signature] = token.split('.');
    const header = { disclosures: rest.filter(Boolean) };
    const flat = { payload, protected: head, signature, header };
    const general = { payload, signatures: [{ protected: head, signature, header }] };
    for (const form of [flat, general]) expect((await check(JSON.stringify(form))).outcome).toBe('verified');
    const two = { payload, signatures: [general.signatures[0], general.signatures[0]] };
    expect((await check(JSON.stringify(two))).outcome).toBe('inconclusive');
  });
});

describe('whose key', () => {
  const { publicKey, privateKey } = stranger;

  it.each([
    ['nothing is served', { [METADATA]: undefined }, 'inconclusive', 'key_unresolvable'],
    [
      'the metadata speak for another',
      { [METADATA]: { issuer: 'https://evil.example', jwks: { keys: [] } } },
      'inconclusive',
      'key_unresolvable',
    ],
    [
      'another key is served',
      { [METADATA]: { issuer: ISSUER, jwks: { keys: [publicKey.export({ format: 'jwk' })] } } },
      'invalid',
      'signature_invalid',
    ],
    [
      'no key is served',
      { [METADATA]: { issuer: ISSUER, jwks: { keys: [] } } },
      'inconclusive',
      'key_not_found',
    ],
  ])('%s', async (_what, more, outcome, reason) => {
    expect(await check(await aDegree(), { documents: served(more) })).toMatchObject({
      outcome,
      reasons: [reason],
    });
  });

  it('may lie at the address that the metadata name', async () => {
    const jwks = { keys: [university.publicKey.export({ format: 'jwk' })] };
    const metadata = { issuer: ISSUER, jwks_uri: 'https://university.example/keys' };
    const documents = served({ [METADATA]: metadata, 'https://university.example/keys': jwks });
    expect((await check(await aDegree(), { documents })).outcome).toBe('verified');
  });

  it('the one it names by kid, and no other', async () => {
    expect((await check(await aDegree({}, { kid: 'k1' }))).outcome).toBe('verified');
    expect(await check(await aDegree({}, { kid: 'k2' }))).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['key_not_found'],
    });
  });

  it('an address in kid that is not the issuer’s does not count', async () => {
    const foreign = 'https://evil.example/key.json';
    const token = handMade({}, [], { typ: 'dc+sd-jwt', kid: foreign }, privateKey);
    const documents = served({ [foreign]: publicKey.export({ format: 'jwk' }) });
    expect(await check(token, { documents })).toMatchObject({
      outcome: 'mismatch',
      reasons: ['issuer_not_bound'],
    });
  });

  it('one that comes with the token proves nothing, and is refused beside the issuer’s', async () => {
    const jwk = publicKey.export({ format: 'jwk' });
    const token = handMade({}, [], { typ: 'dc+sd-jwt', jwk }, privateKey);
    expect(await check(token, { documents: served({ [METADATA]: undefined }) })).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['key_self_asserted'],
    });
    expect((await check(token)).outcome).toBe('mismatch');
  });

  it('none at all, and a public key as a secret, are forbidden', async () => {
    const [, payload = ''] = handMade({}).split('.');
    for (const alg of ['none', 'HS256']) {
      const head = Buffer.from(JSON.stringify({ alg, typ: 'dc+sd-jwt' })).toString('base64url');
      expect((await check(`${head}.${payload}.${alg === 'none' ? '' : 'AAAA'}~`)).reasons).toEqual([
        'algorithm_forbidden',
      ]);
    }
  });
});

describe('the holder’s signature', () => {
  const cnf = { jwk: holder.publicKey.export({ format: 'jwk' }) };
  const bound = (token: string, change: JsonObject = {}) =>
    degrees.present(token, { given_name: true } as never, {
      kb: { payload: { iat: NOW, aud: 'https://himpun.example', nonce: 'n', ...change } as never },
    });
  const kb = (token: string, payload: JsonObject, header: JsonObject, key = holder.privateKey) =>
    token + signJws({ iat: NOW, aud: 'x', nonce: 'n', sd_hash: digest(token), ...payload }, header, key);

  it('holds, and is told', async () => {
    const report = await check(await bound(await aDegree({ cnf })));
    expect([report.outcome, report.notes]).toEqual(['verified', ['key_binding_holds']]);
  });

  it('is missed where the issuer named a key, and not needed', async () => {
    const report = await check(await aDegree({ cnf }));
    expect([report.outcome, report.notes]).toEqual(['verified', ['key_binding_absent']]);
  });

  it('does not cover disclosures taken away', async () => {
    const parts = (await bound(await aDegree({ cnf }))).split('~');
    expect((await check([parts[0], parts.at(-1)].join('~'))).reasons).toEqual(['key_binding_invalid']);
  });

  it.each<[string, (token: string) => string]>([
    ['by a stranger', (token) => kb(token, {}, { typ: 'kb+jwt' }, stranger.privateKey)],
    ['of another type', (token) => kb(token, {}, { typ: 'jwt' })],
    ['without nonce', (token) => kb(token, { nonce: undefined }, { typ: 'kb+jwt' })],
    ['without its hash', (token) => kb(token, { sd_hash: undefined }, { typ: 'kb+jwt' })],
  ])('%s', async (_what, make) => {
    expect(await check(make(await aDegree({ cnf })))).toMatchObject({
      outcome: 'invalid',
      reasons: ['key_binding_invalid'],
    });
  });

  it('counts for nothing where the issuer named no key', async () => {
    expect((await check(kb(await aDegree(), {}, { typ: 'kb+jwt' }))).reasons).toEqual([
      'key_binding_invalid',
    ]);
  });
});

describe('the status list of a token', () => {
  const URI = 'https://university.example/status/1';
  const withStatus = (idx = 1) => aDegree({ status: { status_list: { idx, uri: URI } } });
  const at = async (list: unknown, idx = 1) =>
    check(await withStatus(idx), { documents: served({ [URI]: list }) });

  it.each([
    ['valid', 0, 'verified', []],
    ['invalid', 1, 'revoked', ['revoked']],
    ['suspended', 2, 'suspended', ['suspended']],
    ['of the issuer’s own meaning', 3, 'inconclusive', ['status_purpose_unknown']],
  ])('%s', async (_what, value, outcome, reasons) => {
    expect(await at(aStatusToken(URI, [0, value, 3]))).toMatchObject({ outcome, reasons });
  });

  it('is read as a library of others writes it', async () => {
    const list = new StatusList([0, 1, 0, 0, 1], 1);
    const payload = { iss: ISSUER, sub: URI, iat: NOW - 10 };
    const made = createHeaderAndPayload(list, payload, { alg: 'ES256', typ: 'statuslist+jwt' } as never);
    const token = signJws(
      made.payload as JsonObject,
      made.header as unknown as JsonObject,
      university.privateKey,
    );
    expect((await at(token, 4)).outcome).toBe('revoked');
    expect((await at(token, 3)).outcome).toBe('verified');
  });

  it.each([
    ['gone', undefined, 'status_unavailable'],
    [
      'of another address',
      aStatusToken('https://university.example/status/2', [0, 0]),
      'status_list_malformed',
    ],
    ['expired', aStatusToken(URI, [0, 0], { exp: NOW }), 'status_list_expired'],
    ['to come', aStatusToken(URI, [0, 0], { iat: NOW + 3600 }), 'status_list_not_yet_valid'],
    ['of another type', aStatusToken(URI, [0, 0], {}, { typ: 'jwt' }), 'status_list_wrong_type'],
    ['too short', aStatusToken(URI, [0]), 'status_index_out_of_range'],
    [
      'of three bits',
      aStatusToken(URI, [0], { status_list: { bits: 3, lst: 'eNo' } }),
      'status_list_malformed',
    ],
    [
      'that is no list',
      aStatusToken(URI, [0], { status_list: { bits: 1, lst: 'AAAA' } }),
      'status_list_malformed',
    ],
    ['of a stranger', aStatusToken(URI, [0, 0], { iss: 'https://evil.example' }), 'status_list_unverifiable'],
    ['that is JSON', { status_list: { bits: 1, lst: 'eNo' } }, 'status_list_malformed'],
  ])('%s', async (_what, list, reason) => {
    expect(await at(list, reason === 'status_index_out_of_range' ? 9 : 1)).toMatchObject({
      outcome: 'inconclusive',
      reasons: [reason],
    });
  });

  it('changed by a letter is not believed', async () => {
    const [head, , signature] = aStatusToken(URI, [0, 0]).split('.');
    const [, body] = aStatusToken(URI, [0, 0], { iat: NOW - 7 }).split('.');
    expect((await at(`${head}.${body}.${signature}`)).reasons).toEqual(['status_list_signature_invalid']);
  });

  it('that unpacks without end is given up', async () => {
    const { deflateSync } = await import('node:zlib');
    const lst = deflateSync(Buffer.alloc(64 << 20)).toString('base64url');
    const report = await at(aStatusToken(URI, [0], { status_list: { bits: 1, lst } }));
    expect(report.reasons).toEqual(['status_list_malformed']);
  });
});
