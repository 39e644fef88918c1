import { AccountRecovery } from '@himpun/identity';
import PostalMime from 'postal-mime';
import { startApi, type TestApp } from '../../support/app';
import { signedIn, stranger } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { until } from '../../support/until';
import { startWorker, type TestWorker } from '../../support/worker';

describe('mails', () => {
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  beforeAll(async () => {
    mails = await aMailServer();
    api = await startApi({ SMTP_URL: mails.url, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await mails.close();
  });
  beforeEach(() => mails.forget());

  const asksForReset = async (email: string): Promise<void> => {
    await signedIn(api, { email, fullName: 'Ana Lestari' });
    await api.app.get(AccountRecovery).requestReset(email);
  };
  const deliveryTo = (email: string): Promise<Record<string, unknown>[]> =>
    api.db.query('SELECT * FROM mail_deliveries WHERE email = $1', [email]);

  it('go out once, in the reader’s language, and leave no trace of their links in the database', async () => {
    await asksForReset('once@example.org');
    await worker.settled();
    expect(mails.to('once@example.org')).toHaveLength(1);
    const mail = await PostalMime.parse(mails.to('once@example.org')[0] ?? '');
    expect(mail.subject).toBe('Buat kata sandi baru');
    expect(mail.text).toContain('Halo Ana Lestari,');
    const token = /reset\?token=([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await deliveryTo('once@example.org'))).not.toContain(token);
    expect(JSON.stringify(await api.db.query('SELECT * FROM outbox_messages'))).not.toContain(token);
    expect(await api.db.query('SELECT * FROM demo_mails')).toEqual([]);
    const answer = await stranger(api).post('/api/accounts/password', {
      token,
      password: 'seven lilac boats',
    });
    expect(answer.status).toBeLessThan(300);
  });

  it('wait while the server says “later”, and then go out once', async () => {
    mails.refuse('busy@example.org', 451, 2);
    await asksForReset('busy@example.org');
    await worker.settled();
    expect(mails.attempts('busy@example.org')).toBe(3);
    expect(mails.to('busy@example.org')).toHaveLength(1);
    expect(await deliveryTo('busy@example.org')).toMatchObject([
      { state: 'sent', attempts: 3, last_error: null },
    ]);
  });

  it('are given up at once when the server refuses the address for good, and officers see why', async () => {
    mails.refuse('gone@example.org', 550, Infinity);
    await asksForReset('gone@example.org');
    await worker.settled();
    expect(mails.attempts('gone@example.org')).toBe(1);
    expect(await deliveryTo('gone@example.org')).toMatchObject([{ state: 'refused' }]);
    expect(
      await api.db.query(`SELECT queue, last_error FROM outbox_deliveries WHERE state = 'dead'`),
    ).toMatchObject([{ queue: 'account-mail', last_error: expect.stringContaining('550') }]);
  });

  it('go out once when the server was down and came up', async () => {
    await mails.stop();
    await asksForReset('down@example.org');
    await until(
      () => deliveryTo('down@example.org'),
      ([delivery]) => delivery?.['last_error'] !== null && delivery?.['attempts'] === 1,
    );
    await mails.start();
    await worker.settled();
    expect(mails.to('down@example.org')).toHaveLength(1);
  });
});
