import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aNumberedMember, sponsorship, type NumberedMember } from '../../../support/sponsors';

interface Named {
  id: string;
  named: string;
  state: string;
}

describe('naming sponsors', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let ana: NumberedMember;
  let budi: NumberedMember;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [sponsorship, asks.commitment]);
    ana = await aNumberedMember(api, group, 'Ana Lestari');
    budi = await aNumberedMember(api, group, 'Budi Santoso');
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  const draft = () => anApplication(api, group, { state: 'draft' });
  const name = (who: TestClient, id: string, named: string) =>
    who.post<{ id: string }>(`/api/applications/${id}/sponsors`, { requirementId: 'sponsor', named });
  const list = async (who: TestClient, id: string) =>
    (await who.get<Named[]>(`/api/applications/${id}/sponsors`)).body;
  const result = async (who: TestClient, id: string) => {
    const { body } = await who.get<{ tasks: { requirement: { id: string }; result: string }[] }>(
      `/api/applications/${id}`,
    );
    return body.tasks.find(({ requirement }) => requirement.id === 'sponsor')?.result;
  };

  it('answers alike for a member and for nobody, in what it says, shows and writes', async () => {
    const { id, applicant } = await draft();
    const answers = [
      await name(applicant, id, ana.number),
      await name(applicant, id, 'nobody@example.org'),
      await name(applicant, id, 'PI-1999-99999'),
    ];
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual(
      answers.map(() => [201, ['id']]),
    );
    expect((await list(applicant, id)).map(({ state }) => state)).toEqual(['asked', 'asked', 'asked']);
    const [trail] = await api.db.query(
      `SELECT count(*)::int AS entries, count(DISTINCT type)::int AS types FROM (
         SELECT action AS type FROM audit_entries WHERE subject_id = $1 AND action = 'application.sponsor_named') x`,
      [id],
    );
    expect(trail).toEqual({ entries: 3, types: 1 });
    expect(await result(applicant, id)).toBe('pending');
  });

  it('does not tell that a number and an address are one person, and asks that person once', async () => {
    const { id, applicant } = await draft();
    expect((await name(applicant, id, ana.number)).status).toBe(201);
    expect((await name(applicant, id, ana.email)).status).toBe(201);
    const { body } = await ana.person.get<unknown[]>('/api/sponsorships');
    const asked = await api.db.query(
      'SELECT count(person_id)::int AS people, count(*)::int AS rows FROM sponsorships WHERE application_id = $1',
      [id],
    );
    expect(asked).toEqual([{ people: 1, rows: 2 }]);
    expect(body.length).toBeGreaterThan(0);
  });

  it.each([
    ['a name to search for', 'Ana Lestari', 400, 'sponsor.invalid'],
    ['one’s own address', 'me', 422, 'sponsor.own_mismatch'],
    ['the same words again', 'twice', 409, 'sponsor.named_conflict'],
  ])('refuses %s', async (_, typed, status, code) => {
    const email = `${crypto.randomUUID()}@example.org`;
    const applicant = await signedIn(api, { fullName: 'Ben Pratama', email });
    const { id } = await anApplication(api, group, { state: 'draft', applicant });
    if (typed === 'twice') await name(applicant, id, budi.number);
    const words = { me: email.toUpperCase(), twice: ` ${budi.number.toLowerCase()} ` }[typed] ?? typed;
    expect(await name(applicant, id, words)).toMatchObject({ status, body: { code } });
  });

  it('is the applicant’s alone, and only while the application is open', async () => {
    const { id, applicant } = await draft();
    const other = await signedIn(api);
    expect((await name(other, id, ana.number)).status).toBe(404);
    expect((await other.get(`/api/applications/${id}/sponsors`)).status).toBe(404);
    await name(applicant, id, ana.number);
    await applicant.delete(`/api/applications/${id}`);
    expect((await name(applicant, id, budi.number)).status).toBe(409);
    const [row] = await api.db.query('SELECT state FROM sponsorships WHERE application_id = $1', [id]);
    expect(row).toEqual({ state: 'withdrawn' });
  });

  it('ends at a few in reserve', async () => {
    const { id, applicant } = await draft();
    for (const typed of ['a1@x.org', 'a2@x.org', 'a3@x.org', 'a4@x.org', 'a5@x.org']) {
      expect((await name(applicant, id, typed)).status).toBe(201);
    }
    expect((await name(applicant, id, 'a6@x.org')).body).toMatchObject({ code: 'sponsor.enough_conflict' });
    const [first] = await list(applicant, id);
    expect((await applicant.delete(`/api/applications/${id}/sponsors/${first?.id}`)).status).toBe(204);
    expect((await name(applicant, id, 'a6@x.org')).status).toBe(201);
  });

  it('keeps whom it named with what is sent in, and lets another be named while officers review', async () => {
    const { id, applicant } = await draft();
    await api.db.query(
      `UPDATE people SET birth_date = '1990-02-28', phone = '+6281234567890' WHERE id = $1`,
      [applicant.personId],
    );
    expect((await applicant.post(`/api/applications/${id}/submission`)).status).toBe(422);
    await name(applicant, id, ana.number);
    await name(applicant, id, budi.number);
    expect((await applicant.post(`/api/applications/${id}/submission`)).status).toBe(200);
    const [sent] = await api.db.query(
      `SELECT content->'answers'->'sponsor'->'names' AS names FROM application_submissions WHERE application_id = $1`,
      [id],
    );
    expect(sent).toEqual({ names: [ana.number, budi.number] });
    expect((await name(applicant, id, 'third@example.org')).status).toBe(201);

    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.review']);
    const { body } = await officer.get<{ fullName: string | null }[]>(
      `/api/review/applications/${id}/sponsors`,
    );
    expect(body.map(({ fullName }) => fullName)).toEqual(['Ana Lestari', 'Budi Santoso', null]);
    expect((await applicant.get(`/api/review/applications/${id}/sponsors`)).status).toBe(403);
  });
});
