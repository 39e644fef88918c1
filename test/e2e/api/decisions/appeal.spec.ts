import type { DecisionRule } from '@himpun/groups';
import { anAdmittingGroup, anApplication, anOfferedLicence, asks } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { readPdf } from '../../../support/read-pdf';

describe('an appeal', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  afterEach(() => api.clock.set('2026-11-21T03:00:00Z'));
  afterAll(() => api.close());

  async function aDesk(decision?: DecisionRule) {
    const group = await anAdmittingGroup(api, [asks.licence], { decision });
    const officer = async (fullName: string) => {
      const client = await signedIn(api, { fullName });
      await grantPowers(api, client.personId as string, group.groupId, ['applications.decide']);
      return client;
    };
    const [sari, dewi] = [await officer('Sari'), await officer('Dewi')];
    const application = await anApplication(api, group);
    await anOfferedLicence(api, group, application);
    return { group, officer, sari, dewi, ...application };
  }

  const approve = { outcome: 'approved', reasonCodes: ['requirements_met'] };
  const reject = { outcome: 'rejected', reasonCodes: ['evidence_insufficient'] };
  async function decide(client: TestClient, id: string, body: object) {
    const [row] = await api.db.query('SELECT version FROM applications WHERE id = $1', [id]);
    const version = (row as { version: number }).version;
    return client.post<{ decisionId: string }>(`/api/applications/${id}/decisions`, body, {
      'If-Match': `"${version}"`,
    });
  }
  const appeal = (client: TestClient, id: string) =>
    client.post(`/api/applications/${id}/appeals`, { grounds: 'Foto yang jelas ada di berkas kedua.' });
  const why = (client: TestClient, id: string, instance = 'last') =>
    client.get<{ id: string }>(`/api/applications/${id}/decision?instance=${instance}`);

  it('is decided by others than the first decision, and both decisions stay with their replays', async () => {
    const { id, sari, dewi, applicant } = await aDesk();
    await decide(sari, id, reject);
    expect((await why(applicant, id)).body).toMatchObject({ mayAppeal: true, appealUntil: '2026-12-21' });
    expect((await why(sari, id)).body).toMatchObject({ mayAppeal: false });
    expect((await appeal(applicant, id)).status).toBe(201);
    const seen = await sari.get(`/api/review/applications/${id}`);
    expect(seen.body).toMatchObject({
      state: 'submitted',
      mayDecide: false,
      appeal: { grounds: 'Foto yang jelas ada di berkas kedua.' },
    });
    expect(await decide(sari, id, approve)).toMatchObject({
      status: 403,
      body: { code: 'application.forbidden' },
    });
    expect((await decide(dewi, id, approve)).status).toBe(201);
    const [last, first] = [(await why(applicant, id)).body, (await why(applicant, id, 'first')).body];
    expect(last).toMatchObject({ outcome: 'approved', isAppeal: true, appealUntil: null, mayAppeal: false });
    expect(first).toMatchObject({ outcome: 'rejected', isAppeal: false, mayAppeal: false });
    for (const decision of [last, first]) {
      const replay = await applicant.post(`/api/decisions/${decision.id}/replays`);
      expect(replay.body).toMatchObject({ same: true });
    }
    expect((await applicant.get(`/api/applications/${id}`)).body).toMatchObject({ state: 'admitted' });
  });

  it('is possible once, in time, by the applicant alone, and not beside another open application', async () => {
    const { id, group, sari, dewi, applicant } = await aDesk({ kind: 'officer', appealDays: 7 });
    expect(await appeal(applicant, id)).toMatchObject({ status: 409, body: { code: 'appeal.closed' } });
    await decide(sari, id, reject);
    expect(await appeal(dewi, id)).toMatchObject({ status: 404, body: { code: 'application.not_found' } });
    const back = (client: TestClient) => signIn(api, client.accountId as string, client.personId as string);
    api.clock.set('2026-11-29T03:00:00Z');
    expect(await appeal(await back(applicant), id)).toMatchObject({
      status: 409,
      body: { code: 'appeal.closed' },
    });
    api.clock.set('2026-11-28T03:00:00Z');
    const [late, colleague] = [await back(applicant), await back(dewi)];
    // Applications of tests take the first numbers without asking.
    await api.db.query(`SELECT setval('application_numbers', 500000)`);
    const again = await late.post<{ id: string }>('/api/applications', {
      groupId: group.groupId,
      gradeId: group.gradeId,
    });
    expect(await appeal(late, id)).toMatchObject({ status: 409, body: { code: 'application.taken' } });
    await late.delete(`/api/applications/${again.body.id}`);
    const answers = await Promise.all([appeal(late, id), appeal(late, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await decide(colleague, id, reject)).status).toBe(201);
    expect(await appeal(late, id)).toMatchObject({ status: 409, body: { code: 'appeal.closed' } });
  });

  it('against a panel is for officers who cast no vote on it; the votes of the first do not count', async () => {
    const { id, officer, sari, dewi, applicant } = await aDesk({ kind: 'two_persons' });
    const vote = async (client: TestClient, ballot: object) => {
      const { body } = await client.get<{ factsHash: string }>(`/api/review/applications/${id}`);
      return client.post(`/api/applications/${id}/votes`, { ...ballot, factsHash: body.factsHash });
    };
    const against = { vote: 'reject', reasonCodes: ['evidence_insufficient'] };
    const abstaining = await officer('Agus');
    await vote(abstaining, { vote: 'abstain', note: 'Bukan bidang saya' });
    await vote(sari, against);
    await vote(dewi, against);
    await appeal(applicant, id);
    const [citra, dodi] = [await officer('Citra'), await officer('Dodi')];
    expect((await citra.get(`/api/review/applications/${id}`)).body).toMatchObject({
      panel: { votes: [], lapsed: [], waiting: [{ fullName: 'Citra' }, { fullName: 'Dodi' }] },
    });
    for (const before of [abstaining, sari]) expect((await vote(before, against)).status).toBe(403);
    const favour = { vote: 'approve', reasonCodes: ['requirements_met'] };
    expect((await vote(citra, favour)).body).toMatchObject({ decisionId: null });
    expect((await vote(dodi, favour)).body).toMatchObject({ decisionId: expect.any(String) as string });
  });

  it('cannot be decided by who decided first, even past the service', async () => {
    const { id, sari, applicant } = await aDesk();
    const { decisionId } = (await decide(sari, id, reject)).body;
    await appeal(applicant, id);
    const again = api.db.query(
      'INSERT INTO decision_members (decision_id, application_id, person_id) VALUES ($1, $2, $3)',
      [decisionId, id, sari.personId],
    );
    await expect(again).rejects.toThrow('decision_members_once');
    await expect(
      api.db.query('DELETE FROM decision_members WHERE application_id = $1', [id]),
    ).rejects.toThrow('append-only');
  });
});

describe('a decision letter', () => {
  it('says in the language asked for what was decided, why, requirement by requirement, and until when one may appeal', async () => {
    const api = await startApi();
    const group = await anAdmittingGroup(api, [asks.licence]);
    const officer = await signedIn(api, { fullName: 'Sari Officer' });
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.decide']);
    const { id, applicant, reference } = await anApplication(api, group);
    await anOfferedLicence(api, group, { id, applicant }, { outcome: 'mismatch' });
    const path = `/api/applications/${id}/decision.pdf`;
    expect((await applicant.get(path)).status).toBe(404);
    await officer.post(
      `/api/applications/${id}/decisions`,
      { outcome: 'rejected', reasonCodes: ['licence_not_in_force'], note: 'STR berakhir.' },
      { 'If-Match': '"1"' },
    );
    const [english, indonesian] = await Promise.all(
      ['en', 'id'].map(async (language) => {
        const { body } = await applicant.download(`${path}?language=${language}`);
        return readPdf(body).text.replace(/\s+/g, ' ');
      }),
    );
    for (const words of [
      reference,
      'Decision letter',
      'STR berakhir.',
      'Practice licence',
      '21 December 2026',
    ]) {
      expect(english).toContain(words);
    }
    for (const words of ['Surat keputusan', 'Lisensi praktik', '21 Desember 2026']) {
      expect(indonesian).toContain(words);
    }
    expect(english).not.toContain('Sari');
    expect((await (await signedIn(api)).get(path)).status).toBe(404);
    await api.close();
  });
});

describe('applying again after a rejection', () => {
  it('carries answers and credentials over, with their evidence, and has them checked anew', async () => {
    const api = await startApi();
    const group = await anAdmittingGroup(api, [asks.licence, asks.commitment]);
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.decide']);
    const { id, applicant } = await anApplication(api, group);
    const { credentialId } = await anOfferedLicence(api, group, { id, applicant });
    await officer.post(
      `/api/applications/${id}/decisions`,
      { outcome: 'rejected', reasonCodes: ['evidence_insufficient'] },
      { 'If-Match': '"1"' },
    );
    const { groupId, gradeId } = group;
    const again = await applicant.post<{ id: string }>('/api/applications', { groupId, gradeId });
    const draft = await applicant.get(`/api/applications/${again.body.id}`);
    expect(draft.body).toMatchObject({
      state: 'draft',
      tasks: [{ credentials: [{ credentialId }] }, { answer: { value: { accepted: true } } }],
    });
    await applicant.put(
      `/api/applications/${again.body.id}/details`,
      { fullName: 'Ben Pratama', birthDate: '1990-01-01', phone: '+6281234567890' },
      { 'If-Match': `"${(draft.body as { details: { version: number } }).details.version}"` },
    );
    expect((await applicant.post(`/api/applications/${again.body.id}/submission`)).status).toBe(200);
    const checks: unknown[] = await api.db.query('SELECT 1 FROM checks WHERE origin_id = $1', [
      again.body.id,
    ]);
    expect(checks.length).toBeGreaterThan(0);
    await api.close();
  });
});
