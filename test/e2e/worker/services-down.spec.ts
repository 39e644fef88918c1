import { startApi, type TestApp } from '../../support/app';
import { signedIn, stranger, type TestClient } from '../../support/client';
import { aMailServer, type MailServer } from '../../support/mail-server';
import { ownServices, type OwnServices } from '../../support/services/own-services';
import { until } from '../../support/until';
import { spawnApi, startWorker, type TestWorker } from '../../support/worker';

const PEOPLE = Array.from({ length: 20 }, (_, number) => `person${number}@example.org`);

/** What touches a queue in a request hangs for more than ten seconds; a busy machine alone is slow for less. */
const HANGS_MS = 8_000;

describe('while a service is away', () => {
  let services: OwnServices;
  let api: TestApp;
  let worker: TestWorker;
  let mails: MailServer;
  let person: TestClient;
  beforeAll(async () => {
    [services, mails] = await Promise.all([ownServices(), aMailServer()]);
    const env = { DATABASE_URL: services.postgres, REDIS_URL: services.redis, SMTP_URL: mails.url };
    api = await startApi({ ...env, HIMPUN_DEMO: '0' });
    worker = await startWorker(api);
    for (const email of PEOPLE) await signedIn(api, { email });
    person = await signedIn(api);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await Promise.all([mails.close(), services.end()]);
  });

  const timed = async <T>(work: () => Promise<T>): Promise<{ answer: T; took: number }> => {
    const began = Date.now();
    const answer = await work();
    return { answer, took: Date.now() - began };
  };

  it('Redis: writes succeed, readers are told, nothing hangs, and the mails go out once when it is back', async () => {
    await services.crash('redis');
    const ready = await timed(() => stranger(api).get('/health/ready'));
    expect(ready.answer).toMatchObject({ status: 200, body: { status: 'degraded', redis: 'down' } });
    for (const email of PEOPLE) {
      const written = await timed(() => stranger(api).post('/api/accounts/password-resets', { email }));
      const read = await timed(() => person.get('/api/session'));
      expect(written.answer.status).toBeLessThan(300);
      expect(read.answer.status).toBe(200);
      expect(Math.max(written.took, read.took)).toBeLessThan(HANGS_MS);
    }
    expect(PEOPLE.flatMap((email) => mails.to(email))).toEqual([]);

    await services.start('redis');
    await worker.settled();
    for (const email of PEOPLE) expect(mails.to(email)).toHaveLength(1);
    const back = await until(
      () => stranger(api).get('/health/ready'),
      ({ body }) => body['status'] === 'ok',
    );
    expect(back.status).toBe(200);
  });

  it('PostgreSQL: 503 with Retry-After at once, and all is well again without a restart', async () => {
    await services.crash('postgres');
    const { answer, took } = await timed(() => person.get('/api/session'));
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toMatch(/SELECT|ECONNREFUSED|terminating/);
    expect(took).toBeLessThan(HANGS_MS);
    expect((await stranger(api).get('/health/ready')).status).toBe(503);
    expect((await stranger(api).get('/health/live')).status).toBe(200);

    await services.start('postgres');
    await until(
      () => person.get('/api/session'),
      ({ status }) => status === 200,
    );
    mails.forget();
    await signedIn(api, { email: 'after@example.org' });
    await stranger(api).post('/api/accounts/password-resets', { email: 'after@example.org' });
    await worker.settled();
    expect(mails.to('after@example.org')).toHaveLength(1);
  });

  it('the API, killed after its commit and before anything could reach a queue: the worker sends what was announced', async () => {
    await worker.close();
    await signedIn(api, { email: 'killed@example.org' });
    const process = await spawnApi({
      databaseUrl: services.postgres,
      redisUrl: services.redis,
      dataDir: api.dataDir,
    });
    const request = stranger(process)
      .post('/api/accounts/password-resets', { email: 'killed@example.org' })
      .catch(() => undefined);
    const unrelayed = (): Promise<unknown[]> =>
      api.db.query('SELECT id FROM outbox_messages WHERE relayed_at IS NULL');
    await until(unrelayed, (messages) => messages.length > 0);
    expect(await process.end('SIGKILL')).toBe('SIGKILL');
    await request;
    expect(mails.to('killed@example.org')).toEqual([]);

    worker = await startWorker(api);
    await worker.settled();
    expect(mails.to('killed@example.org')).toHaveLength(1);
    expect(await unrelayed()).toEqual([]);
  });
});
