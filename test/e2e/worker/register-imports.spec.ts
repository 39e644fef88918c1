import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../support/client';
import { aGroup } from '../../support/groups';
import { aRegister, uploaded } from '../../support/registers';
import { until } from '../../support/until';
import { settled, spawnWorker, startWorker } from '../../support/worker';

const ROWS = 20_000;

describe('register imports in the worker', () => {
  let api: TestApp;
  let officer: TestClient;
  let groupId: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Petugas' });
    await grantPowers(api, officer.personId as string, groupId, ['registers.import']);
  });
  afterAll(() => api.close());

  // Every hundredth row has a fault, where a mark says so.
  const csv = (mark: string, rows: number, faulty = false) =>
    `number,name,status\n${Array.from(
      { length: rows },
      (_, at) => `PT-${at},${mark} ${at},${faulty && at % 100 === 99 ? 'menari' : 'active'}`,
    ).join('\n')}\n`;
  async function waiting(registerId: string, content: string): Promise<string> {
    const { body } = await uploaded(officer, registerId, content);
    expect(body).toMatchObject({ state: 'reading', errorCount: 0 });
    return body.id;
  }
  const confirm = (registerId: string, importId: string) =>
    officer.post(`/api/registers/${registerId}/imports/${importId}/confirmation`);
  const announceAgain = (importId: string) =>
    api.db.query(
      `INSERT INTO outbox_messages (id, type, payload, occurred_at)
       SELECT gen_random_uuid(), type, payload, occurred_at FROM outbox_messages WHERE payload->>'importId' = $1`,
      [importId],
    );
  const progress = async (importId: string) => {
    const [row] = (await api.db.query(
      `SELECT state, imported_rows AS reached, error_count AS errors,
         (SELECT count(*)::int FROM register_import_rows WHERE import_id = i.id) AS waiting,
         (SELECT count(*)::int FROM register_import_problems WHERE import_id = i.id) AS problems,
         (SELECT count(*)::int FROM register_entries WHERE register_id = i.register_id) AS entries,
         (SELECT count(*)::int FROM register_import_chunks WHERE import_id = i.id) AS chunks
       FROM register_imports i WHERE id = $1`,
      [importId],
    )) as [
      {
        state: string;
        reached: number;
        errors: number;
        waiting: number;
        problems: number;
        entries: number;
        chunks: number;
      },
    ];
    return row;
  };

  it('killed half-way, go on where they stopped: no row lost, none twice, and none seen before the end', async () => {
    const registerId = await aRegister(api, groupId, 'KTKI');
    const importId = await waiting(registerId, csv('Ana', ROWS));
    const first = await spawnWorker(api);
    await until(
      () => progress(importId),
      ({ reached }) => reached > 0,
      100_000,
    );
    await first.end('SIGKILL');
    const half = await progress(importId);
    if (half.state === 'reading') expect(half.waiting).toBe(half.reached);
    expect((await officer.get(`/api/registers/${registerId}`)).body).toMatchObject({ currentNumber: null });

    const second = await spawnWorker(api);
    await until(
      () => progress(importId),
      ({ state }) => state === 'checked',
      100_000,
    );
    expect(await progress(importId)).toMatchObject({ reached: ROWS, waiting: ROWS, errors: 0, entries: 0 });
    await confirm(registerId, importId);
    await settled(api.db, 100_000);
    await second.end('SIGTERM');
    expect(await progress(importId)).toMatchObject({
      ...{ state: 'current', entries: ROWS, waiting: 0, chunks: 0 },
    });
    expect((await uploaded(officer, registerId, csv('Ana', ROWS))).body).toMatchObject({
      id: importId,
      state: 'current',
    });
  }, 300_000);

  it('announced twice are read once and taken in once, faults and all', async () => {
    const registerId = await aRegister(api, groupId, 'KKI');
    const refused = await waiting(registerId, csv('Budi', 12_000, true));
    await announceAgain(refused);
    const worker = await startWorker(api);
    await worker.settled();
    expect(await progress(refused)).toMatchObject({
      state: 'refused',
      errors: 120,
      problems: 120,
      waiting: 0,
    });

    const importId = await waiting(registerId, csv('Budi', 12_000));
    await worker.settled();
    await confirm(registerId, importId);
    await announceAgain(importId);
    await worker.settled();
    await worker.close();
    expect(await progress(importId)).toMatchObject({ state: 'current', entries: 12_000 });
    const [row] = (await api.db.query(
      `SELECT count(*)::int AS n FROM outbox_messages WHERE type = 'credentials.register_imported' AND payload->>'importId' = $1`,
      [importId],
    )) as unknown[];
    expect(row).toEqual({ n: 1 });
  });
});
