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

  const csv = (mark: string, rows: number) =>
    `number,name,status\n${Array.from({ length: rows }, (_, at) => `PT-${at},${mark} ${at},active`).join('\n')}\n`;
  async function confirmed(registerId: string, content: string): Promise<string> {
    const { body } = await uploaded(officer, registerId, content);
    expect(body).toMatchObject({ state: 'checked', errorCount: 0 });
    await officer.post(`/api/registers/${registerId}/imports/${body.id}/confirmation`);
    return body.id;
  }
  const progress = async (importId: string) => {
    const [row] = (await api.db.query(
      `SELECT state, imported_rows AS reached, (SELECT count(*)::int FROM register_entries WHERE import_id = i.id) AS entries,
         (SELECT count(DISTINCT number_key)::int FROM register_entries WHERE import_id = i.id) AS numbers,
         (SELECT count(*)::int FROM register_import_chunks WHERE import_id = i.id) AS chunks
       FROM register_imports i WHERE id = $1`,
      [importId],
    )) as [{ state: string; reached: number; entries: number; numbers: number; chunks: number }];
    return row;
  };

  it('killed half-way, go on where they stopped: no row lost, none twice, and none seen before the end', async () => {
    const registerId = await aRegister(api, groupId, 'KTKI');
    const importId = await confirmed(registerId, csv('Ana', ROWS));
    const first = await spawnWorker(api);
    const seen = await until(
      () => progress(importId),
      ({ reached }) => reached > 0,
      60_000,
    );
    await first.end('SIGKILL');
    const half = await progress(importId);
    expect(seen.state).toBe('confirmed');
    if (half.state === 'confirmed') {
      expect(half.entries).toBe(half.reached);
      expect((await officer.get(`/api/registers/${registerId}`)).body).toMatchObject({ currentNumber: null });
    }
    const second = await spawnWorker(api);
    await settled(api.db, 60_000);
    await second.end('SIGTERM');
    expect(await progress(importId)).toEqual({
      ...{ state: 'current', reached: ROWS, entries: ROWS, numbers: ROWS, chunks: 0 },
    });
    expect((await uploaded(officer, registerId, csv('Ana', ROWS))).body).toMatchObject({
      id: importId,
      state: 'current',
    });
  });

  it('announced twice are taken in once', async () => {
    const registerId = await aRegister(api, groupId, 'KKI');
    const importId = await confirmed(registerId, csv('Budi', 2_500));
    await api.db.query(
      `INSERT INTO outbox_messages (id, type, payload, occurred_at)
       SELECT gen_random_uuid(), type, payload, occurred_at FROM outbox_messages WHERE payload->>'importId' = $1`,
      [importId],
    );
    const worker = await startWorker(api);
    await worker.settled();
    await worker.close();
    expect(await progress(importId)).toMatchObject({ state: 'current', entries: 2_500, reached: 2_500 });
    const [row] = (await api.db.query(
      `SELECT count(*)::int AS n FROM outbox_messages WHERE type = 'credentials.register_imported' AND payload->>'importId' = $1`,
      [importId],
    )) as unknown[];
    expect(row).toEqual({ n: 1 });
  });
});
