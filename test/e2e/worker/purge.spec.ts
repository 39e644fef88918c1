import { PurgeOutbox } from '../../../apps/worker/src/outbox/purge-outbox.task';
import { startApi, type TestApp } from '../../support/app';
import { startWorker, type TestWorker } from '../../support/worker';
import { announce, TEST_WORK } from '../../support/worker/tally';

describe('the outbox, day after day', () => {
  let api: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api, { OUTBOX_KEEP_DAYS: '30' }, TEST_WORK);
  });
  afterAll(async () => {
    delete process.env.OUTBOX_KEEP_DAYS;
    await worker.close();
    await api.close();
  });

  /** A message relayed so many days ago, with deliveries in these states. */
  async function aMessage(days: number, ...states: ('done' | 'queued' | 'dead')[]): Promise<string> {
    const id = await announce(api, 'tests.counted', { name: 'old' });
    await worker.settled();
    await api.db.query('DELETE FROM outbox_deliveries WHERE message_id = $1', [id]);
    const at = new Date(api.clock.now().getTime() - days * 86_400_000);
    await api.db.query('UPDATE outbox_messages SET relayed_at = $2 WHERE id = $1', [id, at]);
    for (const [place, state] of states.entries())
      await api.db.query(
        `INSERT INTO outbox_deliveries (message_id, queue, state, queued_at, ended_at) VALUES ($1, $2, $3, $4, $5)`,
        [id, `tests-${place}`, state, at, state === 'queued' ? null : at],
      );
    return id;
  }
  const left = async (ids: string[]): Promise<boolean[]> => {
    const rows: { id: string }[] = await api.db.query(
      'SELECT id FROM outbox_messages WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return ids.map((id) => rows.some((row) => row.id === id));
  };

  it('lets go of what was delivered longer ago than it has to be kept', async () => {
    const old = [await aMessage(31, 'done'), await aMessage(31, 'done', 'done'), await aMessage(31)];
    const recent = await aMessage(29, 'done');
    await worker.run(PurgeOutbox);
    expect(await left([...old, recent])).toEqual([false, false, false, true]);
    expect(
      await api.db.query('SELECT 1 FROM outbox_deliveries WHERE message_id = ANY ($1::uuid[])', [old]),
    ).toEqual([]);
  });

  it('keeps dead letters and what is on its way, however old', async () => {
    const dead = await aMessage(400, 'done', 'dead');
    const open = await aMessage(400, 'done', 'queued');
    await worker.run(PurgeOutbox);
    expect(await left([dead, open])).toEqual([true, true]);
    // A delivery that ended yesterday after a long time as a dead letter is not old yet.
    await api.db.query(
      `UPDATE outbox_deliveries SET state = 'done', ended_at = $2 WHERE message_id = ANY ($1::uuid[])`,
      [[dead, open], new Date(api.clock.now().getTime() - 86_400_000)],
    );
    await worker.run(PurgeOutbox);
    expect(await left([dead, open])).toEqual([true, true]);
  });
});
