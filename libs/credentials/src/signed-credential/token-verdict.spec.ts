import { createHmac } from 'node:crypto';
import { JsonObject, multikeyOf } from '@himpun/signatures';
import {
  aCredential,
  aDidDocument,
  anIssuer,
  AT,
  aToken,
  Issuer,
  serving,
  V1,
} from '@himpun/signatures/testing';
import { checkSignedCredential } from './check-signed-credential';

const academy = anIssuer();
const stranger = anIssuer();
const site = anIssuer('did:web:academy.example', 'P-256');
const rsa = anIssuer(undefined, 'RSA');
const hosted = anIssuer('https://badges.example/issuers/1', 'P-256');
const NBF = Date.parse('2026-01-01T00:00:00Z') / 1000;

const check = (token: string, documents = serving(), at = AT) =>
  checkSignedCredential(token, { at, documents });
const payload = (issuer: Issuer, change: JsonObject = {}): JsonObject => ({
  ...aCredential(issuer),
  iss: issuer.did,
  sub: 'did:example:siti',
  jti: 'urn:uuid:3b0e4a0c-8f4e-4f0c-9f0a-2f6f7c1d0a11',
  nbf: NBF,
  ...change,
});
const jwkOf = (issuer: Issuer): JsonObject => ({ ...issuer.publicKey.export({ format: 'jwk' }) });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('algorithms', () => {
  it.each(['none', 'None', 'HS256', 'HS512'])('%s is forbidden', async (alg) => {
    const input = `${encode({ alg, kid: academy.method })}.${encode(payload(academy))}`;
    // The classic confusion: the public key, which everybody has, used as a shared secret.
    const secret = createHmac('sha256', multikeyOf(academy.publicKey)).update(input).digest('base64url');
    for (const signature of ['', secret]) {
      expect(await check(`${input}.${signature}`)).toMatchObject({
        outcome: 'invalid',
        reasons: ['algorithm_forbidden'],
      });
    }
  });

  it.each([
    ['one we do not have', { alg: 'ES256K-R' }, 'inconclusive', 'unsupported_suite'],
    ['one for other keys', { alg: 'ES256' }, 'invalid', 'key_type_mismatch'],
    ['an extension we would have to know', { crit: ['exp'] }, 'invalid', 'critical_header'],
  ])('%s', async (_what, header, outcome, reason) => {
    expect(await check(aToken(academy, payload(academy), header))).toMatchObject({
      outcome,
      reasons: [reason],
    });
  });
});

describe('whose key', () => {
  it.each([
    ['the DID itself', { kid: academy.method }],
    ['the DID without fragment', { kid: academy.did }],
    ['its short name', { kid: multikeyOf(academy.publicKey) }],
    ['not at all', { kid: undefined }],
  ])('did:key named by %s', async (_how, header) => {
    expect((await check(aToken(academy, payload(academy), header))).outcome).toBe('verified');
  });

  it.each([
    ['in full', { kid: site.method }],
    ['in short', { kid: 'key-1' }],
    ['with a hash', { kid: '#key-1' }],
    ['not at all', { kid: undefined }],
  ])('did:web, key named %s', async (_how, header) => {
    const token = aToken(site, payload(site), header);
    expect((await check(token, serving(aDidDocument(site)))).outcome).toBe('verified');
    expect(await check(token)).toMatchObject({ outcome: 'inconclusive', reasons: ['key_unresolvable'] });
    const other = aDidDocument({ ...anIssuer(undefined, 'P-256'), did: site.did, method: site.method });
    expect((await check(token, serving(other))).reasons).toEqual(['signature_invalid']);
  });

  it("another's key is a mismatch", async () => {
    expect(await check(aToken(stranger, payload(academy)))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['issuer_not_bound'],
    });
  });

  it('a key in the header proves nothing, and a broken signature by it everything', async () => {
    const token = aToken(hosted, payload(hosted), { kid: undefined, jwk: jwkOf(hosted) });
    expect(await check(token)).toMatchObject({ outcome: 'inconclusive', reasons: ['key_self_asserted'] });
    const other = aToken(hosted, payload(hosted), { kid: undefined, jwk: jwkOf(site) });
    expect((await check(other)).reasons).toEqual(['signature_invalid']);
    const listed = aDidDocument(anIssuer(hosted.did, 'P-256'));
    expect((await check(token, serving(listed))).reasons).toEqual(['issuer_not_bound']);
    expect((await check(token, serving(aDidDocument(hosted)))).outcome).toBe('verified');
  });

  it.each([
    ['below the issuer', 'https://badges.example/issuers/1/keys/a', 'verified'],
    ['elsewhere on the same host', 'https://badges.example/keys/a', 'inconclusive'],
    ['on another host', 'https://evil.example/keys/a', 'mismatch'],
    ['at a neighbour with a longer name', 'https://badges.example/issuers/11/keys/a', 'inconclusive'],
  ])('a bare key served %s', async (_where, kid, outcome) => {
    const token = aToken(hosted, payload(hosted), { kid });
    expect((await check(token, serving({ id: kid, ...jwkOf(hosted) }))).outcome).toBe(outcome);
    expect((await check(token, serving({ id: kid, keys: [jwkOf(hosted)] }))).outcome).toBe(outcome);
    expect((await check(token)).reasons).toEqual(['key_unresolvable']);
  });

  it('RS256', async () => {
    expect((await check(aToken(rsa, payload(rsa)), serving(aDidDocument(rsa)))).outcome).toBe('verified');
  });
});

describe('claims and credential', () => {
  it.each([
    ['another issuer', { iss: stranger.did }, 'mismatch', 'jwt_issuer_mismatch'],
    ['another subject', { sub: 'did:example:ben' }, 'mismatch', 'jwt_subject_mismatch'],
    ['another id', { jti: 'urn:uuid:2' }, 'mismatch', 'jwt_id_mismatch'],
    ['another first day', { nbf: NBF - 86_400 }, 'mismatch', 'jwt_dates_mismatch'],
    ['another last day', { exp: NBF, validUntil: '2027-01-01T00:00:00Z' }, 'mismatch', 'jwt_dates_mismatch'],
    ['a date in letters', { nbf: String(NBF) }, 'invalid', 'claim_malformed'],
    ['an end that is past', { exp: NBF + 60 }, 'expired', 'expired'],
    ['a beginning that is to come', { nbf: NBF * 2, validFrom: undefined }, 'not_yet_valid', 'not_yet_valid'],
  ])('%s', async (_what, change, outcome, reason) => {
    const report = await check(aToken(academy, payload(academy, change)));
    expect(report).toMatchObject({ outcome, reasons: expect.arrayContaining([reason]) });
  });

  it('of a `vc` claim are put together, and contradict each other alike', async () => {
    const vc = {
      '@context': [V1],
      type: ['VerifiableCredential'],
      credentialSubject: { name: 'Siti Aminah' },
    };
    const claims = {
      iss: academy.did,
      sub: 'did:example:siti',
      jti: 'urn:uuid:1',
      nbf: NBF,
      exp: NBF + 400 * 86_400,
    };
    expect(await check(aToken(academy, { ...claims, vc }))).toMatchObject({
      outcome: 'verified',
      issuer: { id: academy.did },
      subject: { id: 'did:example:siti', name: 'Siti Aminah' },
      validFrom: '2026-01-01T00:00:00.000Z',
    });
    const foreign = aToken(academy, { ...claims, vc: { ...vc, issuer: stranger.did } });
    expect((await check(foreign)).outcome).toBe('mismatch');
  });

  it('date the signature, not the credential, in a vc+jwt', async () => {
    const token = aToken(academy, payload(academy, { nbf: NBF + 60, exp: NBF + 400 * 86_400 }), {
      typ: 'vc+jwt',
    });
    expect((await check(token)).outcome).toBe('verified');
  });
});

describe('a token', () => {
  const token = aToken(academy, payload(academy));
  const [header = '', body = '', signature = ''] = token.split('.');

  it('never verifies with any letter changed', async () => {
    for (let at = 0; at < token.length; at += 1) {
      if (token[at] === '.') continue;
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      const report = await check(changed);
      expect([at, report.outcome]).toEqual([at, expect.not.stringMatching(/^verified$/)]);
    }
  });

  it.each([
    [
      'in an envelope',
      JSON.stringify({ type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` }),
      'verified',
    ],
    ['as a JSON text', JSON.stringify(token), 'verified'],
    ['with line ends around', `\n${token}\n`, 'verified'],
    [
      'in a presentation',
      JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: [token] }),
      'verified',
    ],
    ['with a line end inside', `${header}.${body}\n.${signature}`, 'invalid'],
    ['without signature', `${header}.${body}.`, 'invalid'],
    ['with padding', `${header}.${body}.${signature}==`, 'invalid'],
  ])('%s', async (_how, text, outcome) => expect((await check(text)).outcome).toBe(outcome));

  it.each([
    ['an encrypted token', `${token}.${header}.${header}`, 'unknown'],
    ['a presentation', aToken(academy, { vp: { type: 'VerifiablePresentation' } }), 'presentation'],
    ['an access token', aToken(academy, { sub: 'siti', scope: 'openid' }), 'unknown'],
    [
      'a badge class of Open Badges 2.0',
      aToken(academy, { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass' }),
      'open-badges-2.0',
    ],
  ])('that is %s is of an unsupported format', async (_what, text, format) => {
    expect(await check(text)).toMatchObject({
      outcome: 'inconclusive',
      reasons: ['unsupported_format'],
      format,
    });
  });
});
