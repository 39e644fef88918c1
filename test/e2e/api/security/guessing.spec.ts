import { Limiters } from '../../../../apps/api/src/http/limits/limiters';
import { keyOf } from '../../../../apps/api/src/identity/sign-in-limits';
import { anAccount, newsOf, PASSWORD, signedInByPassword } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { stranger } from '../../../support/client';

const WRONG = 'sebelas kucing tidur siang';

describe.each([
  ['with Redis', {}],
  ['without Redis', { REDIS_URL: 'redis://127.0.0.1:1' }],
])('guessing passwords (row 38), %s', (_, env: Record<string, string>) => {
  let api: TestApp;
  // Counts that are not in Redis live as long as the process: each test has its own.
  beforeEach(async () => {
    api = await startApi(env);
  });
  afterEach(() => api.close());

  const guess = (email: string, password = WRONG) => stranger(api).post('/api/session', { email, password });

  it('of one account costs a growing wait after five failures, and the wait is never a lock', async () => {
    await anAccount(api, 'slow@example.org');
    for (let failure = 1; failure <= 5; failure += 1)
      expect((await guess('slow@example.org')).status).toBe(401);
    const early = await guess('slow@example.org', PASSWORD);
    expect(early).toMatchObject({ status: 429, body: { code: 'request.exhausted' } });
    expect(early.headers.get('retry-after')).toBe('1');
    await waited(early);
    const sixth = await guess('slow@example.org');
    expect(sixth.status).toBe(401);
    const later = await guess('slow@example.org', PASSWORD);
    expect([later.status, later.headers.get('retry-after')]).toEqual([429, '2']);
    await waited(later);
    await signedInByPassword(api, 'slow@example.org');
    expect((await guess('slow@example.org')).status).toBe(401);
  });

  it('waits just so for an address that has no account', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await guess('unknown@example.org');
    expect((await guess('unknown@example.org')).status).toBe(429);
  });

  it('in parallel gets no more tries than one after the other', async () => {
    await anAccount(api, 'parallel@example.org');
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess('parallel@example.org')));
    const tried = answers.filter(({ status }) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(5);
    // A slow machine may live through a wait or two meanwhile.
    expect(tried).toBeLessThanOrEqual(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - tried);
  });

  it('over many accounts from one network costs a wait after fifty', async () => {
    const statuses: number[] = [];
    for (let account = 1; account <= 52; account += 1) {
      statuses.push((await guess(`spray-${crypto.randomUUID()}@example.org`)).status);
    }
    expect(statuses.slice(0, 50)).toEqual(Array(50).fill(401));
    expect(statuses.slice(50)).toContain(429);
  });

  it('a thousand times, ten for each of a hundred accounts, gets hardly more than the network’s fifty tries', async () => {
    const emails = Array.from({ length: 100 }, () => `stuffed-${crypto.randomUUID()}@example.org`);
    const statuses: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(emails.map((email) => guess(email)));
      statuses.push(...answers.map(({ status }) => status));
    }
    const tried = statuses.filter((status) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(50);
    // Each wait that a slow machine lives through allows one more.
    expect(tried).toBeLessThanOrEqual(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - tried);
  });

  it('is told to the owner, once', async () => {
    const accountId = await anAccount(api, 'told@example.org');
    const failures = api.app.get(Limiters).named('sign-in-account-failures', Number.MAX_SAFE_INTEGER, 86_400);
    await failures.set(keyOf('told@example.org'), 9, 3_600);
    expect(await newsOf(api, accountId)).toEqual([]);
    expect((await guess('told@example.org')).status).toBe(401);
    await failures.set(keyOf('told@example.org'), 10, 3_600);
    await guess('told@example.org');
    expect(await newsOf(api, accountId)).toEqual(['identity.sign_ins_refused']);
  });

  it('of links is limited as well', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt <= 100; attempt += 1) {
      statuses.push(
        (await stranger(api).post('/api/accounts/confirmation', { token: `guess-${attempt}` })).status,
      );
    }
    expect(statuses.slice(0, 100)).toEqual(Array(100).fill(410));
    expect(statuses[100]).toBe(429);
  });
});

/** As long as the answer said. */
function waited(answer: { headers: Headers }): Promise<void> {
  const seconds = Number(answer.headers.get('retry-after'));
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000 + 50));
}
