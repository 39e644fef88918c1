import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

interface Hold {
  id: string;
  fullName: string;
  reason: string;
  mayRelease: boolean;
  releasedReason: string | null;
}

describe('a hold on somebody’s documents', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    group = await anAdmittingGroup(api);
    officer = await officerWith('applications.decide');
  });
  afterAll(() => api.close());

  async function officerWith(power: string): Promise<TestClient> {
    const person = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(person.personId), group.groupId, [power]);
    return person;
  }
  const holdOn = (reference: string, isShown = true) => ({
    ...{ reference, kind: 'legal', isShown },
    reason: 'Claim before the court of Jakarta.',
  });
  const listed = async (who: TestClient, state = 'standing'): Promise<Hold[]> =>
    (await who.get<{ items: Hold[] }>(`/api/retention-holds?state=${state}`)).body.items;
  const own = async (who: TestClient): Promise<{ reason: string; releasedAt: string | null }[]> =>
    (await who.get<{ reason: string; releasedAt: string | null }[]>('/api/account/retention-holds')).body;

  it('is placed and let go with a reason, on record each time, and the person reads of it', async () => {
    const { reference, applicant } = await anApplication(api, group);
    expect((await officer.post('/api/retention-holds', holdOn(reference.toLowerCase()))).status).toBe(204);
    const [hold] = await listed(officer);
    expect(hold).toMatchObject({ fullName: 'Ben Pratama', mayRelease: true, releasedReason: null });
    expect(await own(applicant)).toMatchObject([{ reason: hold?.reason, releasedAt: null }]);

    const path = `/api/retention-holds/${hold?.id}/release`;
    expect((await officer.post(path, { reason: 'The claim was settled.' })).status).toBe(204);
    expect(await listed(officer)).toEqual([]);
    expect(await listed(officer, 'released')).toMatchObject([{ releasedReason: 'The claim was settled.' }]);
    const trail: { action: string; reason: string }[] = await api.db.query(
      'SELECT action, reason FROM audit_entries WHERE subject_id = $1 ORDER BY at, id',
      [hold?.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['retention_hold.placed', 'retention_hold.released']);
    expect(trail.at(-1)?.reason).toBe('The claim was settled.');
  });

  it('that its subject could thwart is not shown to them while it stands', async () => {
    const { reference, applicant } = await anApplication(api, group);
    await officer.post('/api/retention-holds', holdOn(reference, false));
    expect(await own(applicant)).toEqual([]);
    const [hold] = await listed(officer);
    await officer.post(`/api/retention-holds/${hold?.id}/release`, { reason: 'Closed.' });
    expect(await own(applicant)).toHaveLength(1);
  });

  it('is the business of those who decide there, and of nobody in a case of their own', async () => {
    const { reference } = await anApplication(api, group);
    const reviewer = await officerWith('applications.review');
    expect((await reviewer.post('/api/retention-holds', holdOn(reference))).status).toBe(403);
    const elsewhere = await anAdmittingGroup(api);
    const stranger = await signedIn(api);
    await grantPowers(api, String(stranger.personId), elsewhere.groupId, ['applications.decide']);
    expect((await stranger.post('/api/retention-holds', holdOn(reference))).status).toBe(404);
    const ownCase = await anApplication(api, group, { applicant: officer });
    expect((await officer.post('/api/retention-holds', holdOn(ownCase.reference))).status).toBe(404);

    await officer.post('/api/retention-holds', holdOn(reference));
    const [hold] = await listed(reviewer);
    expect(hold?.mayRelease).toBe(false);
    const path = `/api/retention-holds/${hold?.id}/release`;
    expect((await reviewer.post(path, { reason: 'x' })).status).toBe(403);
    expect((await stranger.post(path, { reason: 'x' })).status).toBe(404);
    expect(await listed(stranger)).toEqual([]);
  });
});
