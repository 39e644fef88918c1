import { randomUUID } from 'node:crypto';
import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

interface Result {
  assigned: number;
  unchanged: number;
  refused: number;
  items: { applicationId: string; result: string; reason: string | null; assignedName: string | null }[];
}

describe('many cases handed over at once', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api);
    sari = await anOfficer('Sari Handayani');
    dewi = await anOfficer('Dewi Anggraini');
  });
  afterAll(() => api.close());

  async function anOfficer(fullName: string, groupId = group.groupId) {
    const client = await signedIn(api, { fullName });
    await grantPowers(api, client.personId as string, groupId, ['applications.review']);
    return client;
  }
  const give = async (who: TestClient, body: object) =>
    (await who.post<Result>('/api/review/assignments', body)).body;
  const seen = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }));
  const owners = async (...ids: string[]) => {
    const rows: { id: string; assignedTo: string | null; version: number }[] = await api.db.query(
      'SELECT id, assigned_to AS "assignedTo", version FROM applications WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return ids.map((id) => rows.find((row) => row.id === id));
  };

  it('go to a colleague, each on record, and go back again', async () => {
    const [one, other] = [await anApplication(api, group), await anApplication(api, group)];
    const result = await give(sari, { cases: seen(one.id, other.id), personId: dewi.personId });
    expect(result).toMatchObject({ assigned: 2, unchanged: 0, refused: 0 });
    expect(result.items[0]).toMatchObject({ result: 'assigned', assignedName: 'Dewi Anggraini' });
    expect(await owners(one.id, other.id)).toMatchObject([
      { assignedTo: dewi.personId, version: 2 },
      { assignedTo: dewi.personId, version: 2 },
    ]);
    const entries = await api.db.query(
      `SELECT 1 FROM audit_entries WHERE action = 'application.assigned' AND subject_id = ANY ($1::uuid[])`,
      [[one.id, other.id]],
    );
    expect(entries).toHaveLength(2);
    const back = await dewi.post<Result>('/api/review/releases', { cases: [{ id: one.id, version: 2 }] });
    expect(back).toMatchObject({ status: 200, body: { assigned: 1 } });
    expect(await owners(one.id)).toMatchObject([{ assignedTo: null, version: 3 }]);
  });

  it('are refused one by one with the reason, and the others go', async () => {
    const fine = await anApplication(api, group);
    const changed = await anApplication(api, group);
    await api.db.query('UPDATE applications SET version = 7 WHERE id = $1', [changed.id]);
    const theirs = await anApplication(api, group, { applicant: dewi });
    const own = await anApplication(api, group, { applicant: sari });
    const near = await anApplication(api, group);
    await dewi.post(`/api/review/applications/${near.id}/conflicts`, { reason: 'Saudara' });
    const done = await anApplication(api, group);
    await api.db.query(`UPDATE applications SET state = 'withdrawn' WHERE id = $1`, [done.id]);
    const elsewhere = await anApplication(api, await anAdmittingGroup(api));
    const [missing, all] = [randomUUID(), [fine, changed, theirs, own, near, done, elsewhere]];
    const ids = [...all.map(({ id }) => id), missing];
    const result = await give(sari, { cases: seen(...ids), personId: dewi.personId });
    expect(result.items.map(({ reason }) => reason)).toEqual([
      null,
      'stale',
      'assignee_own_case',
      'own_case',
      'assignee_conflict',
      'closed',
      'not_found',
      'not_found',
    ]);
    expect(result).toMatchObject({ assigned: 1, refused: 7 });
    expect(result.items[6]).toMatchObject({ reference: null, applicantName: null });
    expect((await owners(...ids.slice(1, 7))).every((row) => row?.assignedTo === null)).toBe(true);
  });

  it('go to an officer who has no power there, to none of them', async () => {
    const outside = await anOfficer('Eko', (await anAdmittingGroup(api)).groupId);
    const one = await anApplication(api, group);
    const result = await give(sari, { cases: seen(one.id), personId: outside.personId });
    expect(result.items[0]).toMatchObject({ result: 'refused', reason: 'assignee_no_power' });
    const nobody = await sari.post('/api/review/assignments', {
      cases: seen(one.id),
      personId: randomUUID(),
    });
    expect(nobody).toMatchObject({ status: 404, body: { code: 'person.not_found' } });
  });

  it('are all of a filter, which says how many', async () => {
    const [one, other] = [
      await anApplication(api, group, { fullName: 'Budi Satu' }),
      await anApplication(api, group, { fullName: 'Budi Dua' }),
    ];
    const third = await anApplication(api, group, { fullName: 'Citra' });
    const filter = { tab: 'unassigned', sort: 'due', q: 'budi', groupId: group.groupId };
    expect(await give(sari, { filter })).toMatchObject({ assigned: 2, refused: 0 });
    expect(await owners(one.id, other.id, third.id)).toMatchObject([
      { assignedTo: sari.personId },
      { assignedTo: sari.personId },
      { assignedTo: null },
    ]);
    expect(await give(sari, { filter: { ...filter, tab: 'team' } })).toMatchObject({
      assigned: 0,
      unchanged: 2,
    });
  });

  it('go to one of two officers who give them at once; the other is told of each', async () => {
    const made = [];
    for (let place = 0; place < 12; place += 1) made.push((await anApplication(api, group)).id);
    const [mine, theirs] = await Promise.all([
      give(sari, { cases: seen(...made) }),
      give(dewi, { cases: seen(...[...made].reverse()) }),
    ]);
    expect([mine.assigned, theirs.assigned].sort((one, other) => one - other)).toEqual([0, 12]);
    const lost = mine.assigned === 0 ? mine : theirs;
    const winner = mine.assigned === 0 ? dewi : sari;
    expect(lost.items.every(({ reason }) => reason === 'stale')).toBe(true);
    expect(lost.items[0]?.assignedName).toBe(winner === sari ? 'Sari Handayani' : 'Dewi Anggraini');
    for (const row of await owners(...made))
      expect(row).toMatchObject({ assignedTo: winner.personId, version: 2 });
  });

  it.each([
    ['nothing named', () => ({})],
    [
      'cases and a filter',
      () => ({ cases: seen(randomUUID()), filter: { tab: 'team', sort: 'due', q: '' } }),
    ],
    ['too many', () => ({ cases: seen(...Array.from({ length: 201 }, () => randomUUID())) })],
    ['a case twice', () => ({ cases: seen(...Array.from({ length: 2 }, () => group.groupId)) })],
  ])('are refused with %s', async (_, body) => {
    expect((await sari.post('/api/review/assignments', body())).status).toBe(400);
  });
});
