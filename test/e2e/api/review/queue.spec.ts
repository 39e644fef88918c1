import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Queue {
  items: Record<string, unknown>[];
  total: number;
  counts: Record<string, number>;
}

describe('the verification officers’ queue', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence]);
    officer = await anOfficer(group.groupId);
    const waiting = await anApplication(api, group, {
      fullName: 'Zara',
      submittedAt: '2026-11-13T03:00:00Z',
      dueOn: '2026-11-18',
    });
    await anOfferedLicence(api, group, waiting, { outcome: 'mismatch', action: 'needs_person' });
    const running = await anApplication(api, group, {
      fullName: 'Budi',
      submittedAt: '2026-11-20T03:00:00Z',
      dueOn: '2026-12-04',
    });
    await anOfferedLicence(api, group, running, { runState: 'queued' });
    const back = await anApplication(api, group, {
      fullName: "Éka O'Neil 100%",
      submittedAt: '2026-11-19T03:00:00Z',
      dueOn: '2026-11-27',
    });
    await officer.post(
      `/api/review/applications/${back.id}/corrections`,
      { items: [{ requirementId: 'licence', note: 'Nomor tidak terbaca' }] },
      { 'If-Match': '"1"' },
    );
    await anApplication(api, group, { state: 'draft', fullName: 'Draft' });
    await anApplication(api, await anAdmittingGroup(api), { fullName: 'Elsewhere' });
    await anApplication(api, group, { applicant: officer });
  });
  afterAll(() => api.close());

  async function anOfficer(groupId: string) {
    const client = await signedIn(api, { fullName: 'Sari Officer' });
    await grantPowers(api, client.personId as string, groupId, ['applications.review']);
    return client;
  }
  const queue = async (query = '', client = officer) =>
    (await client.get<Queue>(`/api/review/applications${query}`)).body;
  const names = ({ items }: Queue) => items.map(({ applicantName }) => applicantName);

  it('shows what was submitted to the officer’s groups, what is due first, without drafts and their own', async () => {
    const all = await queue();
    expect(all).toMatchObject({
      total: 3,
      counts: { mine: 1, unassigned: 2, team: 3, applicant: 1, overdue: 1 },
      items: [
        {
          applicantName: 'Zara',
          stage: 'judging',
          waitingOn: 'officer',
          ageDays: 5,
          dueOn: '2026-11-18',
          isOverdue: true,
          needsPerson: 1,
          against: 1,
          assignedTo: null,
        },
        {
          applicantName: 'Budi',
          stage: 'checking',
          waitingOn: 'source',
          dueOn: '2026-12-04',
          isOverdue: false,
        },
        {
          applicantName: "Éka O'Neil 100%",
          stage: 'correction',
          waitingOn: 'applicant',
          state: 'returned',
          dueOn: null,
          daysLeft: 5,
          isOverdue: false,
          assignedName: 'Sari Officer',
        },
      ],
    });
  });

  it.each([
    ['?tab=mine', ["Éka O'Neil 100%"]],
    ['?tab=unassigned', ['Zara', 'Budi']],
    ['?tab=applicant', ["Éka O'Neil 100%"]],
    ['?tab=overdue', ['Zara']],
    ['?sort=submitted', ['Zara', "Éka O'Neil 100%", 'Budi']],
    ['?sort=-due', ['Budi', 'Zara', "Éka O'Neil 100%"]],
    ['?waitingOn=source', ['Budi']],
    ['?sort=applicant', ['Budi', "Éka O'Neil 100%", 'Zara']],
    ['?sort=-submitted', ['Budi', "Éka O'Neil 100%", 'Zara']],
    ['?q=eka%20o%27neil', ["Éka O'Neil 100%"]],
    ['?q=100%25', ["Éka O'Neil 100%"]],
    ['?q=%25', ["Éka O'Neil 100%"]],
    ['?q=p-2026', ['Zara', 'Budi', "Éka O'Neil 100%"]],
    ['?q=nobody', []],
    ['?q=a', ['Zara', "Éka O'Neil 100%"]],
    ['?q=ara&tab=unassigned&waitingOn=officer', ['Zara']],
    ['?kind=professional&sort=reference', ['Zara', 'Budi', "Éka O'Neil 100%"]],
    ['?kind=volunteer', []],
    ['?gradeId=00000000-0000-4000-8000-000000000000', []],
    ['?sort=-reference', ["Éka O'Neil 100%", 'Budi', 'Zara']],
    ['?waitingOn=officer&sort=-applicant', ['Zara']],
    ['?waitingOn=applicant&sort=group', ["Éka O'Neil 100%"]],
    ['?pageSize=1&page=2', ['Budi']],
  ])('%s', async (query, expected) => {
    expect(names(await queue(query))).toEqual(expected);
  });

  it('counts tabs under the same filters', async () => {
    expect((await queue('?tab=mine&q=zara')).counts).toEqual({
      mine: 0,
      unassigned: 1,
      team: 1,
      applicant: 0,
      overdue: 1,
      most: 1_000,
    });
  });

  it('counts to a thousand, says that there is more, and still leads to the pages beyond', async () => {
    const many = await anAdmittingGroup(api, [asks.commitment]);
    const crowd = await anOfficer(many.groupId);
    await api.db.query(
      `WITH p AS (INSERT INTO people (id, created_at, full_name)
         SELECT gen_random_uuid(), now(), 'Pemohon ' || n FROM generate_series(1, 1050) n RETURNING id)
       INSERT INTO applications (id, created_at, reference, person_id, group_id, grade_id, rule_id, state, submitted_at, due_on)
       SELECT gen_random_uuid(), now(), 'P-2027-' || lpad((row_number() OVER ())::text, 6, '0'), p.id, $1, $2, $3, 'submitted', now(), '2026-12-01'
       FROM p`,
      [many.groupId, many.gradeId, many.ruleId],
    );
    expect(await queue('', crowd)).toMatchObject({
      total: 1_001,
      hasMore: true,
      counts: { team: 1_001, mine: 0 },
    });
    const beyond = await queue('?page=52', crowd);
    expect(beyond).toMatchObject({ total: 1_041, hasMore: true });
    expect(beyond.items).toHaveLength(20);
    expect(await queue('?page=53', crowd)).toMatchObject({ total: 1_050, hasMore: false });
  });

  it('shows a chapter’s cases to the officer of the association above, and nothing of a group beside it', async () => {
    const national = await aGroup(api);
    const chapter = await anAdmittingGroup(api, [asks.commitment], { parentId: national });
    await anApplication(api, chapter, { fullName: 'Chapter applicant' });
    expect(names(await queue('', await anOfficer(national)))).toEqual(['Chapter applicant']);
    expect(names(await queue('', await anOfficer(await aGroup(api))))).toEqual([]);
  });

  it.each([
    ['an unknown tab', '?tab=everything'],
    ['the old name of a tab', '?tab=all'],
    ['an order that is not offered', '?sort=password'],
    ['a page before the first', '?page=0'],
    ['an unknown filter', '?state=draft'],
    ['a group that is no id', '?groupId=1'],
  ])('refuses %s', async (_, query) => {
    expect(await officer.get(`/api/review/applications${query}`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('is refused to people without the power', async () => {
    expect((await (await signedIn(api)).get('/api/review/applications')).status).toBe(403);
  });
});
