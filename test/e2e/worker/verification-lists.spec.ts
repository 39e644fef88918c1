import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signIn, signedIn, TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { aProvider, npiFrom, nppesStandIn, type NppesStandIn } from '../../support/stand-ins/nppes';
import { until } from '../../support/until';
import { resultsOf, uploadedList, type ListBody } from '../../support/verification-lists';
import { settled, spawnApi, spawnWorker, type TestProcess } from '../../support/worker';

const PEOPLE = 1_000;
/** Questions of one list that a worker has on their way at a time. */
const AT_ONCE = 4;

describe('a list of a thousand people', () => {
  let nppes: NppesStandIn;
  let api: TestApp;
  let officer: TestClient;
  let groupId: string;
  const running: TestProcess[] = [];
  const env = (): Record<string, string> => ({ NPPES_URL: nppes.url, NPPES_PER_SECOND: '0' });
  const hire = async (): Promise<TestProcess> => {
    const worker = await spawnWorker(api, env());
    running.push(worker);
    return worker;
  };
  beforeAll(async () => {
    nppes = await nppesStandIn();
    api = await startApi({ ...env() });
    // Processes of their own go by the machine's clock.
    api.clock.set(new Date());
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, officer.personId as string, groupId, ['licences.check']);
  });
  afterAll(async () => {
    await Promise.all(running.map((one) => one.end('SIGKILL')));
    await api.close();
    await nppes.close();
  });

  const numbers = Array.from({ length: PEOPLE }, (_, at) => npiFrom(String(100_000_000 + at)));
  const asked = (): number => nppes.asked.length;

  it('has one result for everybody, though worker and API are killed in the middle, and nobody is asked about twice', async () => {
    numbers.forEach((number, at) => {
      if (at % 10 !== 0) nppes.records.set(number, aProvider(number));
    });
    nppes.latency = 5;
    const csv = `number,name\n${numbers.map((number) => `${number},Ana Lestari`).join('\n')}\n`;
    const { body } = await uploadedList(officer, csv, { groupId, authority: 'NPPES', name: 'Audit' });
    expect(body).toMatchObject({ state: 'draft', rows: PEOPLE });

    const [door, first] = await Promise.all([spawnApi(api, env()), hire()]);
    running.push(door);
    const start = new TestClient({ url: door.url }, officer.cookie);
    expect((await start.post(`/api/verification-lists/${body.id}/confirmation`)).status).toBe(202);
    await until(asked, (count) => count >= PEOPLE / 3, 60_000);
    await Promise.all([first.end('SIGKILL'), door.end('SIGKILL')]);
    const before = await resultsOf(api, body.id);
    expect(before.open).toBeGreaterThan(PEOPLE / 3);
    const askedBefore = asked();

    const [second] = await Promise.all([spawnApi(api, env()), hire()]);
    running.push(second);
    const client = new TestClient({ url: second.url }, officer.cookie);
    const show = async () => (await client.get<ListBody>(`/api/verification-lists/${body.id}`)).body;
    const ended = await until(show, ({ state }) => state === 'finished', 150_000);

    expect(ended).toMatchObject({ rows: PEOPLE, done: PEOPLE });
    expect(Object.fromEntries(ended.results.map(({ result, count }) => [result, count]))).toEqual({
      match: (PEOPLE / 10) * 9,
      not_found: PEOPLE / 10,
    });
    expect(await resultsOf(api, body.id)).toEqual({ rows: PEOPLE, answers: PEOPLE, doubled: 0, open: 0 });
    const [audited]: { count: number; rows: number }[] = await api.db.query(
      `SELECT count(*)::int AS count, count(DISTINCT subject_id)::int AS rows FROM audit_entries
       WHERE action = 'verification_list.answered' AND details ->> 'listId' = $1`,
      [body.id],
    );
    expect(audited).toEqual({ count: PEOPLE, rows: PEOPLE });
    expect(new Set(nppes.asked).size).toBe(PEOPLE);
    // Only what was on its way when the worker died is put a second time.
    expect(asked() - PEOPLE).toBeLessThanOrEqual(AT_ONCE);
    expect(askedBefore).toBeGreaterThanOrEqual(PEOPLE / 3);
  }, 320_000);

  it('stops when told to, and goes on later with those that are left', async () => {
    nppes.asked = [];
    nppes.latency = 20;
    const fresh = Array.from({ length: 200 }, (_, at) => npiFrom(String(110_000_000 + at)));
    const csv = `number,name\n${fresh.map((number) => `${number},Ana Lestari`).join('\n')}\n`;
    api.clock.set(new Date());
    officer = await signIn(api, officer.accountId as string, officer.personId as string);
    const { id } = (await uploadedList(officer, csv, { groupId, authority: 'NPPES', name: 'Stop' })).body;
    await officer.post(`/api/verification-lists/${id}/confirmation`);
    await until(asked, (count) => count >= 20, 30_000);
    await officer.post(`/api/verification-lists/${id}/cancellation`);
    await settled(api.db);
    const stopped = await resultsOf(api, id);
    const count = asked();
    expect(stopped.open).toBe(fresh.length - count);
    expect(count).toBeLessThan(fresh.length);
    await officer.post(`/api/verification-lists/${id}/resumption`);
    await until(
      () => resultsOf(api, id),
      ({ open }) => open === 0,
      60_000,
    );
    expect(asked()).toBe(fresh.length);
    // However many messages say that it is its turn, applications find room beside a list.
    expect(nppes.mostAtOnce).toBeLessThanOrEqual(AT_ONCE);
    expect(new Set(nppes.asked).size).toBe(fresh.length);
  }, 120_000);
});
