import { randomUUID } from 'node:crypto';
import { anAdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

describe('choosing a trainer', () => {
  let api: TestApp;
  let groupId: string;
  let planner: TestClient;
  beforeAll(async () => {
    api = await startApi();
    const group = await anAdmittingGroup(api);
    groupId = group.groupId;
    planner = await signedIn(api, { fullName: 'Putri Perencana' });
    await grantPowers(api, String(planner.personId), groupId, ['activities.manage']);
    const member = await signedIn(api, { fullName: 'Putra Anggota' });
    await api.db.query(
      `INSERT INTO memberships (id, created_at, person_id, group_id, grade_id, number, card_code)
       VALUES ($1, $2, $3, $4, $5, 'PI-1', $6)`,
      [randomUUID(), api.clock.now(), member.personId, groupId, group.gradeId, randomUUID()],
    );
    await signedIn(api, { fullName: 'Putro Orang Luar' });
  });
  afterAll(() => api.close());
  const found = async (q: string): Promise<string[]> =>
    (
      await planner.get<{ name: string }[]>(`/api/trainers?group=${groupId}&q=${encodeURIComponent(q)}`)
    ).body.map(({ name }) => name);

  it('finds the group’s people by part of a name, and nobody from outside', async () => {
    expect(await found('put')).toEqual(['Putra Anggota', 'Putri Perencana']);
    expect(await found('anggota')).toEqual(['Putra Anggota']);
    expect(await found('%%')).toEqual([]);
  });

  it('is for who plans there', async () => {
    const other = await signedIn(api);
    await grantPowers(api, String(other.personId), await aGroup(api), ['activities.manage']);
    expect((await other.get(`/api/trainers?group=${groupId}&q=put`)).status).toBe(403);
    expect((await planner.get(`/api/trainers?group=${randomUUID()}&q=put`)).status).toBe(404);
    expect((await planner.get(`/api/trainers?group=${groupId}&q=p`)).status).toBe(400);
  });
});
