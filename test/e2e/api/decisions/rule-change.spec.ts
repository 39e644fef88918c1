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

const sponsor = {
  id: 'sponsor',
  kind: 'sponsor',
  title: { id: 'Pendukung', en: 'Sponsors' },
  hint: { id: 'Dua anggota', en: 'Two members' },
  count: 2,
};

interface Previewed extends Record<string, unknown> {
  cases: { id: string }[];
}

describe('changing the rule of a grade', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let chair: TestClient;
  let cases: { met: string; pending: string; against: string; decided: string };

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  beforeEach(async () => {
    group = await anAdmittingGroup(api, [asks.licence]);
    chair = await signedIn(api, { fullName: 'Ketua' });
    await grantPowers(api, chair.personId as string, group.groupId, ['rules.publish', 'applications.decide']);
    const one = async (check: Parameters<typeof anOfferedLicence>[3]) => {
      const application = await anApplication(api, group);
      await anOfferedLicence(api, group, application, check);
      return application.id;
    };
    cases = {
      met: await one({}),
      pending: await one({ runState: 'running' }),
      against: await one({ outcome: 'mismatch' }),
      decided: await one({}),
    };
    await chair.post(
      `/api/applications/${cases.decided}/decisions`,
      { outcome: 'rejected', reasonCodes: ['evidence_insufficient'] },
      { 'If-Match': '"1"' },
    );
  });

  const draft = (requirements: readonly object[], decision: object = { kind: 'officer' }) => ({
    requirements,
    promisedDays: 10,
    decision,
  });
  const preview = (body: object, by = chair) =>
    by.post<Previewed>(`/api/rules/${group.gradeId}/previews`, body);
  const publish = (body: object, openCases: string, version = 1, by = chair) =>
    by.post<{ ruleId: string }>(
      `/api/rules/${group.gradeId}/versions`,
      { ...body, openCases },
      { 'If-Match': `"${version}"` },
    );
  async function versions(): Promise<Record<string, number>> {
    const rows: { id: string; version: number }[] = await api.db.query(
      'SELECT a.id, r.version FROM applications a JOIN admission_rules r ON r.id = a.rule_id WHERE a.group_id = $1',
      [group.groupId],
    );
    const byId = new Map(rows.map(({ id, version }) => [id, version]));
    return Object.fromEntries(Object.entries(cases).map(([key, id]) => [key, byId.get(id) ?? 0]));
  }

  it('shows before it is published which open cases it touches and how, and writes nothing', async () => {
    const looser = await preview(draft([asks.commitment]));
    expect(looser).toMatchObject({
      status: 200,
      body: { version: 1, open: 3, counts: { now_meets: 2, may_meet: 0, no_longer_meets: 0, unchanged: 1 } },
    });
    const stricter = await preview(draft([asks.licence, sponsor]));
    expect(stricter.body).toMatchObject({ counts: { now_meets: 0, no_longer_meets: 2, unchanged: 1 } });
    // Cases of one effect and one instant stand in any order.
    expect(stricter.body.cases.slice(0, 2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: cases.met,
          before: 'met',
          after: 'not_met',
          effect: 'no_longer_meets',
        }),
        expect.objectContaining({ id: cases.pending, before: 'pending', after: 'not_met' }),
      ]),
    );
    expect(stricter.body.cases.slice(2)).toMatchObject([
      { id: cases.against, before: 'not_met', after: 'not_met', effect: 'unchanged' },
    ]);
    const [row] = await api.db.query('SELECT count(*)::int AS n FROM admission_rules WHERE grade_id = $1', [
      group.gradeId,
    ]);
    expect(row).toEqual({ n: 1 });
  });

  it.each([
    ['keep', { met: 1, pending: 1, against: 1, decided: 1 }, 0],
    ['move', { met: 2, pending: 2, against: 2, decided: 1 }, 3],
    ['move_gaining', { met: 1, pending: 2, against: 2, decided: 1 }, 2],
  ])('lets open cases %s and leaves decided ones alone', async (choice, expected, moved) => {
    expect(await publish(draft([asks.commitment]), choice)).toMatchObject({ status: 201, body: { moved } });
    expect(await versions()).toEqual(expected);
    const audited: { id: string }[] = await api.db.query(
      `SELECT subject_id AS id FROM audit_entries WHERE action = 'application.rule_changed' AND group_id = $1
       AND details->>'from' = $2`,
      [group.groupId, group.ruleId],
    );
    expect(audited).toHaveLength(moved);
  });

  it('never changes a decided case: its reasons and its replay stay', async () => {
    const why = () => chair.get<{ id: string }>(`/api/applications/${cases.decided}/decision`);
    const before = (await why()).body;
    await publish(draft([asks.commitment], { kind: 'two_persons' }), 'move');
    expect((await why()).body).toEqual(before);
    expect((await chair.post(`/api/decisions/${before.id}/replays`)).body).toMatchObject({ same: true });
    const moved = await chair.get(`/api/review/applications/${cases.against}`);
    expect(moved.body).toMatchObject({ ruleVersion: 2, version: 2, decisionRule: { kind: 'two_persons' } });
  });

  it('is refused when another version was published meanwhile, and when the draft is wrong', async () => {
    await publish(draft([asks.commitment]), 'keep');
    expect(await publish(draft([asks.licence]), 'move')).toMatchObject({
      status: 409,
      body: { code: 'admission_rule.stale', current: { version: 2 } },
    });
    const wrong = draft([asks.licence], { kind: 'panel', size: 2, quorum: 3 });
    for (const answer of [await preview(wrong), await publish(wrong, 'keep', 2)]) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'admission_rule.invalid' } });
    }
    expect((await versions())['met']).toBe(1);
  });

  it('belongs to officers of the group or above it; names are for those who may review', async () => {
    const stranger = await signedIn(api);
    await grantPowers(api, stranger.personId as string, await aGroup(api), ['rules.publish']);
    const body = draft([asks.commitment]);
    for (const answer of [await preview(body, stranger), await publish(body, 'keep', 1, stranger)]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'admission_rule.forbidden' } });
    }
    expect((await stranger.get<unknown[]>('/api/rules')).body).toEqual([]);
    expect((await chair.get('/api/rules')).body).toMatchObject([{ gradeId: group.gradeId, openCases: 3 }]);
    const clerk = await signedIn(api);
    await grantPowers(api, clerk.personId as string, group.groupId, ['rules.publish']);
    const seen = await preview(body, clerk);
    expect(seen.body).toMatchObject({ cases: [{ applicantName: null }, {}, {}] });
    expect((await preview(body)).body).toMatchObject({ cases: [{ applicantName: 'Ben Pratama' }, {}, {}] });
  });
});
