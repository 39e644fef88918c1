import { AdmissionRules } from '@himpun/groups';
import { systemActor } from '@himpun/kernel';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

interface View {
  id: string;
  version: number;
  name: string;
  filter: Record<string, unknown> | null;
  isOwn: boolean;
  isDefault: boolean;
  problem: string | null;
  count: number | null;
}

const WHOLE = { tab: 'team', sort: 'due', q: '' };

describe('kept views of the queue', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api, [asks.commitment]);
    sari = await anOfficer('Sari', group.groupId);
    dewi = await anOfficer('Dewi', group.groupId);
  });
  afterAll(() => api.close());

  async function anOfficer(fullName: string, groupId: string) {
    const client = await signedIn(api, { fullName });
    await grantPowers(api, client.personId as string, groupId, ['applications.review']);
    return client;
  }
  const keep = (who: TestClient, name: string, more: object = {}) =>
    who.post<{ id: string }>('/api/review/views', { name, filter: WHOLE, ...more });
  const views = async (who: TestClient) => (await who.get<View[]>('/api/review/views')).body;
  const change = (who: TestClient, id: string, body: object, version = 1) =>
    who.put(`/api/review/views/${id}`, { filter: WHOLE, ...body }, { 'If-Match': `"${version}"` });
  const recorded = async (id: string) =>
    (
      await api.db.query<{ action: string }[]>(
        'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id',
        [id],
      )
    ).map(({ action }) => action);

  it('are one’s own, with a live count, until they are thrown away', async () => {
    await anApplication(api, group, { fullName: 'Zara' });
    const { body } = await keep(sari, 'Tanpa petugas', {
      filter: { ...WHOLE, tab: 'unassigned', q: 'zara' },
    });
    expect(await views(sari)).toMatchObject([
      {
        id: body.id,
        name: 'Tanpa petugas',
        filter: { tab: 'unassigned', sort: 'due', q: 'zara', groupId: null },
        isOwn: true,
        count: 1,
        problem: null,
      },
    ]);
    await anApplication(api, group, { fullName: 'Zara Dua' });
    expect((await views(sari))[0]?.count).toBe(2);
    expect(await views(dewi)).toEqual([]);
    expect((await dewi.delete(`/api/review/views/${body.id}`)).status).toBe(404);
    expect((await change(dewi, body.id, { name: 'Milik saya' })).status).toBe(404);
    expect((await sari.delete(`/api/review/views/${body.id}`)).status).toBe(204);
    expect(await views(sari)).toEqual([]);
    expect(await recorded(body.id)).toEqual([]);
  });

  it('are shared with a group’s officers, each counting for themselves, on record', async () => {
    await anApplication(api, group, { applicant: dewi });
    const { body } = await keep(sari, 'Semua', { groupId: group.groupId });
    const elsewhere = await anOfficer('Eko', (await anAdmittingGroup(api)).groupId);
    expect(await views(sari)).toMatchObject([{ isOwn: true, count: 1 }]);
    expect(await views(dewi)).toMatchObject([{ isOwn: false, ownerName: 'Sari', count: 0 }]);
    expect(await views(elsewhere)).toEqual([]);
    expect((await change(sari, body.id, { name: 'Hanya saya' })).status).toBe(200);
    expect(await views(dewi)).toEqual([]);
    expect(await recorded(body.id)).toEqual(['queue_view.shared', 'queue_view.withdrawn']);
    expect((await keep(elsewhere, 'Semua', { groupId: group.groupId })).status).toBe(403);
  });

  it('have each name once per officer, and are at most twenty', async () => {
    await keep(sari, 'Hari ini');
    expect(await keep(sari, ' hari INI ')).toMatchObject({ status: 409, body: { code: 'view.taken' } });
    expect((await keep(dewi, 'Hari ini')).status).toBe(201);
    const tried = await Promise.all(
      Array.from({ length: 22 }, (_, place) => keep(sari, `Tampilan ${place}`)),
    );
    expect(tried.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(tried.find(({ status }) => status !== 201)).toMatchObject({
      status: 429,
      body: { code: 'view.exhausted' },
    });
    expect(await views(sari)).toHaveLength(20);
  });

  it('open the queue where one chose them, also what a colleague shares', async () => {
    const { body } = await keep(sari, 'Semua', { groupId: group.groupId });
    const own = await keep(sari, 'Sendiri');
    const open = (who: TestClient, viewId?: string) => who.put('/api/review/default-view', { viewId });
    expect((await open(dewi, body.id)).status).toBe(204);
    expect(await views(dewi)).toMatchObject([{ isDefault: true }]);
    expect((await open(dewi, own.body.id)).status).toBe(404);
    expect(await views(dewi)).toMatchObject([{ isDefault: true }]);
    expect((await open(dewi)).status).toBe(204);
    expect(await views(dewi)).toMatchObject([{ isDefault: false }]);
  });

  it('lose against a change that came before', async () => {
    const { body } = await keep(sari, 'Satu');
    const both = await Promise.all([
      change(sari, body.id, { name: 'Dua' }),
      change(sari, body.id, { name: 'Tiga' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await views(sari))[0]?.version).toBe(2);
  });

  it('say when the rule of their grade was published anew, until they are kept again', async () => {
    const filter = { ...WHOLE, gradeId: group.gradeId };
    const { body } = await keep(sari, 'Anggota biasa', { filter });
    expect(await views(sari)).toMatchObject([{ problem: null }]);
    await api.db.transaction((tx) =>
      api.app.get(AdmissionRules, { strict: false }).publishIn(tx, systemActor('founding'), {
        groupId: group.groupId,
        gradeId: group.gradeId,
        requirements: [asks.licence],
      }),
    );
    expect(await views(sari)).toMatchObject([{ problem: 'rule_changed' }]);
    await change(sari, body.id, { name: 'Anggota biasa', filter });
    expect(await views(sari)).toMatchObject([{ problem: null }]);
  });

  it('say when their filter is no longer understood', async () => {
    const { body } = await keep(sari, 'Lama');
    await api.db.query(`UPDATE queue_views SET filter = '{"tab": "all"}' WHERE id = $1`, [body.id]);
    expect(await views(sari)).toMatchObject([{ problem: 'unreadable', filter: null, count: null }]);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['an unknown tab', { name: 'x', filter: { ...WHOLE, tab: 'all' } }],
    ['an unknown filter', { name: 'x', filter: { ...WHOLE, colour: 'red' } }],
    ['no filter', { name: 'x', filter: undefined }],
  ])('are refused with %s', async (_, body) => {
    expect((await sari.post('/api/review/views', { filter: WHOLE, ...body })).status).toBe(400);
  });

  it('offer the groups, grades and officers to choose among', async () => {
    const { body } = await sari.get('/api/review/options');
    expect(body).toMatchObject({
      groups: [{ id: group.groupId }],
      grades: [{ id: group.gradeId, groupId: group.groupId }],
      officers: [{ fullName: 'Dewi' }, { fullName: 'Sari' }],
    });
  });
});
