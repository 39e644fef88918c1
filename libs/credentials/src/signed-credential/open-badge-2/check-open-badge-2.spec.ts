import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { bakePng, bakeSvg, type DocumentSource, type JsonObject, signJws } from '@himpun/signatures';
import { AT } from '@himpun/signatures/testing';
import { checkSignedCredential } from '../check-signed-credential';
import { subjectBinding } from '../subject-identity.policy';

const HOST = 'https://academy.example';
const ID = `${HOST}/assertions/1`;
const OB2 = 'https://w3id.org/openbadges/v2';
const academy = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = academy.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const ISSUER = {
  '@context': OB2,
  type: 'Issuer',
  id: `${HOST}/issuer`,
  name: 'Academy of Example',
  publicKey: `${HOST}/key`,
};
const BADGE = {
  '@context': OB2,
  type: 'BadgeClass',
  id: `${HOST}/badges/1`,
  name: 'Wound care',
  description: 'Cares for wounds',
  criteria: `${HOST}/criteria`,
  issuer: `${HOST}/issuer`,
};
const KEY = {
  '@context': OB2,
  type: 'CryptographicKey',
  id: `${HOST}/key`,
  owner: `${HOST}/issuer`,
  publicKeyPem: pem,
};
const RECIPIENT = {
  type: 'email',
  hashed: true,
  salt: 'deadsea',
  identity: `sha256$${createHash('sha256').update('siti@example.orgdeadsea').digest('hex')}`,
};
const hosted = (change: JsonObject = {}): JsonObject => ({
  '@context': OB2,
  type: 'Assertion',
  id: ID,
  recipient: RECIPIENT,
  badge: BADGE.id,
  issuedOn: '2026-01-01T00:00:00Z',
  verification: { type: 'hosted' },
  ...change,
});
const signed = (change: JsonObject = {}, key = academy.privateKey, header: JsonObject = {}) =>
  signJws(hosted({ verification: { type: 'signed', creator: KEY.id }, ...change }), header, key);
const serving = (...documents: JsonObject[]): DocumentSource => ({
  get: async (url) => documents.find(({ id }) => id === url),
});
const ALL = [ISSUER, BADGE, KEY];
const check = (input: unknown, documents = serving(...ALL, hosted())) =>
  checkSignedCredential(typeof input === 'string' || Buffer.isBuffer(input) ? input : JSON.stringify(input), {
    at: AT,
    documents,
  });

describe('a hosted assertion', () => {
  it('is verified by the copy at its address, and tells what badge class and issuer say', async () => {
    const report = await check(hosted());
    expect(report).toMatchObject({
      outcome: 'verified',
      reasons: [],
      format: 'open-badges-2.0',
      securing: 'hosted',
      issuer: { id: ISSUER.id, name: 'Academy of Example' },
      achievement: { name: 'Wound care' },
    });
    const known = (value: string) => [{ type: 'emailAddress', value }];
    expect(subjectBinding(report.subject, known('siti@example.org'))).toBe('match');
    expect(subjectBinding(report.subject, known('budi@example.org'))).toBe('mismatch');
  });

  it.each<[string, JsonObject, JsonObject[], string, string]>([
    ['that is not served', {}, ALL, 'inconclusive', 'hosted_copy_unavailable'],
    ['changed by a word', { narrative: 'The best' }, [...ALL, hosted()], 'mismatch', 'hosted_copy_differs'],
    [
      'of another recipient',
      { recipient: { ...RECIPIENT, salt: 'x' } },
      [...ALL, hosted()],
      'mismatch',
      'hosted_copy_differs',
    ],
    ['revoked at its address', {}, [...ALL, { id: ID, revoked: true }], 'revoked', 'revoked'],
    ['that says it is revoked', { revoked: true }, [...ALL, hosted({ revoked: true })], 'revoked', 'revoked'],
    ['whose badge class is gone', {}, [ISSUER, hosted()], 'inconclusive', 'badge_unavailable'],
    ['whose issuer is gone', {}, [BADGE, hosted()], 'inconclusive', 'issuer_unavailable'],
    ['that is over', { expires: '2026-11-20T00:00:00Z' }, ALL, 'expired', 'expired'],
    ['of tomorrow', { issuedOn: '2026-11-22T00:00:00Z' }, ALL, 'not_yet_valid', 'not_yet_valid'],
    ['without an address', { id: 'urn:uuid:1' }, ALL, 'mismatch', 'hosted_outside_scope'],
  ])('%s', async (_what, change, documents, outcome, reason) => {
    const report = await check(hosted(change), serving(...documents));
    expect([report.outcome, report.reasons[0]]).toEqual([outcome, reason]);
  });

  it.each<[string, JsonObject, string]>([
    ['nothing said', {}, 'verified'],
    ['a prefix that fits', { startsWith: `${HOST}/assertions/` }, 'verified'],
    ['prefixes of which one fits', { startsWith: [`${HOST}/x`, `${HOST}/assertions/`] }, 'verified'],
    ['a prefix that does not', { startsWith: `${HOST}/other/` }, 'mismatch'],
    ['a prefix that another host begins with', { startsWith: 'https://academy.ex' }, 'mismatch'],
    ['an origin that fits', { allowedOrigins: 'academy.example' }, 'verified'],
    ['origins of which one fits', { allowedOrigins: ['a.example', 'academy.example'] }, 'verified'],
    ['another origin', { allowedOrigins: ['a.example'] }, 'mismatch'],
    ['an origin, and a prefix that fits', { allowedOrigins: ['a.example'], startsWith: HOST }, 'verified'],
  ])('within the scope of its issuer: %s', async (_what, verification, outcome) => {
    const issuer = { ...ISSUER, verification: { type: 'hosted', ...verification } };
    const report = await check(hosted(), serving(issuer, BADGE, hosted()));
    expect(report.outcome).toBe(outcome);
  });

  it('on a host of somebody else is outside, however genuine the badge class', async () => {
    const own = hosted({ id: 'https://evil.example/1' });
    expect(await check(own, serving(...ALL, own))).toMatchObject({
      outcome: 'mismatch',
      reasons: ['hosted_outside_scope'],
    });
  });

  it('is not believed what it says of its issuer itself', async () => {
    const issuer = { ...ISSUER, verification: { allowedOrigins: ['evil.example'] } };
    const own = hosted({ id: 'https://evil.example/1', badge: { ...BADGE, issuer } });
    expect((await check(own, serving(...ALL, own))).outcome).toBe('mismatch');
    const renamed = hosted({ badge: { ...BADGE, name: 'Surgeon' } });
    expect((await check(renamed, serving(...ALL, hosted()))).reasons).toEqual(['hosted_copy_differs']);
  });

  it('is settled by the copy where several claim its address', async () => {
    const copies = [hosted({ narrative: 'a' }), hosted({ narrative: 'b' })];
    const documents = { ...serving(...ALL), copies: async () => copies };
    expect((await check(hosted({ narrative: 'b' }), documents)).outcome).toBe('verified');
    expect((await check(hosted(), documents)).reasons).toEqual(['hosted_copy_ambiguous']);
  });

  it.each<[string, JsonObject, string]>([
    ['type', { type: 'OtherAssertion' }, 'type_missing'],
    ['id', { id: undefined }, 'assertion_malformed'],
    ['recipient', { recipient: undefined }, 'recipient_missing'],
    [
      'recipient in clear that says it is hashed',
      { recipient: { ...RECIPIENT, identity: 'siti@example.org' } },
      'recipient_missing',
    ],
    [
      'a recipient that does not say whether it is hashed',
      { recipient: { type: 'email', identity: 'a@b.example' } },
      'recipient_missing',
    ],
    ['badge', { badge: undefined, recipient: RECIPIENT }, 'badge_missing'],
    ['verification', { verification: undefined }, 'verification_missing'],
    ['a way of verifying nobody knows', { verification: { type: 'blockchain' } }, 'verification_missing'],
    ['issuedOn', { issuedOn: undefined }, 'issuance_date_missing'],
    ['a day that is none', { expires: '2026-02-30T00:00:00Z' }, 'date_malformed'],
  ])('without %s is invalid', async (_what, change, reason) => {
    expect(await check(hosted(change))).toMatchObject({ outcome: 'invalid', reasons: [reason] });
  });
});

describe('a signed assertion', () => {
  it('is verified with the key its issuer lists', async () => {
    expect(await check(signed(), serving(...ALL))).toMatchObject({
      outcome: 'verified',
      reasons: [],
      securing: 'jwt',
      key: { id: KEY.id },
      issuer: { id: ISSUER.id },
    });
  });

  it.each<[string, string, JsonObject[], string, string]>([
    ['by a stranger', signed({}, stranger.privateKey), ALL, 'invalid', 'signature_invalid'],
    [
      'with a key the issuer does not list',
      signed(),
      [{ ...ISSUER, publicKey: `${HOST}/key2` }, BADGE, KEY],
      'mismatch',
      'issuer_not_bound',
    ],
    [
      'with a key that says it is another’s',
      signed(),
      [ISSUER, BADGE, { ...KEY, owner: `${HOST}/other` }],
      'mismatch',
      'issuer_not_bound',
    ],
    ['with a key that is gone', signed(), [ISSUER, BADGE], 'inconclusive', 'key_unresolvable'],
    ['that is over', signed({ expires: '2026-11-20T00:00:00Z' }), ALL, 'expired', 'expired'],
    ['whose badge class is gone', signed(), [ISSUER, KEY], 'inconclusive', 'badge_unavailable'],
  ])('%s', async (_what, token, documents, outcome, reason) => {
    expect(await check(token, serving(...documents))).toMatchObject({ outcome, reasons: [reason] });
  });

  it('may carry its badge class', async () => {
    expect((await check(signed({ badge: BADGE }), serving(ISSUER, KEY))).outcome).toBe('verified');
  });

  it('without its signature is unsigned', async () => {
    const bare = hosted({ verification: { type: 'signed', creator: KEY.id } });
    expect(await check(bare)).toMatchObject({ outcome: 'inconclusive', reasons: ['unsigned'] });
  });

  it.each(['none', 'HS256'])('of algorithm %s is forbidden', async (alg) => {
    const [, body] = signed().split('.');
    const head = Buffer.from(JSON.stringify({ alg })).toString('base64url');
    const mac = createHmac('sha256', pem).update(`${head}.${body}`).digest('base64url');
    expect((await check(`${head}.${body}.${alg === 'none' ? '' : mac}`)).reasons).toEqual([
      'algorithm_forbidden',
    ]);
  });

  const LIST = `${HOST}/revoked`;
  const listing = (change: JsonObject) => ({
    id: LIST,
    type: 'RevocationList',
    issuer: ISSUER.id,
    revokedAssertions: [],
    ...change,
  });
  it.each<[string, JsonObject | undefined, string, string[]]>([
    ['that does not name it', listing({}), 'verified', []],
    ['that names it', listing({ revokedAssertions: [ID] }), 'revoked', ['revoked']],
    [
      'that names it with a reason',
      listing({ revokedAssertions: [{ id: ID, revocationReason: 'error' }] }),
      'revoked',
      ['revoked'],
    ],
    ['that is gone', undefined, 'inconclusive', ['status_unavailable']],
    [
      'of another issuer',
      listing({ issuer: 'https://evil.example' }),
      'inconclusive',
      ['status_list_malformed'],
    ],
    ['that is none', listing({ revokedAssertions: 'none' }), 'inconclusive', ['status_list_malformed']],
  ])('with a revocation list %s', async (_what, list, outcome, reasons) => {
    const issuer = { ...ISSUER, revocationList: LIST };
    const documents = serving(issuer, BADGE, KEY, ...(list ? [list] : []));
    expect(await check(signed(), documents)).toMatchObject({ outcome, reasons });
  });
});

describe('a badge image', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">${inside}</svg>`;

  it.each<[string, Buffer | string]>([
    ['PNG', bakePng(PNG, JSON.stringify(hosted()))],
    ['PNG that holds its address alone', bakePng(PNG, ID)],
    ['SVG', bakeSvg(svg('<g/>'), JSON.stringify(hosted()))],
    [
      'SVG with its address and content',
      svg(
        `<openbadges:assertion verify="${ID}"><![CDATA[${JSON.stringify(hosted())}]]></openbadges:assertion>`,
      ),
    ],
    ['SVG with a signature', svg(`<openbadges:assertion verify="${signed()}"></openbadges:assertion>`)],
  ])('%s is verified', async (_what, file) => {
    expect(await check(file)).toMatchObject({ outcome: 'verified', format: 'open-badges-2.0' });
  });

  it('with an address of nothing that is served is a link', async () => {
    expect((await check(bakePng(PNG, ID), serving(...ALL))).reasons).toEqual(['link_only']);
  });
});
