import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { answered, pastQuestions, SECRET } from '../../../support/disclosures';

interface Line {
  id: string;
  needsPerson: boolean;
  isRead: boolean;
  assessment: { verdict: string } | null;
}
interface Shown {
  version: number;
  factsHash: string;
  panel: { quorum: number } | null;
  requirements: {
    requirementId: string;
    result: string;
    reasons: { code: string; text: { en: string } }[];
  }[];
}

describe('a disclosure', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [pastQuestions, asks.commitment]);
    officer = await anOfficer('Sari Kusumawati');
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  async function anOfficer(fullName: string): Promise<TestClient> {
    const person = await signedIn(api, { fullName });
    await grantPowers(api, String(person.personId), group.groupId, ['applications.decide']);
    return person;
  }
  /** Answered and sent in. */
  async function sent(yes: boolean): Promise<{ id: string; applicant: TestClient; disclosureId: string }> {
    const applicant = await signedIn(api, { fullName: 'Ben Pratama', birthDate: '1990-02-28' });
    await api.db.query(`UPDATE people SET phone = '+6281234567890' WHERE id = $1`, [applicant.personId]);
    const { id } = await anApplication(api, group, { state: 'draft', applicant });
    expect((await applicant.post(`/api/applications/${id}/submission`)).status).toBe(422);
    const { body } = await applicant.put<{ id: string }>(
      `/api/applications/${id}/disclosures/past`,
      answered(yes),
    );
    expect((await applicant.post(`/api/applications/${id}/submission`)).status).toBe(200);
    return { id, applicant, disclosureId: body.id };
  }
  const lines = async (id: string, who = officer) =>
    (await who.get<Line[]>(`/api/review/applications/${id}/disclosures`)).body;
  const shown = async (id: string) => (await officer.get<Shown>(`/api/review/applications/${id}`)).body;
  const past = ({ requirements }: Shown) =>
    requirements.find(({ requirementId }) => requirementId === 'past');
  const open = (id: string, disclosureId: string, who = officer) =>
    who.post(`/api/review/applications/${id}/disclosures/${disclosureId}/readings`);
  const assess = (id: string, disclosureId: string, body: object, who = officer) =>
    who.post(`/api/review/applications/${id}/disclosures/${disclosureId}/assessments`, body);
  const decide = async (id: string, wish: object, who = officer) => {
    const { version, factsHash } = await shown(id);
    return who.post<{ decisionId: string; code?: string; reasons?: { code: string }[] }>(
      `/api/applications/${id}/decisions`,
      { note: '', factsHash, ...wish },
      { 'If-Match': `"${version}"` },
    );
  };
  const approval = { outcome: 'approved', reasonCodes: ['requirements_met'] };

  it('with nothing to tell is met, and asks nobody', async () => {
    const { id } = await sent(false);
    expect(past(await shown(id))).toMatchObject({ result: 'met', reasons: [{ code: 'nothing_disclosed' }] });
    expect((await decide(id, approval)).status).toBe(201);
  });

  it('with a yes waits for a person: seen in the queue, neither approved nor rejected before it is assessed', async () => {
    const { id, disclosureId } = await sent(true);
    expect(past(await shown(id))).toMatchObject({
      result: 'pending',
      reasons: [{ code: 'disclosure_with_person' }],
    });
    const queue = await officer.get<{ items: { id: string; needsPerson: number; stage: string }[] }>(
      '/api/review/applications?pageSize=100',
    );
    const line = queue.body.items.find((one) => one.id === id);
    expect(line).toMatchObject({ needsPerson: 1, stage: 'judging' });
    const tries = [
      approval,
      { ...approval, waivers: [{ requirementId: 'past', reason: 'No time.' }] },
      { outcome: 'rejected', reasonCodes: ['other_reason'], note: 'No.' },
    ];
    for (const wish of tries) {
      const { status, body } = await decide(id, wish);
      expect(status).toBe(422);
      expect(body.reasons?.map(({ code }) => code)).toContain('disclosure_unassessed');
    }
    expect((await assess(id, disclosureId, { verdict: 'no_concern', reason: 'x' })).body).toMatchObject({
      code: 'disclosure.unread_conflict',
    });
  });

  it('lies sealed, and whoever opens it is on record with why, for the person to see', async () => {
    const { id, applicant, disclosureId } = await sent(true);
    const stored = await api.db.query('SELECT d::text AS row FROM disclosures d WHERE id = $1', [
      disclosureId,
    ]);
    expect(JSON.stringify(stored)).not.toContain('Surabaya');
    expect(JSON.stringify(await shown(id))).not.toContain('Surabaya');
    const own = await applicant.get(`/api/applications/${id}/disclosures/past`);
    expect(JSON.stringify(own.body)).toContain(SECRET);
    expect((await applicant.get('/api/account/private-reads')).body).toMatchObject({ total: 0 });

    const { status, body } = await open(id, disclosureId);
    expect([status, JSON.stringify(body).includes(SECRET)]).toEqual([200, true]);
    expect((await applicant.get('/api/account/private-reads')).body).toMatchObject({
      total: 1,
      items: [{ subjectType: 'disclosure', reader: 'Sari Kusumawati', reason: 'case_review' }],
    });
  });

  it('is hidden from who declared a conflict, from other applicants and from officers elsewhere', async () => {
    const { id, disclosureId } = await sent(true);
    const close = await anOfficer('Dewi Anggraini');
    await close.post(`/api/review/applications/${id}/conflicts`, { reason: 'We are cousins.' });
    expect((await open(id, disclosureId, close)).status).toBe(403);
    expect((await close.get(`/api/review/applications/${id}/disclosures`)).status).toBe(403);
    const elsewhere = await signedIn(api);
    const other = await anAdmittingGroup(api);
    await grantPowers(api, String(elsewhere.personId), other.groupId, ['applications.decide']);
    expect((await open(id, disclosureId, elsewhere)).status).toBe(404);
    const { applicant } = await sent(false);
    expect((await applicant.get(`/api/applications/${id}/disclosures/past`)).status).toBe(404);
    const [reads] = await api.db.query(
      'SELECT count(*)::int AS count FROM private_reads WHERE subject_id = $1',
      [disclosureId],
    );
    expect(reads).toEqual({ count: 0 });
  });

  it('assessed without concern, or with conditions that the applicant reads, lets the case go on', async () => {
    const { id, applicant, disclosureId } = await sent(true);
    await open(id, disclosureId);
    const bare = await assess(id, disclosureId, { verdict: 'with_conditions', reason: 'Long ago.' });
    expect(bare).toMatchObject({ status: 422, body: { reasons: [{ field: 'conditions' }] } });
    await assess(id, disclosureId, {
      verdict: 'with_conditions',
      reason: 'Long ago.',
      conditions: 'A mentor for one year.',
    });
    expect(await lines(id)).toMatchObject([{ isRead: true, assessment: { verdict: 'with_conditions' } }]);
    const { status, body } = await decide(id, approval);
    expect(status).toBe(201);
    const why = await applicant.get(`/api/applications/${id}/decision`);
    expect(JSON.stringify(why.body)).toContain('A mentor for one year.');
    expect(JSON.stringify(why.body)).not.toMatch(/Surabaya|Long ago/);
    await api.db.query(
      `INSERT INTO disclosure_assessments (id, created_at, disclosure_id, verdict, reason, assessed_by)
       SELECT gen_random_uuid(), now(), $1, 'concern', 'later', $2`,
      [disclosureId, officer.personId],
    );
    const replay = await officer.post(`/api/decisions/${body.decisionId}/replays`);
    expect(replay.body).toMatchObject({ same: true });
  });

  it('of concern takes two officers, and can be approved only with a stated reason', async () => {
    const { id, disclosureId } = await sent(true);
    await open(id, disclosureId);
    await assess(id, disclosureId, { verdict: 'concern', reason: 'Recent.' });
    const seen = await shown(id);
    expect(seen.panel).toMatchObject({ quorum: 2 });
    expect((await decide(id, approval)).body).toMatchObject({ code: 'decision.panel_conflict' });
    const vote = {
      ...{ vote: 'approve', reasonCodes: ['requirement_waived'], note: '', factsHash: seen.factsHash },
      waivers: [{ requirementId: 'past', reason: 'Weighed by both.' }],
    };
    const second = await anOfficer('Rini Wulandari');
    expect((await officer.post(`/api/applications/${id}/votes`, vote)).body).toMatchObject({
      decisionId: null,
    });
    const settled = await second.post<{ decisionId: string }>(`/api/applications/${id}/votes`, vote);
    expect(settled.status).toBe(201);
    const replay = await second.post(`/api/decisions/${settled.body.decisionId}/replays`);
    expect(replay.body).toMatchObject({ same: true, votesHold: true });
  });

  it('is answered whole, and two tabs do not overwrite each other', async () => {
    const applicant = await signedIn(api);
    const { id } = await anApplication(api, group, { state: 'draft', applicant });
    const put = (body: object) =>
      applicant.put<{ id: string }>(`/api/applications/${id}/disclosures/past`, body);
    const bare = answered(true);
    bare.answers[0] = { questionId: 'sanctions', yes: true, explanation: ' ' };
    expect(await put(bare)).toMatchObject({
      status: 400,
      body: { reasons: [{ field: 'explanation-sanctions' }] },
    });
    const first = await put(answered(false));
    expect(first.status).toBe(200);
    expect((await put(answered(true))).body).toMatchObject({ code: 'disclosure.stale' });
    expect((await put({ ...answered(true), replaces: first.body.id })).status).toBe(200);
    const [rows] = await api.db.query(
      'SELECT count(*)::int AS kept FROM disclosures WHERE application_id = $1',
      [id],
    );
    expect(rows).toEqual({ kept: 1 });
    const foreign = { ...answered(false), evidenceFileIds: [crypto.randomUUID()] };
    expect((await put(foreign)).status).toBe(400);
  });
});
