import { SourceHealth } from '@himpun/credentials';
import { ResumeChecks } from '../../../apps/worker/src/credentials/resume-checks.task';
import { startApi, type TestApp } from '../../support/app';
import { checkRow, claimed, presented } from '../../support/claims';
import { signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { aProvider, npiFrom, nppesStandIn, type NppesStandIn } from '../../support/stand-ins/nppes';
import { until } from '../../support/until';
import { startWorker, type TestWorker } from '../../support/worker';

describe('a source that is away', () => {
  let nppes: NppesStandIn;
  let api: TestApp;
  let worker: TestWorker;
  let ana: TestClient;
  let groupId: string;

  beforeAll(async () => {
    nppes = await nppesStandIn();
    api = await startApi({ NPPES_URL: nppes.url });
    groupId = await aGroup(api);
  });
  beforeEach(async () => {
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
    await api.db.query('DELETE FROM source_health; DELETE FROM source_answers');
    Object.assign(nppes, { mood: { kind: 'well' }, asked: [], poison: null });
    worker = await startWorker(api);
  });
  afterEach(() => worker.close());
  afterAll(async () => {
    await api.close();
    await nppes.close();
  });

  let nine = 300_000_000;
  async function submitted(count: number): Promise<{ ids: string[]; numbers: string[] }> {
    const credentials: string[] = [];
    const numbers: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const number = npiFrom(String((nine += 1)).replace(/^./, '1'));
      numbers.push(number);
      nppes.records.set(number, aProvider(number));
      credentials.push(
        await claimed(ana, { kind: 'licence', authority: 'NPPES', number, profession: 'Fisioterapis' }),
      );
    }
    return { ids: (await presented(api, groupId, credentials)).checkIds, numbers };
  }
  const ended = async (ids: readonly string[]): Promise<number> => {
    const [row]: { count: number }[] = await api.db.query(
      `SELECT count(*)::int AS count FROM checks WHERE id = ANY ($1) AND run_state = 'ran' AND outcome = 'match'`,
      [ids],
    );
    return row?.count ?? 0;
  };
  const parked = async (ids: readonly string[]): Promise<number> => {
    const [row]: { count: number }[] = await api.db.query(
      'SELECT count(*)::int AS count FROM checks WHERE id = ANY ($1) AND next_try_at IS NOT NULL',
      [ids],
    );
    return row?.count ?? 0;
  };
  const health = async () => {
    const all = await api.app.get(SourceHealth, { strict: false }).all();
    return all.find(({ id }) => id === 'npi_registry');
  };
  const allParked = (ids: readonly string[]) =>
    until(
      () => parked(ids),
      (count) => count === ids.length,
      40_000,
    );
  /** Lets the clock reach the next try, and the task run that would run then. */
  const nextTry = async (): Promise<void> => {
    const next = (await health())?.nextTryAt;
    if (next) api.clock.advance(Math.max(0, next.getTime() - api.clock.now().getTime()) + 1);
    await worker.run(ResumeChecks);
  };

  it('for an hour is tried seldom, by one check at a time, and all checks end when it is back', async () => {
    nppes.mood = { kind: 'down' };
    const { ids } = await submitted(7);
    await allParked(ids);
    const began = api.clock.now().getTime();
    expect(await health()).toMatchObject({ state: 'unavailable', waiting: 7, since: expect.any(Date) });

    let tries = 0;
    while (api.clock.now().getTime() - began < 3_600_000) {
      const asked = nppes.asked.length;
      await nextTry();
      await until(
        () => nppes.asked.length,
        (count) => count > asked,
        20_000,
      );
      await allParked(ids);
      expect(nppes.asked.length - asked).toBe(1);
      tries += 1;
    }
    expect(tries).toBeLessThan(15);
    expect(await checkRow(api, ids[0] as string)).toMatchObject({ run_state: 'queued', outcome: null });

    nppes.mood = { kind: 'well' };
    await nextTry();
    await until(
      () => health(),
      (line) => line?.state === 'well',
      20_000,
    );
    await worker.run(ResumeChecks);
    await until(
      () => ended(ids),
      (count) => count === ids.length,
      20_000,
    );
    expect(await health()).toMatchObject({ state: 'well', waiting: 0, nextTryAt: null });
  }, 120_000);

  it('keeps what waits for it also when Redis comes back empty', async () => {
    nppes.mood = { kind: 'down' };
    const { ids } = await submitted(6);
    await allParked(ids);
    await api.flushRedis();
    nppes.mood = { kind: 'well' };
    await nextTry();
    await until(
      () => health(),
      (line) => line?.state === 'well',
      20_000,
    );
    await worker.run(ResumeChecks);
    await until(
      () => ended(ids),
      (count) => count === ids.length,
      30_000,
    );
  }, 100_000);

  it('for a day hands its checks to a person', async () => {
    nppes.mood = { kind: 'down' };
    const { ids } = await submitted(6);
    await allParked(ids);
    api.clock.advance(25 * 3_600_000);
    for (let round = 0; round < 2 * ids.length; round += 1) {
      const [row]: { open: number }[] = await api.db.query(
        'SELECT count(*)::int AS open FROM checks WHERE id = ANY ($1) AND ended_at IS NULL',
        [ids],
      );
      if (row?.open === 0) break;
      await nextTry();
      await worker.settled();
    }
    const states: unknown[] = await api.db.query(
      'SELECT DISTINCT run_state, action FROM checks WHERE id = ANY ($1)',
      [ids],
    );
    expect(states).toEqual([{ run_state: 'unavailable', action: 'needs_person' }]);
  }, 100_000);

  it('answers the same question of another application from memory, and a person’s question anew', async () => {
    const { ids, numbers } = await submitted(1);
    await worker.settled();
    const again = await claimed(ana, {
      ...{ kind: 'licence', authority: 'NPPES', number: numbers[0] as string, profession: 'Fisioterapis' },
    });
    const { checkIds } = await presented(api, groupId, [again]);
    await worker.settled();
    expect(await ended([...ids, ...checkIds])).toBe(2);
    expect(nppes.asked).toEqual(numbers);
    api.clock.advance(25 * 3_600_000);
    ana = await signedIn(api, { fullName: 'Ana Lestari' });
    const later = await claimed(ana, {
      kind: 'licence',
      authority: 'NPPES',
      number: numbers[0] as string,
      profession: 'Fisioterapis',
    });
    await presented(api, groupId, [later]);
    await worker.settled();
    expect(nppes.asked).toHaveLength(2);
  });

  it('is not taken for away because of one question that it breaks over', async () => {
    const { ids, numbers } = await submitted(1);
    await worker.settled();
    nppes.asked = [];
    const poison = await submitted(1);
    nppes.poison = poison.numbers[0] as string;
    const good = await submitted(6);
    await until(
      () => ended(good.ids),
      (count) => count === 6,
      20_000,
    );
    expect((await health())?.state).not.toBe('unavailable');
    expect(await ended(ids)).toBe(1);
    expect(numbers).toHaveLength(1);
  }, 60_000);
});
