import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

const POWERS = ['applications.review', 'applications.decide', 'licences.check'];

describe('checks of a case in which an officer declared a conflict of interest', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let close: TestClient;
  let colleague: TestClient;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence]);
    [close, colleague] = [await signedIn(api), await signedIn(api)];
    for (const officer of [close, colleague])
      await grantPowers(api, officer.personId as string, group.groupId, POWERS);
  });
  afterAll(() => api.close());

  /** Two cases with a check each; the officer `close` declared a conflict in the first. */
  async function cases(check = {}) {
    const [one, other] = [await anApplication(api, group), await anApplication(api, group)];
    const mine = await anOfferedLicence(api, group, one, check);
    const free = await anOfferedLicence(api, group, other, check);
    const reason = { reason: 'Kakak saya' };
    expect((await close.post(`/api/review/applications/${one.id}/conflicts`, reason)).status).toBe(204);
    return { one, other, closed: mine.checkId, open: free.checkId };
  }
  const word = { verdict: 'confirm', outcome: 'mismatch', reason: 'Sama dengan sumber' };

  it('cannot be settled by that officer, named by id, and can be by a colleague', async () => {
    const { closed, open } = await cases({ outcome: 'mismatch', action: 'needs_person' });
    expect(await close.post(`/api/checks/${closed}/reviews`, word)).toMatchObject({
      status: 403,
      body: { code: 'check.forbidden', detail: expect.stringContaining('conflict of interest') },
    });
    const trail = `SELECT 1 FROM check_reviews WHERE check_id = $1 UNION ALL
      SELECT 1 FROM audit_entries WHERE subject_id = $1`;
    expect(await api.db.query(trail, [closed])).toEqual([]);
    expect((await close.post(`/api/checks/${open}/reviews`, word)).status).toBe(201);
    expect((await colleague.post(`/api/checks/${closed}/reviews`, word)).status).toBe(201);
  });

  it('cannot be put to the source again by that officer', async () => {
    const { closed } = await cases({ outcome: 'mismatch', action: 'needs_person' });
    expect(await close.post(`/api/checks/${closed}/retries`)).toMatchObject({
      status: 403,
      body: { code: 'check.forbidden' },
    });
    expect((await colleague.post(`/api/checks/${closed}/retries`)).status).toBe(202);
  });

  it('are shown without the acts of a reviewer, one by one and as a list', async () => {
    const { one, closed } = await cases();
    const list = `/api/checks?originId=${one.id}`;
    expect((await close.get(`/api/checks/${closed}`)).body).toMatchObject({ reviewable: false });
    expect((await close.get(list)).body).toMatchObject([{ reviewable: false }]);
    expect((await colleague.get(list)).body).toMatchObject([{ reviewable: true }]);
  });
});
