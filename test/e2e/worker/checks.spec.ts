import { randomUUID } from 'node:crypto';
import { CheckProcessor } from '../../../apps/worker/src/credentials/check.processor';
import { startApi, type TestApp } from '../../support/app';
import { checkRow, claimed, presented } from '../../support/claims';
import { signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { aProvider, npiFrom, nppesStandIn, type NppesStandIn } from '../../support/stand-ins/nppes';
import { until } from '../../support/until';
import { settled, spawnWorker, startWorker, type TestProcess, type TestWorker } from '../../support/worker';

describe('checks in the worker', () => {
  let nppes: NppesStandIn;
  let api: TestApp;
  let groupId: string;
  let ana: TestClient;
  let worker: TestWorker | null = null;
  let processes: TestProcess[] = [];

  beforeAll(async () => {
    nppes = await nppesStandIn();
    api = await startApi({ NPPES_URL: nppes.url });
    groupId = await aGroup(api);
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
  });
  afterEach(async () => {
    await worker?.close();
    worker = null;
    await Promise.all(processes.map((one) => one.end('SIGKILL')));
    processes = [];
    Object.assign(nppes, { mood: { kind: 'well' }, latency: 0, asked: [], mostAtOnce: 0 });
  });
  afterAll(async () => {
    await api.close();
    await nppes.close();
  });

  let nine = 200_000_000;
  async function submitted(count: number): Promise<string[]> {
    const credentials: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const number = npiFrom(String((nine += 1)).replace(/^./, '1'));
      nppes.records.set(number, aProvider(number));
      credentials.push(
        await claimed(ana, { kind: 'licence', authority: 'NPPES', number, profession: 'Fisioterapis' }),
      );
    }
    return (await presented(api, groupId, credentials)).checkIds;
  }
  const states = async (ids: readonly string[]): Promise<string[]> => {
    const rows: { state: string }[] = await api.db.query(
      `SELECT DISTINCT run_state || ' ' || coalesce(outcome, '-') AS state FROM checks WHERE id = ANY ($1)`,
      [ids],
    );
    return rows.map(({ state }) => state).sort();
  };
  const effects = async (ids: readonly string[]): Promise<unknown> => {
    const [row] = (await api.db.query(
      `SELECT (SELECT count(*)::int FROM outbox_messages WHERE type = 'credentials.check_ended' AND payload->>'checkId' = ANY ($1::text[])) AS news,
         (SELECT count(*)::int FROM audit_entries WHERE action = 'check.ended' AND subject_id::text = ANY ($1::text[])) AS acts`,
      [ids],
    )) as unknown[];
    return row;
  };

  it('end by themselves, and a message delivered twice has its effect once', async () => {
    worker = await startWorker(api);
    const ids = await submitted(3);
    await worker.settled();
    expect(await states(ids)).toEqual(['ran match']);
    for (const id of ids) {
      const payload = { checkId: id, source: 'npi_registry' };
      const message = { id: randomUUID(), type: 'credentials.check_requested', payload };
      await worker.processor(CheckProcessor).effect(message, { number: 1, last: false });
    }
    expect(await effects(ids)).toEqual({ news: 3, acts: 3 });
    expect(nppes.asked).toHaveLength(3);
  });

  it('wait for a source that is down, and end when it is back', async () => {
    nppes.mood = { kind: 'down' };
    worker = await startWorker(api);
    const ids = await submitted(2);
    await until(
      () => nppes.asked.length,
      (count) => count >= 2,
    );
    expect(await states(ids)).toEqual(['running -']);
    nppes.mood = { kind: 'well' };
    await worker.settled();
    expect(await states(ids)).toEqual(['ran match']);
    expect(await effects(ids)).toEqual({ news: 2, acts: 2 });
  });

  it('keep to the pause that a busy source asks for', async () => {
    nppes.mood = { kind: 'busy', retryAfter: '3' };
    worker = await startWorker(api);
    const [id] = (await submitted(1)) as [string];
    await until(
      () => nppes.asked.length,
      (count) => count === 1,
    );
    const began = process.hrtime.bigint();
    nppes.mood = { kind: 'well' };
    await worker.settled();
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeGreaterThan(2);
    expect(await checkRow(api, id)).toMatchObject({ outcome: 'match', attempts: 2 });
  });

  it('never ask a source more at once than allowed', async () => {
    nppes.latency = 100;
    worker = await startWorker(api, { CHECK_CONCURRENCY: '3' });
    const ids = await submitted(9);
    await worker.settled();
    expect(await states(ids)).toEqual(['ran match']);
    expect(nppes.mostAtOnce).toBe(3);
  });

  it('survive a worker that dies in the middle, three times, with nothing lost and nothing doubled', async () => {
    nppes.latency = 1_500;
    const ids = await submitted(4);
    const env = { NPPES_URL: nppes.url, CHECK_CONCURRENCY: '2' };
    for (let death = 1; death <= 3; death += 1) {
      const asked = nppes.asked.length;
      const one = await spawnWorker(api, env);
      await until(
        () => nppes.asked.length,
        (count) => count > asked,
        30_000,
      );
      await one.end('SIGKILL');
    }
    nppes.latency = 10;
    processes = [await spawnWorker(api, env)];
    await settled(api.db, 60_000);
    expect(await states(ids)).toEqual(['ran match']);
    expect(await effects(ids)).toEqual({ news: 4, acts: 4 });
  });
});
