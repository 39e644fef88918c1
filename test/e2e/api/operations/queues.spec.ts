import type { FastifyInstance } from 'fastify';
import { serveWorker } from '../../../../apps/worker/src/queue/worker-server';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { startWorker, type TestWorker } from '../../../support/worker';
import { announce, tallies, TEST_WORK } from '../../../support/worker/tally';
import { freePort } from '../../../support/free-port';

interface Overview {
  queues: { queue: string; queued: number; done: number; dead: number }[];
  waiting: number;
  deadLetters: { messageId: string; queue: string; type: string; attempts: number; lastError: string }[];
}

describe('the officers’ view of the queues', () => {
  let api: TestApp;
  let worker: TestWorker;
  let door: FastifyInstance;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi({ WORKER_PORT: String(await freePort()) });
    worker = await startWorker(api, {}, TEST_WORK);
    door = await serveWorker(worker.app);
    officer = await signedIn(api, { fullName: 'Sari Officer' });
    await grantPowers(api, officer.personId ?? '', await aGroup(api), ['operations.queues']);
  });
  afterAll(async () => {
    await door.close();
    await worker.close();
    await api.close();
  });

  it('shows counts and dead letters, and has one tried again with a trace of who asked', async () => {
    const id = await announce(api, 'tests.counted', { name: 'mended', final: true });
    await announce(api, 'tests.counted', { name: 'fine' });
    await worker.settled();
    const { body } = await officer.get<Overview>('/api/operations/queues');
    expect(body.queues).toContainEqual({ queue: 'tests-count', queued: 0, done: 1, dead: 1 });
    expect(body).toMatchObject({
      waiting: 0,
      deadLetters: [{ messageId: id, queue: 'tests-count', lastError: 'FinalError: never', attempts: 1 }],
    });

    await api.db.query(`UPDATE outbox_messages SET payload = '{"name": "mended"}' WHERE id = $1`, [id]);
    const retry = `/api/operations/dead-letters/${id}/tests-count/retries`;
    expect((await officer.post(retry)).status).toBe(204);
    await worker.sweep();
    await worker.settled();
    expect(await tallies(api)).toContainEqual({ name: 'mended', effects: 1 });
    expect((await officer.get<Overview>('/api/operations/queues')).body.deadLetters).toEqual([]);
    expect(
      await api.db.query(`SELECT actor_label FROM audit_entries WHERE action = 'outbox.retried'`),
    ).toEqual([{ actor_label: 'Sari Officer' }]);
    expect((await officer.post(retry)).status).toBe(404);
  });

  it('opens Bull’s dashboard to officers with that power alone', async () => {
    const page = await officer.get<string>('/admin/queues');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>Himpun</title>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const script = /src="(static\/js\/main[^"]+)"/.exec(page.body)?.[1];
    expect((await officer.get(`/admin/queues/${script}`)).status).toBe(200);
    expect((await officer.get('/admin/queues/api/queues')).body).toHaveProperty('queues');

    const member = await signedIn(api);
    for (const path of ['/admin/queues', '/admin/queues/api/queues', `/admin/queues/${script}`]) {
      expect((await member.get(path)).status).toBe(403);
      expect((await stranger(api).get(path)).status).toBe(401);
    }
  });

  it('lets nobody change anything there, and nobody in behind the API’s back', async () => {
    for (const path of ['/admin/queues/api/queues/tests-count/clean/completed', '/admin/queues']) {
      expect([404, 405]).toContain((await officer.send('PUT', path, {}, {})).status);
    }
    for (const path of ['/admin/queues', '/metrics']) {
      expect((await fetch(door.listeningOrigin + path)).status).toBe(404);
      expect(
        (await fetch(door.listeningOrigin + path, { headers: { 'x-himpun-internal': 'f'.repeat(64) } }))
          .status,
      ).toBe(404);
    }
  });
});
