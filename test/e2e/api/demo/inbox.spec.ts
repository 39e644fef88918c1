import { AccountRecovery } from '@himpun/identity';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, stranger } from '../../../support/client';
import { startWorker, type TestWorker } from '../../../support/worker';

interface Page {
  items: { id: string; to: string; subject: string; sentAt: string }[];
  total: number;
}

describe('the inbox of a demonstration', () => {
  let api: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    worker = await startWorker(api);
    for (const email of ['ana@example.org', 'ben@example.org']) {
      await signedIn(api, { email });
      await api.app.get(AccountRecovery).requestReset(email);
    }
    await worker.settled();
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('shows the mails that were not sent, with the links in them', async () => {
    const { body } = await stranger(api).get<Page>('/api/demo/inbox?email=Ana@Example.org');
    expect(body).toMatchObject({
      total: 1,
      items: [{ to: 'ana@example.org', subject: 'Buat kata sandi baru' }],
    });
    const message = await stranger(api).get(`/api/demo/inbox/${body.items[0]?.id}`);
    expect(message.body).toMatchObject({ text: expect.stringContaining('https://himpun.test/reset?token=') });
  });

  it('is paged, newest first', async () => {
    const { body } = await stranger(api).get<Page>('/api/demo/inbox?page=2&pageSize=1');
    expect(body).toMatchObject({ total: 2, page: 2, pageSize: 1 });
    expect(body.items).toHaveLength(1);
  });

  it('refuses a page that is none, and knows no other mail', async () => {
    expect((await stranger(api).get('/api/demo/inbox?page=0')).status).toBe(400);
    expect((await stranger(api).get('/api/demo/inbox/nonsense')).status).toBe(400);
    expect((await stranger(api).get(`/api/demo/inbox/${crypto.randomUUID()}`)).status).toBe(404);
  });
});

describe('outside demonstrations', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '0' });
  });
  afterAll(() => api.close());

  it('there is no inbox', async () => {
    expect((await stranger(api).get('/api/demo/inbox')).status).toBe(404);
    expect((await stranger(api).get(`/api/demo/inbox/${crypto.randomUUID()}`)).status).toBe(404);
  });
});
