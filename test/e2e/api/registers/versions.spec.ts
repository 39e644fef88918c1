import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { aRegister, imported, takenIn, uploaded } from '../../../support/registers';

const csv = (...names: (string | null)[]): string =>
  `number,name\n${names.flatMap((name, at) => (name === null ? [] : [`PT-${at},${name}`])).join('\n')}\n`;

describe('versions of a register', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    officer = await signedIn(api, { fullName: 'Petugas Register' });
    await grantPowers(api, officer.personId as string, groupId, ['registers.import']);
  });
  beforeEach(async () => {
    id = await aRegister(api, groupId, `A${Math.random()}`);
  });
  afterAll(() => api.close());

  const names = async (): Promise<string[]> =>
    (
      (await api.db.query(
        `SELECT number || ' ' || name AS line FROM register_entries WHERE register_id = $1 ORDER BY number_key`,
        [id],
      )) as { line: string }[]
    ).map(({ line }) => line);
  const correct = (number: string, entry: object | null, reason = 'Surat KTKI 12/2026') =>
    officer.post(`/api/registers/${id}/corrections`, { number, entry, reason });
  const undo = (importId: string, reason = 'Salah provinsi') =>
    officer.post<{ id: string; changes: object; left: object; state: string }>(
      `/api/registers/${id}/imports/${importId}/rollbacks`,
      { reason },
    );

  it('tell what changed row by row, in pages and as a table', async () => {
    await imported(api, officer, id, csv('Ana', 'Budi', 'Citra'));
    const second = await imported(api, officer, id, csv('Ana', 'Budi Hartono', null, 'Dewi'));
    const path = `/api/registers/${id}/imports/${second}/changes`;
    const page = await officer.get<{ total: number; items: object[] }>(`${path}?kind=changed`);
    expect(page.body).toMatchObject({
      total: 1,
      items: [{ kind: 'changed', row: 3, before: { name: 'Budi' }, after: { name: 'Budi Hartono' } }],
    });
    const all = await officer.get<{ items: { kind: string }[] }>(path);
    expect(all.body.items.map(({ kind }) => kind).sort()).toEqual(['changed', 'gone', 'new']);
    const table = (await officer.download(`${path}.csv`)).body.toString().trim().split('\r\n');
    expect(table).toHaveLength(4);
  });

  it('ask why where a file drops much, and take the reason', async () => {
    await imported(api, officer, id, csv(...Array<string>(20).fill('Ana')));
    const { body } = await uploaded(officer, id, csv(...Array<string>(12).fill('Ana')));
    expect(body).toMatchObject({ changes: { removed: 8 }, warnings: [{ code: 'drops_holders' }] });
    const path = `/api/registers/${id}/imports/${body.id}/confirmation`;
    expect(await officer.post(path)).toMatchObject({
      status: 400,
      body: { code: 'register_import.reason_invalid' },
    });
    expect(await officer.post(path, { reason: 'Delapan pindah provinsi' })).toMatchObject({ status: 202 });
    await takenIn(api, body.id);
    expect(await names()).toHaveLength(12);
  });

  it('undo what one file did, and leave later files and hands alone', async () => {
    await imported(api, officer, id, csv('Ana', 'Budi', 'Citra', 'Dewi', 'Eka'));
    const bad = await imported(api, officer, id, csv('Ana X', 'Budi X', 'Citra X', null, 'Eka', 'Fajar'));
    await imported(api, officer, id, csv('Ana X', 'Budi Baru', 'Citra X', null, 'Eka Baru', 'Fajar'));
    expect((await correct('PT-2', { name: 'Citra Dewi', status: 'active' })).status).toBe(201);

    const proposed = await undo(bad);
    expect(proposed.body).toMatchObject({
      state: 'checked',
      changes: { added: 1, changed: 1, removed: 1 },
      left: { laterFiles: 1, byHand: 1 },
    });
    expect(await names()).toEqual([
      'PT-0 Ana X',
      'PT-1 Budi Baru',
      'PT-2 Citra Dewi',
      'PT-4 Eka Baru',
      'PT-5 Fajar',
    ]);
    await officer.post(`/api/registers/${id}/imports/${proposed.body.id}/confirmation`);
    await takenIn(api, proposed.body.id);
    expect(await names()).toEqual([
      'PT-0 Ana',
      'PT-1 Budi Baru',
      'PT-2 Citra Dewi',
      'PT-3 Dewi',
      'PT-4 Eka Baru',
    ]);
    expect((await undo(bad)).body).toMatchObject({ code: 'register_rollback.undone_conflict' });

    const redo = await undo(proposed.body.id);
    await officer.post(`/api/registers/${id}/imports/${redo.body.id}/confirmation`);
    await takenIn(api, redo.body.id);
    expect(await names()).toEqual([
      'PT-0 Ana X',
      'PT-1 Budi Baru',
      'PT-2 Citra Dewi',
      'PT-4 Eka Baru',
      'PT-5 Fajar',
    ]);
    expect((await officer.get(`/api/registers/${id}`)).body).toMatchObject({
      currentNumber: 6,
      currentRows: 5,
    });
  });

  it('are not undone where there is nothing before, or nothing was done', async () => {
    const first = await imported(api, officer, id, csv('Ana'));
    expect(await undo(first)).toMatchObject({
      status: 409,
      body: { code: 'register_rollback.first_conflict' },
    });
    const { body } = await uploaded(officer, id, csv('Budi'));
    expect(await undo(body.id)).toMatchObject({ status: 409, body: { code: 'register_rollback.closed' } });
  });

  it('are corrected by hand with a reason; the next file says whom it overwrites, and waits for another look', async () => {
    await imported(api, officer, id, csv('Ana', 'Budi'));
    const waiting = await uploaded(officer, id, csv('Ana', 'Budi', 'Citra'));
    const corrected = await correct('pt 1', {
      name: 'Budi Hartono',
      status: 'suspended',
      validUntil: '2027-01-31',
    });
    expect(corrected.body).toMatchObject({
      entry: { number: 'pt 1', name: 'Budi Hartono', status: 'suspended', validUntil: '2027-01-31' },
      version: 3,
      changes: [
        { version: 3, versionKind: 'correction', reason: 'Surat KTKI 12/2026', before: { name: 'Budi' } },
      ],
    });
    expect(await officer.post(`/api/registers/${id}/imports/${waiting.body.id}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: 'register_import.outdated_conflict' },
    });
    const next = await uploaded(officer, id, csv('Ana', 'Budi', 'Citra'));
    expect(next.body).toMatchObject({
      changes: { added: 1, changed: 1, byHand: 1 },
      warnings: [{ code: 'overwrites_corrections' }],
    });
    expect((await correct('PT-0', null)).body).toMatchObject({ entry: null });
    expect(await names()).toEqual(['pt 1 Budi Hartono']);
    expect(await correct('PT-9', { name: '=Dewi', status: 'active' })).toMatchObject({
      status: 400,
      body: { code: 'register_correction.invalid', reasons: [{ field: 'entry.name' }] },
    });
  });
});
