import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

interface Why {
  id: string;
  decidedByName: string | null;
  requirements: { requirementId: string; result: string; evidence: { checks: { outcome: string }[] }[] }[];
}

describe('a decision', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  let applicant: TestClient;
  let applicationId: string;
  let decisionId: string;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence, asks.ethics]);
    officer = await signedIn(api, { fullName: 'Sari Officer' });
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.decide']);
    const application = await anApplication(api, group);
    await anOfferedLicence(api, group, application);
    ({ id: applicationId, applicant } = application);
    const answer = await officer.post<{ decisionId: string }>(
      `/api/applications/${applicationId}/decisions`,
      { outcome: 'approved', reasonCodes: ['requirements_met'], note: 'Selamat bergabung.' },
      { 'If-Match': '"1"' },
    );
    decisionId = answer.body.decisionId;
  });
  afterAll(() => api.close());

  const why = (client: TestClient) => client.get<Why>(`/api/applications/${applicationId}/decision`);
  const replay = (client: TestClient) => client.post(`/api/decisions/${decisionId}/replays`);

  it('tells each rule with its result and the evidence it rested on, even after the evidence has changed', async () => {
    await api.db.query(`UPDATE checks SET outcome = 'revoked' WHERE origin_id = $1`, [applicationId]);
    expect((await why(officer)).body).toMatchObject({
      id: decisionId,
      outcome: 'approved',
      decidedByName: 'Sari Officer',
      ruleVersion: 1,
      decidedOn: '2026-11-21',
      reasons: [{ code: 'requirements_met', text: { en: 'All requirements of this grade are met.' } }],
      requirements: [
        {
          requirementId: 'licence',
          result: 'met',
          evidence: [{ standing: 'confirmed', checks: [{ source: 'register', outcome: 'match' }] }],
        },
        { requirementId: 'ethics', result: 'pending' },
      ],
    });
  });

  it('is told to the applicant without the officer’s name, and does not exist for anybody else', async () => {
    expect((await why(applicant)).body).toMatchObject({ note: 'Selamat bergabung.', decidedByName: null });
    const other = await signedIn(api);
    expect(await why(other)).toMatchObject({ status: 404, body: { code: 'decision.not_found' } });
    expect((await replay(other)).status).toBe(404);
  });

  it('replays to the same result after the licence has run out and the rule has a new version', async () => {
    api.clock.set('2029-01-01T00:00:00Z');
    const later = await signedIn(api);
    await grantPowers(api, later.personId as string, group.groupId, ['applications.review']);
    await api.db.query(
      `INSERT INTO admission_rules (id, created_at, group_id, grade_id, version, requirements, published_at, text_hash)
       SELECT gen_random_uuid(), created_at, group_id, grade_id, 2, '[]', published_at, text_hash FROM admission_rules WHERE id = $1`,
      [group.ruleId],
    );
    expect(await replay(later)).toMatchObject({
      status: 200,
      body: { same: true, factsIntact: true, results: [{ result: 'met' }, { result: 'pending' }] },
    });
    api.clock.set('2026-11-21T03:00:00Z');
  });

  it('cannot be changed in the database, and a replay shows facts that were', async () => {
    const forge = `UPDATE decisions SET facts = jsonb_set(facts, '{credentials,licence,0,standing}', '"refuted"') WHERE id = $1`;
    await expect(api.db.query(forge, [decisionId])).rejects.toThrow('append-only');
    await api.db.query('ALTER TABLE decisions DISABLE TRIGGER decisions_append_only');
    await api.db.query(forge, [decisionId]);
    expect((await replay(officer)).body).toMatchObject({ same: false, factsIntact: false });
  });
});
