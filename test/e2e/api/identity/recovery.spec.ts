import { AccountTokens, type TokenPurpose } from '@himpun/identity';
import { newId } from '@himpun/kernel';
import { anAccount, newestMessage, newsOf, PASSWORD, signedInByPassword } from '../../../support/accounts';
import { startApi, type TestApp } from '../../../support/app';
import { stranger } from '../../../support/client';

const NEXT = 'lima belas ekor kuda nil';
const MINUTE = 60_000;

describe('getting in by mail (row 40)', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const issue = async (accountId: string, purpose: TokenPurpose): Promise<string> => {
    const token = await api.app.get(AccountTokens).issue(accountId, purpose, newId());
    if (!token) throw new Error('no token');
    return token;
  };
  const reset = (token: string, password = NEXT) =>
    stranger(api).post('/api/accounts/password', { token, password });

  it('confirms an address by the link of the mail that signing up asked for', async () => {
    const email = 'new@example.org';
    await stranger(api).post('/api/accounts', {
      fullName: 'Sukarno',
      email,
      password: PASSWORD,
      locale: 'en',
      acceptTerms: true,
    });
    const [{ id }] = await api.db.query('SELECT id FROM accounts WHERE email = $1', [email]);
    const message = await newestMessage(api, id, 'identity.confirmation_requested');
    const token = (await api.app.get(AccountTokens).issue(id, 'confirm_email', message)) ?? '';
    expect((await stranger(api).post('/api/accounts/confirmation', { token })).status).toBe(204);
    await signedInByPassword(api, email);
    const again = await stranger(api).post('/api/accounts/confirmation', { token });
    expect(again).toMatchObject({ status: 410, body: { code: 'account_token.gone' } });
  });

  it('sets a new password, ends every session and signs nobody in', async () => {
    const accountId = await anAccount(api, 'reset@example.org');
    const browser = await signedInByPassword(api, 'reset@example.org');
    const answer = await reset(await issue(accountId, 'reset_password'));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await browser.get('/api/session')).status).toBe(401);
    expect(
      (await stranger(api).post('/api/session', { email: 'reset@example.org', password: PASSWORD })).status,
    ).toBe(401);
    await signedInByPassword(api, 'reset@example.org', NEXT);
    expect(await newsOf(api, accountId)).toEqual(['identity.password_changed']);
  });

  it('proves the address of an account that somebody else opened with it', async () => {
    const accountId = await anAccount(api, 'hijack@example.org');
    await api.db.query('UPDATE accounts SET email_confirmed_at = NULL WHERE id = $1', [accountId]);
    await reset(await issue(accountId, 'reset_password'));
    await signedInByPassword(api, 'hijack@example.org', NEXT);
  });

  it('lets one of twenty parallel uses of a link through', async () => {
    const token = await issue(await anAccount(api, 'parallel@example.org'), 'reset_password');
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => reset(token)))).map((a) => a.status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(19);
  });

  it('keeps a link good when the new password is refused', async () => {
    const token = await issue(await anAccount(api, 'weak@example.org', 'Weak Person'), 'reset_password');
    expect(await reset(token, 'weakperson2026')).toMatchObject({
      status: 400,
      body: { code: 'account.invalid' },
    });
    expect((await reset(token)).status).toBe(204);
  });

  it.each([
    [
      'after thirty minutes',
      async (accountId: string) => {
        const token = await issue(accountId, 'reset_password');
        api.clock.advance(30 * MINUTE);
        return token;
      },
    ],
    [
      'once a newer one went out',
      async (accountId: string) => {
        const token = await issue(accountId, 'reset_password');
        await issue(accountId, 'reset_password');
        return token;
      },
    ],
    ['for another purpose', (accountId: string) => issue(accountId, 'confirm_email')],
    [
      'after the password was changed otherwise',
      async (accountId: string) => {
        const token = await issue(accountId, 'reset_password');
        const browser = await signedInByPassword(api, `case-${accountId}@example.org`);
        await browser.put('/api/account/password', { currentPassword: PASSWORD, password: NEXT });
        return token;
      },
    ],
    ['when guessed', () => Promise.resolve('A'.repeat(43))],
  ])('refuses a link %s', async (_, tokenOf) => {
    const accountId = await anAccount(api, `${crypto.randomUUID()}@example.org`);
    await api.db.query('UPDATE accounts SET email = $2 WHERE id = $1', [
      accountId,
      `case-${accountId}@example.org`,
    ]);
    expect(await reset(await tokenOf(accountId))).toMatchObject({
      status: 410,
      body: { code: 'account_token.gone' },
    });
  });

  it('makes the same link when a message is delivered twice, and none for a message that a newer one overtook', async () => {
    const accountId = await anAccount(api, 'twice@example.org');
    const tokens = api.app.get(AccountTokens);
    const [older, newer] = [newId(), newId()];
    const first = await tokens.issue(accountId, 'reset_password', newer);
    expect(await tokens.issue(accountId, 'reset_password', newer)).toBe(first);
    expect(await tokens.issue(accountId, 'reset_password', older)).toBeNull();
    expect((await reset(first ?? '')).status).toBe(204);
    expect(await tokens.issue(accountId, 'reset_password', newer)).toBeNull();
  });

  it('stores no clear token anywhere', async () => {
    const token = await issue(await anAccount(api, 'grep@example.org'), 'reset_password');
    const tables: { name: string }[] = await api.db.query(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const [{ hits }] = await api.db.query(
        `SELECT count(*)::int AS hits FROM ${name} AS t WHERE t::text LIKE '%' || $1 || '%'`,
        [token],
      );
      expect({ name, hits }).toEqual({ name, hits: 0 });
    }
  });

  it('sends no address to other sites with the page of the link', async () => {
    const answer = await stranger(api).post('/api/accounts/confirmation', { token: 'x' });
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });
});
