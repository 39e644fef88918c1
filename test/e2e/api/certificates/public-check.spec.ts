import { Certificates, StatusLists } from '@himpun/certificates';
import { newPublicCode, systemActor } from '@himpun/kernel';
import type { JsonObject } from '@himpun/signatures';
import { startApi, type TestApp } from '../../../support/app';
import { aCertificate, aSignedCertificate } from '../../../support/certificates';
import { signedIn, stranger } from '../../../support/client';
import { aGroup } from '../../../support/groups';

const DAY = 86_400_000;

interface Check {
  state: string;
  code: string;
  checkedAt: string;
  reasons: { code: string }[];
  statement: Record<string, unknown> | null;
}

describe('GET /api/public/checks/:code', () => {
  let api: TestApp;
  let groupId: string;
  let personId: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    personId = String((await signedIn(api, { email: 'siti@example.org' })).personId);
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  const check = (code: string): Promise<{ status: number; body: Check; headers: Headers }> =>
    stranger(api).get<Check>(`/api/public/checks/${encodeURIComponent(code)}`);
  const revoke = (id: string): Promise<void> =>
    api.app
      .get(Certificates, { strict: false })
      .revoke(systemActor('test'), id, 'The person copied the test');

  it('tells a stranger what the certificate says and that it holds', async () => {
    const { code } = await aSignedCertificate(api, { personId, groupId });
    const { status, body, headers } = await check(code);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({
      state: 'valid',
      code,
      checkedAt: api.clock.now().toISOString(),
      reasons: [],
      statement: {
        kind: 'attendance',
        personName: 'Siti Nurhaliza Putri',
        title: { id: 'Lokakarya perawatan luka', en: 'Wound care workshop' },
        scope: { en: 'Physiotherapy Association' },
        validUntil: null,
        details: [{ label: { en: 'Credit hours' }, value: { en: '6.5' } }, expect.anything()],
      },
    });
  });

  it('shows nothing but the public fields', async () => {
    const { code } = await aSignedCertificate(api, { personId, groupId });
    const text = JSON.stringify((await check(code)).body);
    expect(text).not.toContain(personId);
    expect(text).not.toContain('siti@example.org');
  });

  it.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['no dashes', (code: string) => code.replaceAll('-', '')],
    ['blanks', (code: string) => ` ${code.replaceAll('-', ' ')} `],
  ])('takes a code typed with %s', async (_, typed) => {
    const { code } = await aSignedCertificate(api, { personId, groupId });
    expect((await check(typed(code))).body).toMatchObject({ state: 'valid', code });
  });

  it('says expired from the first instant after the last day', async () => {
    const validUntil = new Date(api.clock.now().getTime() + DAY);
    const { code } = await aSignedCertificate(api, { personId, groupId, validUntil });
    expect((await check(code)).body.state).toBe('valid');
    api.clock.set(validUntil);
    expect((await check(code)).body).toMatchObject({
      state: 'expired',
      statement: { personName: 'Siti Nurhaliza Putri' },
    });
  });

  it('says revoked at once, with the date and without the reason, and never 404', async () => {
    const { code, id } = await aSignedCertificate(api, { personId, groupId });
    expect((await check(code)).body.state).toBe('valid');
    await revoke(id);
    const { status, body } = await check(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'revoked', statement: { revokedAt: api.clock.now().toISOString() } });
    expect(JSON.stringify(body)).not.toContain('copied the test');
  });

  it('holds back what was tampered with in the database', async () => {
    const { code, id } = await aSignedCertificate(api, { personId, groupId });
    await api.db.query(`UPDATE certificates SET recipient_name = 'Somebody Else' WHERE id = $1`, [id]);
    expect((await check(code)).body).toMatchObject({
      state: 'suspended',
      reasons: [{ code: 'record_differs' }],
    });
  });

  it('says that a certificate without signature is still being issued, and nothing of what it will say', async () => {
    const { code } = await aCertificate(api, { personId, groupId });
    expect((await check(code)).body).toMatchObject({
      state: 'not_found',
      reasons: [{ code: 'being_issued' }],
      statement: null,
    });
  });

  it.each(['AB23-CD34-EF56-GH78', 'no code', '%27%20OR%201=1', '💥'.repeat(30)])(
    'answers not_found to %s',
    async (typed) => {
      const { status, body } = await check(typed);
      expect([status, body.state, body.statement]).toEqual([200, 'not_found', null]);
    },
  );

  it('finds nothing in ten thousand guesses, and stops the one who guesses', async () => {
    await aSignedCertificate(api, { personId, groupId });
    const states = new Map<string, number>();
    let retryAfter: string | null = null;
    for (let round = 0; round < 100; round += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => check(newPublicCode())));
      for (const { status, body, headers } of answers) {
        const said = status === 429 ? '429' : body.state;
        states.set(said, (states.get(said) ?? 0) + 1);
        if (status === 429) retryAfter = headers.get('retry-after');
      }
    }
    expect([...states.keys()].sort()).toEqual(['429', 'not_found']);
    expect(states.get('not_found')).toBeLessThan(300);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  });

  it('lets a hall full of people scan certificates that exist', async () => {
    const { code } = await aSignedCertificate(api, { personId, groupId });
    const answers = await Promise.all(Array.from({ length: 200 }, () => check(code)));
    expect(answers.filter(({ body }) => body.state !== 'valid')).toEqual([]);
  });

  it('serves the signed credential alone to any verifier', async () => {
    const { code, credential } = await aSignedCertificate(api, { personId, groupId });
    const { body, headers } = await stranger(api).download(`/api/public/checks/${code}/credential.json`);
    expect(headers.get('content-type')).toMatch('application/vc');
    expect(JSON.parse(body.toString())).toEqual(credential);
    expect((await stranger(api).get(`/api/public/checks/${newPublicCode()}/credential.json`)).status).toBe(
      404,
    );
  });

  describe('what other people’s verifiers fetch', () => {
    it('is the issuer’s document, readable from any site', async () => {
      const { status, body, headers } = await stranger(api).get('/.well-known/did.json');
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(body).toMatchObject({
        id: 'did:web:himpun.test',
        verificationMethod: [{ type: 'Multikey', controller: 'did:web:himpun.test' }],
      });
      expect(JSON.stringify(body)).not.toMatch(/private|secret|"d":/i);
    });

    it('is the status list, cached for a minute at most and signed anew after a revocation', async () => {
      const { id, credential } = await aSignedCertificate(api, { personId, groupId });
      const address = String((credential?.credentialStatus as JsonObject).statusListCredential);
      const path = address.replace('https://himpun.test', '');
      const list = async (): Promise<JsonObject> =>
        JSON.parse((await stranger(api).download(path)).body.toString()) as JsonObject;
      const before = await stranger(api).download(path);
      expect(before.headers.get('cache-control')).toBe('public, max-age=60');
      expect(before.headers.get('content-type')).toMatch('application/vc');
      const first = JSON.parse(before.body.toString()) as JsonObject;
      expect(await list()).toEqual(first);
      await revoke(id);
      expect((await list()).credentialSubject).not.toEqual(first.credentialSubject);
    });

    it('is a list that never expires on its readers', async () => {
      const { credential } = await aSignedCertificate(api, { personId, groupId });
      const address = String((credential?.credentialStatus as JsonObject).statusListCredential);
      const lists = api.app.get(StatusLists, { strict: false });
      const listId = address.split('/').at(-1) ?? '';
      await lists.signed(listId);
      api.clock.advance(30 * DAY);
      const later = await lists.signed(listId);
      expect(Date.parse(String(later.validUntil))).toBeGreaterThan(api.clock.now().getTime() + DAY);
    });

    it('answers 404 to lists that do not exist', async () => {
      expect(
        (await stranger(api).get('/api/public/status-lists/019aa000-0000-7000-8000-000000000000')).status,
      ).toBe(404);
      expect((await stranger(api).get('/api/public/status-lists/nonsense')).status).toBe(400);
    });
  });
});
