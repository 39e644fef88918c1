import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { claimed, LICENCE } from '../../../support/claims';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';
import { searchDuplicates, suspicionOf } from '../../../support/duplicates';

interface Line {
  id: string;
  score: number;
  state: string;
  reasons: { code: string; text: { id: string; en: string } }[];
  first: { personId: string; fullName: string };
  second: { personId: string };
}
interface Preview {
  fingerprint?: string;
  questions: { key: string; chosen: string }[];
  parts: { label: { en: string }; movingCount: number; restingCount: number }[];
  refusals: { code: string }[];
}
interface Case {
  one: TestClient;
  other: TestClient;
  applicationId: string;
  id: string;
}

const NAMES = ['Siti Rahmawati', 'Dewi Kartikasari', 'Ratna Wulandari', 'Bambang Hidayat', 'Joko Purnomo'];

describe('people who may be one', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;
  let colleague: TestClient;
  let stranger: TestClient;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api);
    const powers = ['applications.review', 'applications.decide'];
    [officer, colleague, stranger] = [await signedIn(api), await signedIn(api), await signedIn(api)];
    for (const each of [officer, colleague])
      await grantPowers(api, String(each.personId), group.groupId, powers);
    const elsewhere = await anAdmittingGroup(api);
    await grantPowers(api, String(stranger.personId), elsewhere.groupId, powers);
  });
  afterAll(() => api.close());

  /** A member of old and somebody who applies now, with one name and day of birth. */
  const twoOf = async (name: string): Promise<Case> => {
    const facts = { fullName: name, birthDate: '1991-04-03' };
    const [one, other] = [await signedIn(api, facts), await signedIn(api, facts)];
    await anApplication(api, group, { applicant: one, state: 'draft' });
    const { id: applicationId } = await anApplication(api, group, { applicant: other });
    await searchDuplicates(api);
    const id = await suspicionOf(api, String(one.personId), String(other.personId));
    return { one, other, applicationId, id };
  };
  const list = async (client: TestClient, state = 'open'): Promise<Line[]> =>
    (await client.get<{ items: Line[] }>(`/api/duplicate-suspicions?state=${state}&pageSize=100`)).body.items;
  const preview = async (id: string, survivorId: unknown, choices: unknown[] = []): Promise<Preview> =>
    (await officer.post<Preview>(`/api/duplicate-suspicions/${id}/merge-preview`, { survivorId, choices }))
      .body;
  const merge = async (client: TestClient, id: string, survivorId: unknown, choices: unknown[] = []) => {
    const { fingerprint = '0'.repeat(64) } = await preview(id, survivorId, choices);
    const wanted = { survivorId, choices, fingerprint, reason: 'Satu orang' };
    return client.post<{ id: string; code?: string }>(`/api/duplicate-suspicions/${id}/merge`, wanted);
  };

  it('are found when somebody applies, and shown with reasons to officers of their group alone', async () => {
    const { one, other, applicationId, id } = await twoOf(NAMES[0] as string);
    const ofCase = await officer.get<Line[]>(`/api/review/applications/${applicationId}/duplicates`);
    expect(ofCase.body).toMatchObject([{ id, state: 'open', reasons: [{ code: 'same_birth_and_name' }] }]);
    expect((await list(officer)).map((line) => line.id)).toContain(id);
    expect(await list(stranger)).toEqual([]);
    expect((await stranger.get(`/api/duplicate-suspicions/${id}`)).status).toBe(404);
    // The two themselves hear nothing of it, whatever they ask for.
    for (const each of [one, other]) {
      expect((await each.get('/api/duplicate-suspicions')).status).toBe(403);
      const told = await each.get('/api/applications');
      expect(JSON.stringify(told.body)).not.toContain('same_birth');
    }
    const pair = await officer.get<{
      fields: { field: string }[];
      held: { label: { en: string } }[];
      mayMerge: boolean;
    }>(`/api/duplicate-suspicions/${id}`);
    expect(pair.body.mayMerge).toBe(true);
    expect(pair.body.fields.map(({ field }) => field)).toContain('birth_date');
    expect(pair.body.held.map(({ label }) => label.en)).toContain('Applications');
  });

  it('are found by one licence number too, also under another name', async () => {
    const [one, other] = [
      await signedIn(api, { fullName: NAMES[3] }),
      await signedIn(api, { fullName: NAMES[4] }),
    ];
    await claimed(one, { ...LICENCE, number: 'PT-9090' });
    await claimed(other, { ...LICENCE, number: 'pt 9090', authority: 'K.T.K.I.' });
    await anApplication(api, group, { applicant: other });
    await searchDuplicates(api);
    const id = await suspicionOf(api, String(one.personId), String(other.personId));
    const line = (await list(officer)).find((each) => each.id === id);
    expect(line?.reasons.map(({ code }) => code)).toEqual(['same_licence', 'name_differs']);
  });

  it('stay apart once an officer says so, until something new speaks for it', async () => {
    const { one, other, id } = await twoOf(NAMES[1] as string);
    expect((await officer.post(`/api/duplicate-suspicions/${id}/dismissal`, { reason: '' })).status).toBe(
      400,
    );
    expect(
      (await officer.post(`/api/duplicate-suspicions/${id}/dismissal`, { reason: 'Kembar' })).status,
    ).toBe(204);
    expect(
      (await colleague.post(`/api/duplicate-suspicions/${id}/dismissal`, { reason: 'Kembar' })).body,
    ).toMatchObject({
      code: 'duplicate_suspicion.closed',
    });
    await api.db.query(`UPDATE people SET phone = NULL WHERE id = $1`, [one.personId]);
    await searchDuplicates(api);
    expect((await list(officer)).map((line) => line.id)).not.toContain(id);
    for (const each of [one, other])
      await api.db.query(`UPDATE people SET phone = '+6281299990000' WHERE id = $1`, [each.personId]);
    await searchDuplicates(api);
    expect((await list(officer)).find((line) => line.id === id)?.reasons.map(({ code }) => code)).toEqual([
      'same_birth_and_name',
      'same_phone',
    ]);
  });

  it('are merged as the preview said: the account chosen signs in, the other one is out, and undoing lets it in again', async () => {
    const { one, other, applicationId, id } = await twoOf(NAMES[2] as string);
    const seen = await preview(id, one.personId);
    expect(seen.questions).toMatchObject([{ key: 'accounts:account', chosen: 'survivor' }]);
    // The draft of the survivor would lose against the application sent in: the other way round it works.
    expect(seen.refusals).toMatchObject([{ code: 'other_way_round' }]);
    expect((await merge(officer, id, one.personId)).body).toMatchObject({ code: 'person_merge.refused' });
    const choices = [{ key: 'accounts:account', keep: 'merged' }];
    const done = await merge(officer, id, other.personId, choices);
    expect(done.status).toBe(201);

    expect((await other.get('/api/session')).body).not.toMatchObject({ personId: other.personId });
    const session = await one.get<{ personId: string }>('/api/session');
    expect(JSON.stringify(session.body)).toContain(String(other.personId));
    expect((await merge(colleague, id, other.personId, choices)).body).toMatchObject({
      code: 'duplicate_suspicion.closed',
    });
    expect((await officer.get(`/api/review/applications/${applicationId}`)).status).toBe(200);
    const detail = await officer.get<{ undoRefusals: unknown[]; changed: unknown[] }>(
      `/api/person-merges/${done.body.id}`,
    );
    expect(detail.body).toMatchObject({
      undoRefusals: [],
      mergedId: one.personId,
      survivorId: other.personId,
    });

    const undone = await officer.post(`/api/person-merges/${done.body.id}/undoing`, {
      reason: 'Ternyata bukan',
    });
    expect(undone).toMatchObject({ status: 200, body: { leftAlone: 0 } });
    expect(
      (await colleague.post(`/api/person-merges/${done.body.id}/undoing`, { reason: 'x' })).body,
    ).toMatchObject({
      code: 'person_merge.closed',
    });
    const again = await signIn(api, String(other.accountId), String(other.personId));
    expect(JSON.stringify((await again.get('/api/session')).body)).toContain(String(other.personId));
    expect((await list(officer)).map((line) => line.id)).toContain(id);
  });

  it('are not merged on a preview that is out of date, nor by who is one of the two', async () => {
    const { one, other, id } = await twoOf('Agus Setiawan');
    const old = await preview(id, other.personId);
    await claimed(one, { ...LICENCE, number: 'PT-7001' });
    const wanted = {
      survivorId: other.personId,
      choices: [],
      fingerprint: old.fingerprint,
      reason: 'Satu orang',
    };
    expect((await officer.post(`/api/duplicate-suspicions/${id}/merge`, wanted)).body).toMatchObject({
      code: 'person_merge.stale',
    });
    await grantPowers(api, String(one.personId), group.groupId, ['applications.decide']);
    expect((await one.get(`/api/duplicate-suspicions/${id}`)).status).toBe(404);
    expect((await one.post(`/api/duplicate-suspicions/${id}/merge`, wanted)).status).toBe(404);
  });
});
