import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { aNumberedMember, sponsorship, type NumberedMember } from '../../../support/sponsors';

const TODAY = '2026-11-21T03:00:00Z';

describe('answers of sponsors', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let ana: NumberedMember;
  let budi: NumberedMember;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [sponsorship, asks.commitment]);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.decide']);
  });
  beforeEach(async () => {
    await api.flushRedis();
    api.clock.set(TODAY);
    officer = await signIn(api, String(officer.accountId), String(officer.personId));
    ana = await aNumberedMember(api, group, 'Ana Lestari');
    budi = await aNumberedMember(api, group, 'Budi Santoso');
  });
  afterAll(() => api.close());

  /** An application with both asked; and who answers by which request. */
  async function asked(state: 'draft' | 'submitted' = 'submitted') {
    const application = await anApplication(api, group, { state });
    const ids: string[] = [];
    for (const { number } of [ana, budi]) {
      const { body } = await application.applicant.post<{ id: string }>(
        `/api/applications/${application.id}/sponsors`,
        { requirementId: 'sponsor', named: number },
      );
      ids.push(body.id);
    }
    return { ...application, anas: String(ids[0]), budis: String(ids[1]) };
  }
  const confirm = (who: NumberedMember, id: string) =>
    who.person.post(`/api/sponsorships/${id}/confirmation`);
  const decline = (who: NumberedMember, id: string, reason = '') =>
    who.person.post(`/api/sponsorships/${id}/refusal`, { reason });
  const stateOf = async (id: string): Promise<string> =>
    ((await api.db.query('SELECT state FROM sponsorships WHERE id = $1', [id])) as { state: string }[])[0]
      ?.state ?? '';
  const line = async (id: string) => {
    const { body } = await officer.get<{
      version: number;
      factsHash: string;
      requirements: { requirementId: string; result: string; reasons: { code: string }[] }[];
    }>(`/api/review/applications/${id}`);
    const found = body.requirements.find(({ requirementId }) => requirementId === 'sponsor');
    return { ...body, result: found?.result, why: found?.reasons.map(({ code }) => code) };
  };

  it('wait as a task of the member, and meet the requirement when enough have confirmed', async () => {
    const { id, anas, budis } = await asked();
    const { body: tasks } = await ana.person.get<{ kind: string }[]>('/api/tasks');
    expect(tasks).toMatchObject([{ kind: 'sponsorship', applicantName: 'Ben Pratama' }]);
    expect(await line(id)).toMatchObject({ result: 'pending', why: ['sponsors_waiting'] });
    expect((await confirm(ana, anas)).status).toBe(204);
    expect((await confirm(budi, budis)).status).toBe(204);
    expect(await line(id)).toMatchObject({ result: 'met', why: ['sponsors_confirmed'] });
    expect((await ana.person.get('/api/tasks')).body).toEqual([]);
  });

  it('are given by the member alone', async () => {
    const { anas, applicant } = await asked();
    expect((await confirm(budi, anas)).status).toBe(404);
    expect((await applicant.post(`/api/sponsorships/${anas}/confirmation`)).status).toBe(404);
    expect(await stateOf(anas)).toBe('asked');
  });

  it('say no to officers with the reason, and to the applicant only to name another', async () => {
    const { id, applicant, anas } = await asked();
    await decline(ana, anas, 'We have never met.');
    expect(await line(id)).toMatchObject({ result: 'not_met', why: ['sponsor_unavailable'] });
    const { body: seen } = await officer.get(`/api/review/applications/${id}/sponsors`);
    expect(seen).toMatchObject([{ state: 'declined', declineReason: 'We have never met.' }, {}]);
    const own = [
      await applicant.get(`/api/applications/${id}/sponsors`),
      await applicant.get(`/api/applications/${id}`),
    ];
    expect(JSON.stringify(own.map(({ body }) => body))).not.toMatch(/never met|declined/);
    expect(own[0]?.body).toMatchObject([{ state: 'unavailable' }, { state: 'asked' }]);
    expect(await stateOf(anas)).toBe('declined');
  });

  it('need good standing at that very moment', async () => {
    const { anas } = await asked();
    await api.db.query(`UPDATE membership_periods SET ends_at = $2 WHERE membership_id = $1`, [
      ana.membershipId,
      new Date('2026-11-21T03:00:01Z'),
    ]);
    api.clock.set('2026-11-21T03:00:02Z');
    expect((await confirm(ana, anas)).body).toMatchObject({ code: 'sponsorship.standing_conflict' });
    expect(await stateOf(anas)).toBe('asked');
    expect((await decline(ana, anas)).status).toBe(204);
  });

  it('come too late after the last day', async () => {
    const { anas, id } = await asked();
    api.clock.set('2026-12-05T03:00:00Z');
    const back = await signIn(api, String(ana.person.accountId), String(ana.person.personId));
    expect((await back.post(`/api/sponsorships/${anas}/confirmation`)).body).toMatchObject({
      code: 'sponsorship.closed',
    });
    officer = await signIn(api, String(officer.accountId), String(officer.personId));
    expect(await line(id)).toMatchObject({ result: 'not_met', why: ['sponsor_unavailable'] });
  });

  it('stay within what the rule allows one member, also when two come at once', async () => {
    const narrow = await anAdmittingGroup(api, [{ ...sponsorship, count: 1, openPerMember: 1 }]);
    const member = await aNumberedMember(api, narrow);
    const requests: string[] = [];
    for (let times = 0; times < 2; times += 1) {
      const { id, applicant } = await anApplication(api, narrow);
      const { body } = await applicant.post<{ id: string }>(`/api/applications/${id}/sponsors`, {
        requirementId: 'sponsor',
        named: member.email,
      });
      requests.push(body.id);
    }
    const answers = await Promise.all(requests.map((id) => confirm(member, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('count once when they come twice at the same moment', async () => {
    const { anas } = await asked();
    const answers = await Promise.all([1, 2, 3].map(() => confirm(ana, anas)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const trail = await api.db.query(
      `SELECT 1 FROM audit_entries WHERE action = 'sponsorship.confirmed' AND details->>'sponsorshipId' = $1`,
      [anas],
    );
    expect(trail).toHaveLength(1);
  });

  it('and a replacement at the same moment leave one of the two standing', async () => {
    for (let times = 0; times < 5; times += 1) {
      const { id, applicant, anas } = await asked('draft');
      const [confirmed, replaced] = await Promise.all([
        confirm(ana, anas),
        applicant.delete(`/api/applications/${id}/sponsors/${anas}`),
      ]);
      expect([confirmed.status, replaced.status].sort()).toEqual([204, 409]);
      expect(await stateOf(anas)).toBe(confirmed.status === 204 ? 'confirmed' : 'withdrawn');
      await applicant.delete(`/api/applications/${id}`);
    }
  });

  it('rest in the decision: replayed years later it says the same, and open questions are over with it', async () => {
    const { id, applicant, anas, budis } = await asked();
    const { body: third } = await applicant.post<{ id: string }>(`/api/applications/${id}/sponsors`, {
      requirementId: 'sponsor',
      named: 'third@example.org',
    });
    await confirm(ana, anas);
    const seen = await line(id);
    await confirm(budi, budis);
    const wish = { outcome: 'approved', reasonCodes: ['requirements_met'], note: '' };
    const decide = (factsHash: string) =>
      officer.post<{ decisionId: string }>(
        `/api/applications/${id}/decisions`,
        { ...wish, factsHash },
        { 'If-Match': `"${seen.version}"` },
      );
    expect((await decide(seen.factsHash)).body).toMatchObject({ code: 'decision.stale' });
    const { body } = await decide((await line(id)).factsHash);
    expect(await stateOf(third.id)).toBe('withdrawn');
    await api.db.query(`UPDATE sponsorships SET state = 'withdrawn' WHERE application_id = $1`, [id]);
    api.clock.set('2029-11-21T03:00:00Z');
    await api.flushRedis();
    const again = await signedIn(api);
    await grantPowers(api, again.personId as string, group.groupId, ['applications.decide']);
    const replay = await again.post(`/api/decisions/${body.decisionId}/replays`);
    expect(replay.body).toMatchObject({ same: true, factsIntact: true });
  });
});
