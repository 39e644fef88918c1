import { aClaim, DETAILS, education, interest } from '../../../support/applicants';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { signedIn, stranger, type TestClient } from '../../../support/client';

interface Task {
  requirement: { id: string; kind: string };
  result: string;
  reasons: { code: string }[];
  answer: { version: number; value: unknown } | null;
  credentials: { credentialId: string }[];
}
interface Own extends Record<string, unknown> {
  tasks: Task[];
  details: { version: number; fullName: string; gaps: { code: string }[] };
}

describe('a draft', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [education, asks.licence, interest, asks.commitment, asks.ethics]);
  });
  afterAll(() => api.close());

  const start = (client: TestClient) =>
    client.post<{ id: string }>('/api/applications', { groupId: group.groupId, gradeId: group.gradeId });
  const draft = async (): Promise<{ client: TestClient; path: string; id: string }> => {
    const client = await signedIn(api);
    const { id } = (await start(client)).body;
    return { client, id, path: `/api/applications/${id}` };
  };
  const save = (client: TestClient, path: string, version: number, value: unknown, part = 'commitment') =>
    client.put(`${path}/sections/${part}`, { value }, { 'If-Match': `"${version}"` });
  const task = async (client: TestClient, path: string, id: string): Promise<Task | undefined> =>
    (await client.get<Own>(path)).body.tasks.find(({ requirement }) => requirement.id === id);

  it('begins from the public list of groups, and asks what the group’s rule asks', async () => {
    const groups =
      await stranger(api).get<{ id: string; grades: { id: string; requirements: unknown[] }[] }[]>(
        '/api/groups',
      );
    const listed = groups.body.find(({ id }) => id === group.groupId)?.grades[0];
    const { client, path } = await draft();
    const own = (await client.get<Own>(path)).body;

    expect(listed).toMatchObject({ id: group.gradeId });
    expect(listed?.requirements).toHaveLength(5);
    expect(own).toMatchObject({ state: 'draft', stage: 'draft', waitingOn: 'applicant', ruleVersion: 1 });
    expect(own['reference']).toMatch(/^P-2026-\d{6}$/);
    expect(own.tasks.map(({ result }) => result)).toEqual([
      'not_met',
      'not_met',
      'not_met',
      'not_met',
      'pending',
    ]);
    expect(own.details.gaps.map(({ code }) => code)).toEqual(['birth_date_missing', 'phone_missing']);
  });

  it('is one per person and group, however often it is begun at once', async () => {
    const client = await signedIn(api);
    const answers = await Promise.all(Array.from({ length: 10 }, () => start(client)));
    const [made] = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);

    expect(refused).toHaveLength(9);
    expect(refused[0]?.body).toMatchObject({ code: 'application.taken', applicationId: made?.body.id });
    expect((await client.get<unknown[]>('/api/applications')).body).toHaveLength(1);
  });

  it('takes no application for a grade of another group, or without rules', async () => {
    const other = await anAdmittingGroup(api);
    const client = await signedIn(api);
    const crossed = await client.post('/api/applications', {
      groupId: other.groupId,
      gradeId: group.gradeId,
    });
    await api.db.query(
      `INSERT INTO grades (id, created_at, group_id, code, name_id, name_en, number_pattern)
       SELECT gen_random_uuid(), now(), $1, 'bare', 'x', 'x', 'x'`,
      [other.groupId],
    );
    const [bare]: { id: string }[] = await api.db.query(`SELECT id FROM grades WHERE code = 'bare'`);
    const closed = await client.post('/api/applications', { groupId: other.groupId, gradeId: bare?.id });

    expect(crossed).toMatchObject({ status: 404, body: { code: 'grade.not_found' } });
    expect(closed).toMatchObject({ status: 409, body: { code: 'grade.closed' } });
  });

  it('is nobody else’s: reading, saving, submitting and withdrawing look like it is not there', async () => {
    const { path } = await draft();
    const other = await signedIn(api);
    const answers = [
      await other.get(path),
      await save(other, path, 0, { accepted: true }),
      await other.put(`${path}/details`, DETAILS, { 'If-Match': '"1"' }),
      await other.post(`${path}/submission`),
      await other.post(`${path}/credentials`, {
        requirementId: 'licence',
        credentialId: (await aClaim(api, other, 'licence', false)).id,
      }),
      await other.delete(path),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await stranger(api).get(path)).status).toBe(401);
  });

  it('keeps each section by its own version', async () => {
    const { client, path } = await draft();
    const first = await save(client, path, 0, { accepted: false });
    const second = await save(client, path, 1, { accepted: true });
    const other = await save(client, path, 0, { chosen: ['health'], note: 'O’Brien' }, 'interest');

    expect([first.body['version'], second.body['version'], other.body['version']]).toEqual([1, 2, 1]);
    expect(await task(client, path, 'commitment')).toMatchObject({ result: 'met', answer: { version: 2 } });
    expect(await task(client, path, 'interest')).toMatchObject({ answer: { value: { note: 'O’Brien' } } });
  });

  it('shows both versions when two tabs write one section, and loses neither', async () => {
    const { client, path } = await draft();
    await save(client, path, 0, { chosen: ['health'], note: 'tab one' }, 'interest');
    const late = await save(client, path, 0, { chosen: ['social'], note: 'tab two' }, 'interest');

    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'application_section.stale',
        current: { version: 1, value: { chosen: ['health'], note: 'tab one' } },
      },
    });
    expect(await task(client, path, 'interest')).toMatchObject({ answer: { value: { note: 'tab one' } } });
  });

  it('lets one of many tabs win at once, and tells the others', async () => {
    const { client, path } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, tab) =>
        save(client, path, 0, { chosen: [], note: `tab ${tab}` }, 'interest'),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  it('takes a save again whose answer got lost', async () => {
    const { client, path } = await draft();
    await save(client, path, 0, { accepted: true });
    expect(await save(client, path, 0, { accepted: true })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
  });

  it.each<[string, string, unknown, number, string]>([
    [
      'an option that the rule lacks',
      'interest',
      { chosen: ['war'], note: '' },
      400,
      'application_section.invalid',
    ],
    [
      'an unknown field in the answer',
      'commitment',
      { accepted: true, state: 'approved' },
      400,
      'application_section.invalid',
    ],
    ['a text for an answer', 'commitment', 'yes', 400, 'request.invalid'],
    ['a list for an answer', 'commitment', [], 400, 'request.invalid'],
    ['an answer to a credential', 'licence', { number: 'x' }, 400, 'application_section.invalid'],
    ['a section nobody asked for', 'wealth', { accepted: true }, 404, 'requirement.not_found'],
    ['a section named like a prototype', '__proto__', { accepted: true }, 404, 'requirement.not_found'],
  ])('refuses %s', async (_, part, value, status, code) => {
    const { client, path } = await draft();
    expect(await save(client, path, 0, value, part)).toMatchObject({ status, body: { code } });
  });

  it('refuses a save without a version, and fields beside the answer', async () => {
    const { client, path } = await draft();
    const blind = await client.put(`${path}/sections/commitment`, { value: { accepted: true } });
    const more = await client.put(
      `${path}/sections/commitment`,
      { value: { accepted: true }, state: 'approved' },
      { 'If-Match': '"0"' },
    );
    expect([blind.status, more.status]).toEqual([400, 400]);
    expect(more.body).toMatchObject({ reasons: [{ field: 'state' }] });
  });

  it.each([
    ['one word', 'Suharto'],
    ['an apostrophe', "Siobhán O’Brien-D'Souza"],
    ['200 letters of two parts each', 'é'.normalize('NFD').repeat(200)],
    ['another script', '佐藤 花子'],
  ])('takes a name of %s', async (_, fullName) => {
    const { client, path } = await draft();
    const saved = await client.put(`${path}/details`, { ...DETAILS, fullName }, { 'If-Match': '"1"' });
    const own = (await client.get<Own>(path)).body;

    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    expect(own.details).toMatchObject({
      fullName: fullName.normalize('NFC'),
      phone: DETAILS.phone,
      gaps: [],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['201 letters', { fullName: 'x'.repeat(201) }, 'fullName'],
    ['no letters', { fullName: '123' }, 'fullName'],
    ['a NUL', { fullName: 'A\u0000b' }, 'fullName'],
    ['a birth date that does not exist', { birthDate: '1990-02-30' }, 'birthDate'],
    ['a birth date in the future', { birthDate: '2030-01-01' }, 'birthDate'],
    ['a phone as typed', { phone: '0812 3456' }, 'phone'],
    ['a field nobody knows', { role: 'chair' }, 'role'],
  ])('refuses details with %s', async (_, change, field) => {
    const { client, path } = await draft();
    const answer = await client.put(`${path}/details`, { ...DETAILS, ...change }, { 'If-Match': '"1"' });
    expect(answer).toMatchObject({ status: 400, body: { reasons: [{ field }] } });
  });

  it('shows the details that another tab wrote meanwhile', async () => {
    const { client, path } = await draft();
    await client.put(`${path}/details`, DETAILS, { 'If-Match': '"1"' });
    const late = await client.put(`${path}/details`, { ...DETAILS, fullName: 'Ana' }, { 'If-Match': '"1"' });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'person.stale', current: { version: 2, fullName: 'Ana Lestari' } },
    });
  });

  it('offers own credentials of the kind asked for, and takes them out again', async () => {
    const { client, path } = await draft();
    const mine = await aClaim(api, client, 'licence', false);
    const theirs = await aClaim(api, await signedIn(api), 'licence', false);
    const offer = (requirementId: string, credentialId: string) =>
      client.post(`${path}/credentials`, { requirementId, credentialId });

    expect((await offer('licence', theirs.id)).body).toMatchObject({ code: 'credential.not_found' });
    expect((await offer('education', mine.id)).body).toMatchObject({
      code: 'application_credential.mismatch',
    });
    expect((await offer('licence', mine.id)).status).toBe(204);
    expect((await offer('licence', mine.id)).status).toBe(204);
    expect(await task(client, path, 'licence')).toMatchObject({
      result: 'pending',
      reasons: [{ code: 'unchecked' }],
      credentials: [{ credentialId: mine.id }],
    });
    expect((await client.delete(`${path}/credentials/licence/${mine.id}`)).status).toBe(204);
    expect(await task(client, path, 'licence')).toMatchObject({ result: 'not_met', credentials: [] });
  });
});
