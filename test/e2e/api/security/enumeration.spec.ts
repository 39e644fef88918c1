import { anAccount, newsOf, PASSWORD } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { stranger, type Answer } from '../../../support/client';

const SAMPLES = 25;

describe('finding out who has an account (row 39)', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
    for (let number = 0; number < SAMPLES; number += 1) await anAccount(api, known(number));
  });
  afterAll(() => api.close());

  const known = (number: number) => `known-${number}@example.org`;
  const unknown = (number: number) => `other-${number}@example.org`;
  const ways: [string, string, (email: string) => unknown][] = [
    ['signing in', '/api/session', (email) => ({ email, password: 'sebelas kucing tidur siang' })],
    [
      'signing up',
      '/api/accounts',
      (email) => ({ fullName: 'Ana', email, password: PASSWORD, locale: 'id', acceptTerms: true }),
    ],
    ['asking for a reset', '/api/accounts/password-resets', (email) => ({ email })],
    ['asking for a confirmation', '/api/accounts/confirmation-requests', (email) => ({ email })],
  ];

  it.each(ways)('is not possible by %s: same answer, same time', async (_, path, bodyOf) => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const shapes = new Set<string>();
    for (let number = 0; number < SAMPLES; number += 1) {
      await api.flushRedis();
      for (const [kind, email] of [
        ['known', known(number)],
        ['unknown', unknown(number)],
      ] as const) {
        const start = performance.now();
        const answer = await stranger(api).post(path, bodyOf(email));
        times[kind].push(performance.now() - start);
        shapes.add(shapeOf(answer));
      }
    }
    expect([...shapes]).toHaveLength(1);
    // Generous, since tests share the machine: without the same work on both ways one is many times the other.
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.33);
  });

  it('tells the owner and nobody else when somebody signs up with their address', async () => {
    const accountId = await anAccount(api, 'owner@example.org', 'The Owner');
    await api.flushRedis();
    const answer = await stranger(api).post('/api/accounts', {
      fullName: 'Somebody Else',
      email: 'Owner@example.org',
      password: PASSWORD,
      locale: 'en',
      acceptTerms: true,
    });
    expect(answer.status).toBe(202);
    expect(await newsOf(api, accountId)).toEqual(['identity.registration_repeated']);
    const [row] = await api.db.query(
      'SELECT p.full_name FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.id = $1',
      [accountId],
    );
    expect(row).toEqual({ full_name: 'The Owner' });
  });

  it('is not possible by racing two sign-ups with one address: both get the same answer, one account is made', async () => {
    await api.flushRedis();
    const body = {
      fullName: 'Ana',
      email: 'race@example.org',
      password: PASSWORD,
      locale: 'id',
      acceptTerms: true,
    };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => stranger(api).post('/api/accounts', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    const [{ count }] = await api.db.query(
      `SELECT count(*)::int FROM accounts WHERE email = 'race@example.org'`,
    );
    expect(count).toBe(1);
    const [{ strays }] = await api.db.query(
      `SELECT count(*)::int AS strays FROM people p WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = p.id)`,
    );
    expect(strays).toBe(0);
  });

  it('sends at most four mails an hour to one address, and says nothing about it', async () => {
    const accountId = await anAccount(api, 'many@example.org');
    await api.flushRedis();
    for (let time = 0; time < 6; time += 1) {
      const { status } = await stranger(api).post('/api/accounts/password-resets', {
        email: 'many@example.org',
      });
      expect(status).toBe(202);
    }
    expect(await newsOf(api, accountId)).toEqual(Array(4).fill('identity.reset_requested'));
  });

  it('makes mails whose links do not follow the Host header (row 46)', async () => {
    const accountId = await anAccount(api, 'host@example.org');
    await stranger(api).post(
      '/api/accounts/password-resets',
      { email: 'host@example.org' },
      { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
    );
    const rows = await api.db.query(`SELECT payload FROM outbox_messages WHERE payload->>'accountId' = $1`, [
      accountId,
    ]);
    expect(rows).toEqual([{ payload: { accountId } }]);
  });
});

function shapeOf({ status, headers, body }: Answer): string {
  const said = typeof body === 'object' ? { ...body, reference: 'x' } : body;
  const names = [...headers.keys()].filter((name) => name !== 'date').sort();
  return JSON.stringify({ status, said, names, length: headers.get('content-length') });
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
