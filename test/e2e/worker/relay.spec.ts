import { Outbox } from '@himpun/outbox';
import { startApi, type TestApp } from '../../support/app';
import { startWorker, type TestWorker } from '../../support/worker';
import { announce, TEST_WORK, tallies } from '../../support/worker/tally';

describe('from outbox to effect', () => {
  let api: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api, {}, TEST_WORK);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('does what was announced, once, as soon as it is committed', async () => {
    const id = await announce(api, 'tests.counted', { name: 'first' });
    await worker.settled();
    expect(await tallies(api)).toEqual([{ name: 'first', effects: 1 }]);
    expect(
      await api.db.query('SELECT queue, state, attempts FROM outbox_deliveries WHERE message_id = $1', [id]),
    ).toEqual([{ queue: 'tests-count', state: 'done', attempts: 1 }]);
  });

  it('announces nothing of a transaction that is rolled back', async () => {
    const outbox = api.app.get(Outbox);
    await expect(
      api.db.transaction(async (tx) => {
        await outbox.announce(tx, 'tests.counted', { name: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await worker.settled();
    expect(await tallies(api)).not.toContainEqual(expect.objectContaining({ name: 'rolled back' }));
  });
});
