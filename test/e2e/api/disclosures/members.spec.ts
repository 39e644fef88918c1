import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { SECRET } from '../../../support/disclosures';
import { aNumberedMember } from '../../../support/sponsors';

describe('a member’s disclosure', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.commitment]);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, String(officer.personId), group.groupId, ['applications.decide']);
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  const cases = async () =>
    (await officer.get<{ items: { id: string; personId: string; change: string }[] }>('/api/standing-cases'))
      .body.items;

  it('opens a case that an officer reads and settles, and changes nothing by itself', async () => {
    const { person, membershipId } = await aNumberedMember(api, group);
    const told = await person.post('/api/disclosures', { membershipId, text: SECRET, evidenceFileIds: [] });
    expect(told.status).toBe(201);
    const [found] = await cases();
    expect(found).toMatchObject({
      change: 'disclosed',
      proposal: 'review',
      status: 'active',
      hasDisclosure: true,
    });
    expect(JSON.stringify(found)).not.toContain('Surabaya');
    const opened = await officer.post(`/api/standing-cases/${found?.id}/disclosure/readings`);
    expect(opened).toMatchObject({ status: 200, body: { text: SECRET } });
    expect((await person.get('/api/account/private-reads')).body).toMatchObject({
      total: 1,
      items: [{ subjectType: 'disclosure', reader: 'Sari Kusumawati' }],
    });
    expect((await person.get('/api/disclosures')).body).toMatchObject([{ state: 'open' }]);
    await officer.post(`/api/standing-cases/${found?.id}/settlement`, {
      verdict: 'keep',
      reason: 'Settled long ago.',
    });
    expect((await person.get('/api/disclosures')).body).toMatchObject([{ state: 'settled' }]);
    const periods = await api.db.query('SELECT status FROM membership_periods WHERE membership_id = $1', [
      membershipId,
    ]);
    expect(periods).toEqual([{ status: 'active' }]);
  });

  it('is about one’s own membership, says something, and ends after a few', async () => {
    const { person, membershipId } = await aNumberedMember(api, group);
    const other = await aNumberedMember(api, group);
    const tell = (id: string, text: string) =>
      person.post('/api/disclosures', { membershipId: id, text, evidenceFileIds: [] });
    expect((await tell(other.membershipId, SECRET)).status).toBe(404);
    expect((await tell(membershipId, ' ')).status).toBe(400);
    for (let times = 0; times < 5; times += 1) expect((await tell(membershipId, SECRET)).status).toBe(201);
    expect((await tell(membershipId, SECRET)).status).toBe(429);
  });

  it('is closed to officers elsewhere, and to the member’s own powers', async () => {
    const { person, membershipId } = await aNumberedMember(api, group);
    await person.post('/api/disclosures', { membershipId, text: SECRET, evidenceFileIds: [] });
    const found = (await cases()).find(({ personId }) => personId === person.personId);
    const elsewhere = await signedIn(api);
    await grantPowers(api, String(elsewhere.personId), (await anAdmittingGroup(api)).groupId, [
      'applications.decide',
    ]);
    await grantPowers(api, String(person.personId), group.groupId, ['applications.decide']);
    for (const who of [elsewhere, person]) {
      expect((await who.post(`/api/standing-cases/${found?.id}/disclosure/readings`)).status).toBe(404);
    }
  });
});
