import { OutboxRelay } from '@himpun/outbox';
import type { Choreography } from '../../../apps/worker/src/queue/choreography';
import { Queues } from '../../../apps/worker/src/queue/queues';
import { ScheduledTask } from '../../../apps/worker/src/queue/scheduled-task';
import { startApi, type TestApp } from '../../support/app';
import { until } from '../../support/until';
import { startWorker, type TestWorker } from '../../support/worker';
import { announce, runsOf, tallies, TEST_WORK } from '../../support/worker/tally';

const firings: number[] = [];

class CountFiring extends ScheduledTask {
  run(): Promise<void> {
    firings.push(Date.now());
    return Promise.resolve();
  }
}

const WORK: Choreography = {
  ...TEST_WORK,
  schedules: [
    ...TEST_WORK.schedules,
    { name: 'tests.fire', every: 1_000, queue: 'schedules', task: CountFiring },
  ],
};

describe('when something goes wrong', () => {
  let api: TestApp;
  let workers: TestWorker[];
  beforeAll(async () => {
    api = await startApi();
    workers = [await startWorker(api, {}, WORK), await startWorker(api, {}, WORK)];
  });
  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await api.close();
  });
  const worker = (): TestWorker => workers[0] as TestWorker;
  const queue = () => worker().app.get(Queues, { strict: false }).named('tests-count');
  const deliveriesOf = (name: string): Promise<Record<string, unknown>[]> =>
    api.db.query(
      `SELECT d.state, d.attempts, d.last_error FROM outbox_deliveries d JOIN outbox_messages m ON m.id = d.message_id
       WHERE m.payload->>'name' = $1`,
      [name],
    );

  it('a job that failed is tried again with growing pauses, and its effect is there once', async () => {
    await announce(api, 'tests.counted', { name: 'twice failed', fails: 2 });
    await worker().settled();
    expect(await runsOf(api, 'twice failed')).toBe(3);
    expect(await deliveriesOf('twice failed')).toMatchObject([{ state: 'done', attempts: 3 }]);
    expect(await tallies(api)).toContainEqual({ name: 'twice failed', effects: 1 });
  });

  it('a job that always fails ends among the dead, and the others go on', async () => {
    await announce(api, 'tests.counted', { name: 'poison', poison: true });
    await until(
      () => runsOf(api, 'poison'),
      (runs) => runs > 0,
    );
    await announce(api, 'tests.counted', { name: 'next' });
    await until(
      () => tallies(api),
      (done) => done.some(({ name }) => name === 'next'),
    );
    await worker().settled();
    expect(await runsOf(api, 'poison')).toBe(4);
    expect(await deliveriesOf('poison')).toEqual([
      { state: 'dead', attempts: 4, last_error: 'Error: not this time' },
    ]);
  });

  it('two workers fire a schedule once each time', async () => {
    firings.length = 0;
    const began = Math.floor(Date.now() / 1_000);
    await until(
      () => firings.length,
      (count) => count >= 3,
    );
    const passed = Math.floor(Date.now() / 1_000) - began;
    expect(firings.length).toBeLessThanOrEqual(passed + 1);
  });

  it('Redis forgets everything: what was on its way is sent again, and schedules fire again', async () => {
    await queue().pause();
    for (const name of ['lost 1', 'lost 2']) await announce(api, 'tests.counted', { name });
    await until(
      () => queue().getPausedCount(),
      (waiting) => waiting === 2,
    );
    await api.flushRedis();
    firings.length = 0;
    expect(await queue().getJobCounts()).toMatchObject({ waiting: 0, paused: 0 });

    await until(
      () => firings.length,
      (count) => count >= 1,
    );
    api.clock.advance(60_000);
    await worker().sweep();
    await worker().settled();
    expect(await tallies(api)).toEqual(
      expect.arrayContaining([
        { name: 'lost 1', effects: 1 },
        { name: 'lost 2', effects: 1 },
      ]),
    );
  });

  it('the sweep leaves alone what a queue still knows', async () => {
    await queue().pause();
    const id = await announce(api, 'tests.counted', { name: 'waiting' });
    await until(
      () => queue().getPausedCount(),
      (waiting) => waiting === 1,
    );
    api.clock.advance(60_000);
    expect(await worker().sweep()).toBe(0);
    await queue().resume();
    await worker().settled();
    expect(await runsOf(api, 'waiting')).toBe(1);
    expect(await worker().app.get(OutboxRelay).isDone(id, 'tests-count')).toBe(true);
  });

  it('an effect that was not noted as done comes again and changes nothing', async () => {
    const id = await announce(api, 'tests.counted', { name: 'unnoted' });
    await worker().settled();
    await api.db.query(
      `UPDATE outbox_deliveries SET state = 'queued', ended_at = NULL WHERE message_id = $1`,
      [id],
    );
    api.clock.advance(60_000);
    await worker().sweep();
    await worker().settled();
    expect(await runsOf(api, 'unnoted')).toBe(2);
    expect(await tallies(api)).toContainEqual({ name: 'unnoted', effects: 1 });
  });
});
