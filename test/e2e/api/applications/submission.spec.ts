import { aClaim, DETAILS, education } from '../../../support/applicants';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

interface Ready {
  client: TestClient;
  id: string;
  path: string;
  degree: { id: string; fileId: string | null };
}

describe('submitting an application', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [education, asks.licence, asks.commitment, asks.ethics]);
  });
  afterAll(() => api.close());

  const ready = async (): Promise<Ready> => {
    const client = await signedIn(api);
    const { groupId, gradeId } = group;
    const { id } = (await client.post<{ id: string }>('/api/applications', { groupId, gradeId })).body;
    const path = `/api/applications/${id}`;
    const degree = await aClaim(api, client, 'education');
    const licence = await aClaim(api, client, 'licence', false);
    await client.post(`${path}/credentials`, { requirementId: 'education', credentialId: degree.id });
    await client.post(`${path}/credentials`, { requirementId: 'licence', credentialId: licence.id });
    await client.put(`${path}/sections/commitment`, { value: { accepted: true } }, { 'If-Match': '"0"' });
    await client.put(`${path}/details`, DETAILS, { 'If-Match': '"1"' });
    return { client, id, path, degree };
  };
  const count = async (text: string, id: string): Promise<number> => {
    const [row]: { n: number }[] = await api.db.query(`SELECT count(*)::int AS n FROM ${text}`, [id]);
    return row?.n ?? 0;
  };
  const effects = async (id: string): Promise<number[]> => [
    await count('application_submissions WHERE application_id = $1', id),
    await count(
      `outbox_messages WHERE type = 'membership.application_submitted' AND payload->>'applicationId' = $1`,
      id,
    ),
    await count(`audit_entries WHERE action = 'application.submitted' AND subject_id = $1`, id),
  ];

  it('names everything that is missing, and sends nothing', async () => {
    const client = await signedIn(api);
    const { groupId, gradeId } = group;
    const { id } = (await client.post<{ id: string }>('/api/applications', { groupId, gradeId })).body;
    const answer = await client.post(`/api/applications/${id}/submission`);

    expect(answer).toMatchObject({ status: 422, body: { code: 'application.incomplete' } });
    expect((answer.body['reasons'] as { field: string }[]).map(({ field }) => field)).toEqual([
      'details',
      'details',
      'education',
      'licence',
      'commitment',
    ]);
    expect(await effects(id)).toEqual([0, 0, 0]);
  });

  it('keeps a copy, starts the checks, shows the evidence to the group’s officers and gives a reference', async () => {
    const { client, id, path, degree } = await ready();
    const reviewer = await signedIn(api);
    await grantPowers(api, reviewer.personId as string, group.groupId, ['applications.review']);
    expect((await reviewer.get(`/api/files/${degree.fileId}/view`)).status).toBe(404);

    const answer = await client.post(`${path}/submission`);
    const own = (await client.get(path)).body;

    expect(answer).toMatchObject({ status: 200, body: { reference: own['reference'] } });
    expect(own).toMatchObject({ state: 'submitted', submittedAt: '2026-11-21T03:00:00.000Z' });
    expect(['checking', 'review']).toContain(own['stage']);
    expect(
      (own['history'] as { action: string; by: string }[]).map(({ action, by }) => [action, by]),
    ).toEqual(
      expect.arrayContaining([
        ['application.submitted', 'applicant'],
        ['application.started', 'applicant'],
      ]),
    );
    expect(await effects(id)).toEqual([1, 1, 1]);
    expect(
      await count(`checks WHERE origin_type = 'application' AND origin_id = $1`, id),
    ).toBeGreaterThanOrEqual(2);
    expect((await reviewer.get(`/api/files/${degree.fileId}/view`)).status).toBe(200);
    const [kept]: { content: Record<string, unknown> }[] = await api.db.query(
      'SELECT content FROM application_submissions WHERE application_id = $1',
      [id],
    );
    expect(kept?.content).toMatchObject({
      details: DETAILS,
      answers: { commitment: { accepted: true } },
      credentials: { education: [{ credentialId: degree.id, evidenceFileIds: [degree.fileId] }] },
    });
  });

  it('has one effect for twenty clicks at once', async () => {
    const { client, id, path } = await ready();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.post(`${path}/submission`)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body['reference'])).size).toBe(1);
    expect(await effects(id)).toEqual([1, 1, 1]);
  });

  it('closes every section', async () => {
    const { client, path, degree } = await ready();
    await client.post(`${path}/submission`);
    const answers = [
      await client.put(`${path}/sections/commitment`, { value: { accepted: false } }, { 'If-Match': '"1"' }),
      await client.put(`${path}/details`, { ...DETAILS, fullName: 'Ben' }, { 'If-Match': '"2"' }),
      await client.delete(`${path}/credentials/education/${degree.id}`),
    ];
    expect(answers.map(({ body }) => body['code'])).toEqual(Array(3).fill('application.section_closed'));
    expect((await client.delete(`/api/files/${degree.fileId}`)).body).toMatchObject({
      code: 'file.in_use_conflict',
    });
  });

  it('follows the newest rule until it is submitted, and keeps that one after', async () => {
    const own = await anAdmittingGroup(api, [asks.commitment]);
    const client = await signedIn(api);
    const { id } = (
      await client.post<{ id: string }>('/api/applications', { groupId: own.groupId, gradeId: own.gradeId })
    ).body;
    const path = `/api/applications/${id}`;
    await client.put(`${path}/sections/commitment`, { value: { accepted: true } }, { 'If-Match': '"0"' });
    await client.put(`${path}/details`, DETAILS, { 'If-Match': '"1"' });
    const publish = (version: number, requirements: unknown[]) =>
      api.db.query(
        `INSERT INTO admission_rules (id, created_at, group_id, grade_id, version, requirements, published_at, text_hash)
         VALUES (gen_random_uuid(), now(), $1, $2, $3, $4, now(), sha256('x'))`,
        [own.groupId, own.gradeId, version, JSON.stringify(requirements)],
      );

    await publish(2, [asks.commitment, education]);
    expect((await client.post(`${path}/submission`)).body).toMatchObject({ code: 'application.incomplete' });
    await publish(3, [asks.commitment]);
    expect((await client.post(`${path}/submission`)).status).toBe(200);
    await publish(4, [education]);
    expect((await client.get(path)).body).toMatchObject({ ruleVersion: 3, state: 'submitted' });
  });

  it('opens only the named items after it was sent back, and keeps old and new', async () => {
    const { client, id, path, degree } = await ready();
    const reviewer = await signedIn(api);
    await grantPowers(api, reviewer.personId as string, group.groupId, ['applications.review']);
    await client.post(`${path}/submission`);
    const version = (await client.get(path)).body['version'];
    const back = await reviewer.post(
      `/api/review/applications/${id}/corrections`,
      { items: [{ requirementId: 'education', note: 'Pindaian buram' }] },
      { 'If-Match': `"${version}"` },
    );
    expect(back.status).toBeLessThan(300);
    const own = (await client.get(path)).body;
    const closed = await client.put(
      `${path}/sections/commitment`,
      { value: { accepted: false } },
      { 'If-Match': '"1"' },
    );
    const better = await aClaim(api, client, 'education');
    await client.post(`${path}/credentials`, { requirementId: 'education', credentialId: better.id });
    await client.delete(`${path}/credentials/education/${degree.id}`);
    const again = await client.post(`${path}/submission`);

    expect(own).toMatchObject({ state: 'returned', stage: 'correction', waitingOn: 'applicant' });
    expect(own['tasks']).toContainEqual(expect.objectContaining({ open: true, note: 'Pindaian buram' }));
    expect(closed.body).toMatchObject({ code: 'application.section_closed' });
    expect(again.status).toBe(200);
    const copies: { degree: string }[] = await api.db.query(
      `SELECT content#>>'{credentials,education,0,credentialId}' AS degree FROM application_submissions
       WHERE application_id = $1 ORDER BY number`,
      [id],
    );
    expect(copies.map((copy) => copy.degree)).toEqual([degree.id, better.id]);
    expect((await client.get(path)).body).toMatchObject({ state: 'submitted', returnedAt: null });
  });

  it('can be taken back, once for good, and leaves room for another with the same data', async () => {
    const { client, path } = await ready();
    await client.post(`${path}/submission`);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.post(`${path}/submission`)).body).toMatchObject({ code: 'application.closed' });

    const { groupId, gradeId } = group;
    const { id } = (await client.post<{ id: string }>('/api/applications', { groupId, gradeId })).body;
    const next = (await client.get(`/api/applications/${id}`)).body;
    expect(next['tasks']).toMatchObject([
      { result: 'pending' },
      { credentials: [{ kind: 'licence' }] },
      { result: 'met', answer: { value: { accepted: true } } },
      {},
    ]);
    expect((await client.post(`/api/applications/${id}/submission`)).status).toBe(200);
  });
});
