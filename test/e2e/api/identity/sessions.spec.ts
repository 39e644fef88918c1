import { signedInByPassword, accountWithPerson, anAccount, PASSWORD } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, stranger, TestClient } from '../../../support/client';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a session (row 41)', () => {
  let api: TestApp;
  let groupId: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = crypto.randomUUID();
    await api.db.query(
      `INSERT INTO groups (id, created_at, path, kind, slug, name_id, name_en, short_name)
       VALUES ($1, $2, ARRAY[$1::uuid], 'professional', 'pi', 'Perhimpunan', 'Association', 'PI')`,
      [groupId, api.clock.now()],
    );
  });
  afterAll(() => api.close());

  const holds = async (browser: TestClient) => (await browser.get('/api/session')).status === 200;

  it('does not take over the cookie that a browser brought along', async () => {
    await anAccount(api, 'fixed@example.org');
    const planted = `__Host-himpun=${'A'.repeat(43)}`;
    const browser = new TestClient(api, planted);
    await browser.post('/api/session', { email: 'fixed@example.org', password: PASSWORD });
    expect(browser.cookie).toMatch(/^__Host-himpun=[\w-]{43}$/);
    expect(browser.cookie).not.toBe(planted);
    expect(await holds(new TestClient(api, planted))).toBe(false);
  });

  it('ends when its browser signs in again', async () => {
    await anAccount(api, 'again@example.org');
    const browser = await signedInByPassword(api, 'again@example.org');
    const old = new TestClient(api, browser.cookie);
    await browser.post('/api/session', { email: 'again@example.org', password: PASSWORD });
    expect(await holds(old)).toBe(false);
    expect(await holds(browser)).toBe(true);
  });

  it.each([
    ['a member', [], 8 * HOUR],
    ['an officer', ['members.read'], 30 * MINUTE],
  ])('of %s rests so long and no longer', async (_, powers, idle) => {
    const browser = await signedIn(api);
    await grantPowers(api, browser.personId ?? '', groupId, powers);
    api.clock.advance(idle - 1_000);
    expect(await holds(browser)).toBe(true);
    api.clock.advance(idle - 1_000);
    expect(await holds(browser)).toBe(true);
    api.clock.advance(idle);
    expect(await holds(browser)).toBe(false);
  });

  it('is not prolonged by a page that looks again by itself with nobody before it', async () => {
    const browser = await signedIn(api);
    const poll = () => browser.get('/api/session', { 'Himpun-Attended': '0' });
    for (let hour = 0; hour < 7; hour += 1) {
      api.clock.advance(HOUR);
      expect((await poll()).status).toBe(200);
    }
    expect((await poll()).headers.get('himpun-session-left')).toMatch(/^idle=3600,/);
    api.clock.advance(HOUR);
    expect(await holds(browser)).toBe(false);
  });

  it.each([
    ['a member', [], 30 * DAY, 7 * HOUR],
    ['an officer', ['members.read'], 12 * HOUR, 29 * MINUTE],
  ])('of %s ends however busy it is', async (_, powers, absolute, step) => {
    const browser = await signedIn(api);
    await grantPowers(api, browser.personId ?? '', groupId, powers);
    const start = api.clock.now().getTime();
    while (api.clock.now().getTime() + step < start + absolute) {
      api.clock.advance(step);
      expect(await holds(browser)).toBe(true);
    }
    api.clock.set(new Date(start + absolute));
    expect(await holds(browser)).toBe(false);
  });

  it.each([
    ['a member', [], 8 * HOUR, 30 * DAY],
    ['an officer', ['members.read'], 30 * MINUTE, 12 * HOUR],
  ])('of %s tells with every answer how long it still lasts', async (_, powers, idle, absolute) => {
    const browser = await signedIn(api);
    await grantPowers(api, browser.personId ?? '', groupId, powers);
    const left = async () => (await browser.get('/api/session')).headers.get('himpun-session-left');
    expect(await left()).toBe(`idle=${idle / 1_000}, absolute=${absolute / 1_000}`);
    api.clock.advance(30_000);
    expect(await left()).toBe(`idle=${idle / 1_000 - 30}, absolute=${absolute / 1_000 - 30}`);
    api.clock.advance(10 * MINUTE);
    expect(await left()).toBe(`idle=${idle / 1_000}, absolute=${absolute / 1_000 - 630}`);
    expect((await stranger(api).get('/api/branding')).headers.has('himpun-session-left')).toBe(false);
  });

  it('gets a new token when powers rise, and the old one stops after a moment', async () => {
    const browser = await signedIn(api);
    const before = browser.cookie;
    api.clock.advance(1_000);
    await grantPowers(api, browser.personId ?? '', groupId, ['members.read']);
    const answer = await browser.get('/api/session');
    expect(answer.body).toMatchObject({
      powers: [{ power: 'members.read', name: 'See member records', groupName: 'Association' }],
    });
    expect(browser.cookie).not.toBe(before);
    const old = new TestClient(api, before);
    expect(await holds(old)).toBe(true);
    expect(old.cookie).toBe(before);
    api.clock.advance(31_000);
    expect(await holds(old)).toBe(false);
    expect(await holds(browser)).toBe(true);
    expect((await browser.get('/api/session')).headers.get('set-cookie')).toBeNull();
  });

  it('gives the new token to one of many requests at the same moment, and answers all', async () => {
    const { cookie, personId } = await signedIn(api);
    api.clock.advance(1_000);
    await grantPowers(api, personId ?? '', groupId, ['members.read']);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => new TestClient(api, cookie).get('/api/session')),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(answers.filter((answer) => answer.headers.has('set-cookie'))).toHaveLength(1);
  });

  it('gains a power when a dated grant begins, and loses it at the second it ends', async () => {
    const browser = await signedIn(api);
    const until = new Date(api.clock.now().getTime() + HOUR / 4);
    await grantPowers(api, browser.personId ?? '', groupId, ['members.read'], until);
    const powers = async () => (await browser.get<{ powers: unknown[] }>('/api/session')).body.powers;
    api.clock.set(new Date(until.getTime() - 1_000));
    expect(await powers()).toHaveLength(1);
    api.clock.set(until);
    expect(await powers()).toEqual([]);
  });

  it('survives a change of password in the browser that made it, and in no other', async () => {
    await anAccount(api, 'change@example.org');
    const [here, there] = [
      await signedInByPassword(api, 'change@example.org'),
      await signedInByPassword(api, 'change@example.org'),
    ];
    const body = { currentPassword: PASSWORD, password: 'lima belas ekor kuda nil' };
    expect(
      await here.put('/api/account/password', { ...body, currentPassword: 'not this one at all' }),
    ).toMatchObject({
      status: 400,
      body: { reasons: [{ field: 'currentPassword' }] },
    });
    expect((await here.put('/api/account/password', body)).status).toBe(204);
    expect([await holds(here), await holds(there)]).toEqual([true, false]);
  });

  it('ends when its account is disabled', async () => {
    const { accountId } = await accountWithPerson(api, 'gone@example.org');
    const browser = await signedInByPassword(api, 'gone@example.org');
    await api.db.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [accountId]);
    expect(await holds(browser)).toBe(false);
    expect(
      (await stranger(api).post('/api/session', { email: 'gone@example.org', password: PASSWORD })).status,
    ).toBe(401);
  });

  it('remembers the language of mail', async () => {
    const browser = await signedIn(api);
    expect((await browser.patch('/api/account', { locale: 'en' })).status).toBe(204);
    expect((await browser.get('/api/session')).body).toMatchObject({ account: { locale: 'en' } });
  });
});
