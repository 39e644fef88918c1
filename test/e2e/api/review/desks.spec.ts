import { Offices } from '@himpun/governance';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, signIn, type TestClient } from '../../../support/client';

describe('the desk of a group', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let chair: TestClient;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    api.clock.set('2026-11-20T03:00:00Z');
    group = await anAdmittingGroup(api, [asks.commitment]);
    chair = await signedIn(api, { fullName: 'Ketua' });
    await grantPowers(api, chair.personId as string, group.groupId, ['rules.publish', 'applications.review']);
  });
  afterAll(() => api.close());

  const path = () => `/api/review/desks/${group.groupId}`;
  const arrange = (body: object, version = 0, who = chair) =>
    who.put(path(), { country: 'ID', days: [], ...body }, { 'If-Match': `"${version}"` });

  async function submitted(on: string) {
    const { id, applicant } = await anApplication(api, group, { state: 'draft' });
    await api.db.query(`UPDATE people SET birth_date = '1990-01-01', phone = '+628111111111' WHERE id = $1`, [
      applicant.personId,
    ]);
    api.clock.set(`${on}T03:00:00Z`);
    const back = await signIn(api, String(applicant.accountId), String(applicant.personId));
    expect((await back.post(`/api/applications/${id}/submission`)).status).toBe(200);
    return (
      await back.get<{ decisionBy: string; stages: { stage: string; dueOn: string; state: string }[] }>(
        `/api/applications/${id}`,
      )
    ).body;
  }

  it('ships the holidays of Indonesia, those of the coming year as expected', async () => {
    const { body } = await chair.get<{ version: number; holidays: { day: string; isExpected: boolean }[] }>(
      path(),
    );
    expect(body).toMatchObject({
      version: 0,
      country: 'ID',
      checkingDays: null,
      escalationOfficeId: null,
      days: [],
    });
    const known = new Map(body.holidays.map(({ day, isExpected }) => [day, isExpected]));
    expect(known.get('2026-12-25')).toBe(false);
    expect(known.get('2027-03-10')).toBe(true);
    expect([...known.keys()].filter((day) => day.startsWith('2026'))).toHaveLength(25);
  });

  it('promises days around holidays, and each stage its day', async () => {
    // Tuesday 15 December and ten working days: Thursday 24 and Friday 25 are holidays, and so is New Year's Day.
    expect(await submitted('2026-12-15')).toMatchObject({
      decisionBy: '2026-12-31',
      stages: [
        { stage: 'checking', dueOn: '2026-12-18', state: 'done' },
        { stage: 'judging', dueOn: '2026-12-28', state: 'done' },
        { stage: 'deciding', dueOn: '2026-12-31', state: 'current' },
      ],
    });
  });

  it('keeps days of its own: a holiday more, a holiday less, and days of each stage', async () => {
    const days = [
      { day: '2026-12-24', isWorking: true, name: 'Masuk' },
      { day: '2026-12-16', isWorking: false, name: 'Hari jadi' },
    ];
    expect(await arrange({ checkingDays: 1, judgingDays: 2, days })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await submitted('2026-12-15')).toMatchObject({
      decisionBy: '2026-12-31',
      stages: [{ dueOn: '2026-12-17' }, { dueOn: '2026-12-21' }, { dueOn: '2026-12-31' }],
    });
  });

  it('is followed by the groups below, until they have their own', async () => {
    const days = [{ day: '2026-12-16', isWorking: false, name: 'Hari jadi' }];
    await arrange({ checkingDays: 1, judgingDays: 1, days });
    group = await anAdmittingGroup(api, [asks.commitment], { parentId: group.groupId });
    expect(await submitted('2026-12-15')).toMatchObject({
      decisionBy: '2027-01-04',
      stages: [{ dueOn: '2026-12-17' }, {}, {}],
    });
  });

  it('names an office of its own or above, and nobody else’s', async () => {
    const officeOf = async (groupId: string) =>
      (
        await api.db.transaction((tx) =>
          api.app.get(Offices, { strict: false }).create(tx, {
            ...{ groupId, code: 'secretary', nameId: 'Sekretaris', nameEn: 'Secretary' },
            ...{ powers: ['members.read' as const], position: 1, seats: 1 },
          }),
        )
      ).officeId;
    const other = await officeOf((await anAdmittingGroup(api)).groupId);
    expect(await arrange({ escalationOfficeId: other })).toMatchObject({
      status: 422,
      body: { code: 'office.mismatch' },
    });
    const own = await officeOf(group.groupId);
    expect((await arrange({ escalationOfficeId: own })).status).toBe(200);
    expect((await chair.get(path())).body).toMatchObject({
      version: 1,
      escalationOfficeId: own,
      offices: [{ id: own, nameEn: 'Secretary' }],
    });
  });

  it('is arranged by one of two at once, on record, and by nobody without the power there', async () => {
    const both = await Promise.all([arrange({}), arrange({})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const entries = await api.db.query(
      `SELECT 1 FROM audit_entries WHERE action = 'desk.arranged' AND subject_id = $1`,
      [group.groupId],
    );
    expect(entries).toHaveLength(1);
    const outside = await signedIn(api);
    await grantPowers(api, outside.personId as string, (await anAdmittingGroup(api)).groupId, [
      'rules.publish',
    ]);
    expect((await arrange({}, 1, outside)).status).toBe(403);
    expect((await outside.get(path())).status).toBe(403);
  });

  it.each([
    ['a country in words', { country: 'Indonesia' }],
    ['a date that is none', { days: [{ day: '2026-02-30', isWorking: false, name: 'x' }] }],
    ['a date twice', { days: [1, 2].map(() => ({ day: '2026-12-16', isWorking: false, name: 'x' })) }],
    ['less than no days', { checkingDays: -1, judgingDays: 1 }],
  ])('is refused with %s', async (_, body) => {
    expect((await arrange(body)).status).toBe(400);
  });
});
