import { startApi, type TestApp } from '../../support/app';
import { until } from '../../support/until';
import { settled, spawnWorker, type TestProcess } from '../../support/worker';
import { announce, runsOf, tallies } from '../../support/worker/tally';

const WORKER = 'test/support/worker/main.ts';

describe('a worker that dies', () => {
  let api: TestApp;
  const workers: TestProcess[] = [];
  const hire = async (): Promise<TestProcess> => {
    const worker = await spawnWorker(api, {}, WORKER);
    workers.push(worker);
    return worker;
  };
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await api.close();
  });

  it('three times in the middle of one job: another takes it up each time, and its effect is there once', async () => {
    await announce(api, 'tests.counted', { name: 'killed', slowMs: 1_500 });
    let worker = await hire();
    for (let kills = 1; kills <= 3; kills += 1) {
      await until(
        () => runsOf(api, 'killed'),
        (runs) => runs === kills,
      );
      await worker.end('SIGKILL');
      expect(await tallies(api)).toEqual([]);
      worker = await hire();
      await until(
        () => runsOf(api, 'killed'),
        (runs) => runs === kills + 1,
        // How soon is a promise of the settings (bull-settings.spec.ts); a busy machine may take its time.
        60_000,
      );
    }
    await settled(api.db);
    expect(await tallies(api)).toEqual([{ name: 'killed', effects: 1 }]);
  });

  it('asked to stop, finishes the jobs under way, takes no more, and exits with 0', async () => {
    for (const name of ['a', 'b', 'c']) await announce(api, 'tests.counted', { name, slowMs: 2_000 });
    const worker = workers.at(-1) as TestProcess;
    await until(
      async () => Promise.all(['a', 'b', 'c'].map((name) => runsOf(api, name))),
      (runs) => runs.every((count) => count === 1),
    );
    const ended = worker.end('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await announce(api, 'tests.counted', { name: 'later' });
    expect(await ended).toBe(0);
    const done = await tallies(api);
    for (const name of ['a', 'b', 'c']) expect(done).toContainEqual({ name, effects: 1 });
    expect(await runsOf(api, 'later')).toBe(0);
    await hire();
    await settled(api.db);
    expect(await tallies(api)).toContainEqual({ name: 'later', effects: 1 });
    expect(await runsOf(api, 'a')).toBe(1);
  });
});
