import { startApi, type TestApp } from '../../../support/app';
import { signedIn, stranger, TestClient } from '../../../support/client';

const PASSWORD = 'tujuh gajah menyeberang sungai';
const ana = {
  fullName: "Ana O'Lestari",
  email: 'Ana@Example.org',
  password: PASSWORD,
  locale: 'id',
  acceptTerms: true,
};

describe('an account', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const confirm = (email: string) =>
    api.db.query('UPDATE accounts SET email_confirmed_at = now() WHERE email = $1', [email]);

  it('is opened by a stranger, with its person, audit entry and a message about the confirmation', async () => {
    expect((await stranger(api).post('/api/accounts', ana)).status).toBe(202);
    const [row] = await api.db.query(
      `SELECT a.email, a.language, a.password_hash, a.email_confirmed_at, p.full_name,
              (SELECT count(*)::int FROM audit_entries WHERE subject_id = a.id AND action = 'account.opened') AS audited,
              (SELECT count(*)::int FROM outbox_messages WHERE payload->>'accountId' = a.id::text) AS announced
       FROM accounts a JOIN people p ON p.id = a.person_id`,
    );
    expect(row).toMatchObject({
      email: 'ana@example.org',
      full_name: "Ana O'Lestari",
      audited: 1,
      announced: 1,
    });
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.email_confirmed_at).toBeNull();
  });

  it('cannot be used before its address is confirmed', async () => {
    const answer = await stranger(api).post('/api/session', { email: ana.email, password: PASSWORD });
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in.unauthenticated' } });
  });

  it('signs in with a fresh cookie, shows itself, and signs out on the server too', async () => {
    await confirm('ana@example.org');
    const browser = stranger(api);
    const answer = await browser.post('/api/session', {
      email: ' ANA@example.org'.trim(),
      password: PASSWORD,
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-himpun=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await browser.get('/api/session')).body).toEqual({
      account: { id: expect.any(String), email: 'ana@example.org', locale: 'id', emailConfirmed: true },
      person: { id: expect.any(String), fullName: "Ana O'Lestari" },
      powers: [],
      demo: false,
    });
    const stolen = new TestClient(api, browser.cookie);
    expect((await browser.delete('/api/session')).status).toBe(204);
    expect((await stolen.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it.each([
    ['a wrong password', { email: ana.email, password: 'something else entirely' }],
    ['an unknown address', { email: 'nobody@example.org', password: PASSWORD }],
  ])('is refused for %s in the same words', async (_, body) => {
    const answer = await stranger(api).post('/api/session', body);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect({ ...answer.body, reference: '' }).toEqual({
      type: 'urn:himpun:problem:sign_in.unauthenticated',
      title: 'Sign-in needed',
      status: 401,
      code: 'sign_in.unauthenticated',
      detail: expect.stringContaining('do not match'),
      reference: '',
    });
  });

  it.each([
    ['an array for the e-mail', { email: [ana.email], password: PASSWORD }],
    ['an object for the password', { email: ana.email, password: { $ne: '' } }],
    ['an unknown field', { email: ana.email, password: PASSWORD, role: 'chair' }],
    ['nothing', {}],
  ])('answers 400 to %s', async (_, body) => {
    expect(await stranger(api).post('/api/session', body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it.each([
    ['short', 'pendek', 'too_short'],
    ['made of common words', 'Password2026!', 'commonplace'],
    ['made of the own name', 'analestari2026', 'commonplace'],
  ])('does not take a password that is %s', async (_, password, code) => {
    const answer = await stranger(api).post('/api/accounts', { ...ana, password });
    expect(answer).toMatchObject({ status: 400, body: { reasons: [{ field: 'password', code }] } });
  });

  it('lists its sessions and ends one or all others', async () => {
    const first = await signedIn(api, { email: 'three@example.org' });
    await api.db.query(
      'UPDATE accounts SET password_hash = (SELECT password_hash FROM accounts WHERE email = $1) WHERE email = $2',
      ['ana@example.org', 'three@example.org'],
    );
    const others = [stranger(api), stranger(api)] as const;
    for (const browser of others)
      await browser.post('/api/session', { email: 'three@example.org', password: PASSWORD });
    const list = (await first.get<{ id: string; current: boolean }[]>('/api/sessions')).body;
    expect(list).toHaveLength(3);
    expect(list.filter((line) => line.current)).toHaveLength(1);
    const second = (await others[0].get<{ id: string; current: boolean }[]>('/api/sessions')).body.find(
      (line) => line.current,
    );
    expect((await first.delete(`/api/sessions/${second?.id}`)).status).toBe(204);
    expect((await others[0].get('/api/session')).status).toBe(401);
    expect((await first.delete('/api/sessions')).status).toBe(204);
    expect((await others[1].get('/api/session')).status).toBe(401);
    expect((await first.get('/api/session')).status).toBe(200);
  });

  it('cannot end a session of somebody else', async () => {
    const [mine, theirs] = [await signedIn(api), await signedIn(api)];
    const [line] = (await theirs.get<{ id: string }[]>('/api/sessions')).body;
    expect((await mine.delete(`/api/sessions/${line?.id}`)).status).toBe(404);
    expect((await theirs.get('/api/session')).status).toBe(200);
  });
});
