import { StandingRules, DEFAULT_STANDING_RULE } from '@himpun/groups';
import { systemActor } from '@himpun/kernel';
import { AskAcknowledgements } from '../../../apps/worker/src/membership/ask-acknowledgements.task';
import { anAdmittingGroup, CODE, type AdmittingGroup } from '../../support/admission';
import { startApi, type TestApp } from '../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../support/client';
import { aMember, type TestMember } from '../../support/members';
import { startWorker, type TestWorker } from '../../support/worker';

const DAY = 86_400_000;
const NEW = {
  ...CODE,
  clauses: [
    { ...CODE.clauses[0], text: { id: 'Selalu jujur.', en: 'Always be honest.' } },
    ...CODE.clauses.slice(1),
  ],
};
const NOTICE = {
  acknowledgeBy: '2026-12-21',
  changes: { id: 'Pasal 1 lebih tegas.', en: 'Clause 1 is firmer.' },
};

describe('a new edition of the code', () => {
  let api: TestApp;
  let worker: TestWorker | null;
  let group: AdmittingGroup;
  let began: Date;
  beforeAll(async () => {
    api = await startApi({ HIMPUN_DEMO: '1', SMTP_URL: '' });
    began = api.clock.now();
  });
  beforeEach(async () => {
    api.clock.set(began);
    worker = await startWorker(api);
    group = await anAdmittingGroup(api);
  });
  afterEach(async () => {
    await worker?.close();
    worker = null;
  });
  afterAll(() => api.close());

  const settled = async () => worker?.settled();
  const chair = async (): Promise<TestClient> => {
    const person = await signedIn(api, { fullName: 'Chandra Wijaya' });
    await grantPowers(api, String(person.personId), group.groupId, ['ethics.publish']);
    return person;
  };
  const publish = async (officer: TestClient, text: object = NEW) =>
    officer.post<{ id: string; code: string }>(`/api/groups/${group.groupId}/codes`, { ...text, ...NOTICE });
  async function onDay(day: number): Promise<void> {
    api.clock.set(new Date(began.getTime() + day * DAY));
    worker ??= await startWorker(api);
    for (let times = 0; times < 2; times += 1) await worker.run(AskAcknowledgements);
    await settled();
  }
  const askedOf = async ({ person }: TestMember): Promise<unknown[]> => {
    const rows: { days: number | null }[] = await api.db.query(
      'SELECT days_before AS days FROM acknowledgement_requests WHERE person_id = $1 ORDER BY created_at',
      [person.personId],
    );
    return rows.map(({ days }) => days);
  };
  const mailsTo = async ({ person }: TestMember): Promise<number> => {
    const rows: unknown[] = await api.db.query(
      `SELECT 1 FROM demo_mails m JOIN accounts a ON a.email = m.email WHERE a.person_id = $1 AND m.subject LIKE '%edisi 2%'`,
      [person.personId],
    );
    return rows.length;
  };
  async function acknowledged(person: TestClient): Promise<number[]> {
    const { body } = await person.get<{ id: string; clauses: { id: string; mustAcknowledge: boolean }[] }>(
      `/api/groups/${group.groupId}/code`,
    );
    const clauseIds = body.clauses.filter(({ mustAcknowledge }) => mustAcknowledge).map(({ id }) => id);
    const send = () => person.post(`/api/codes/${body.id}/acknowledgements`, { language: 'id', clauseIds });
    return (await Promise.all([send(), send()])).map(({ status }) => status);
  }

  it('is asked for by mail and as a task, and again 14, 3 and 0 days before its last day, each once', async () => {
    const member = await aMember(api, group, {}, settled);
    expect((await publish(await chair())).status).toBe(201);
    await onDay(0);
    const { body: tasks } = await member.person.get<unknown[]>('/api/tasks');
    expect(tasks).toMatchObject([
      { kind: 'acknowledgement', edition: 2, dueOn: '2026-12-21', isLate: false },
    ]);
    for (const day of [1, 10, 16, 17, 27, 29, 30, 31, 45]) await onDay(day);
    expect(await askedOf(member)).toEqual([null, 14, 3, 0]);
    expect(await mailsTo(member)).toBe(4);
  });

  it('is asked for once after an outage over several days, and no more once it is acknowledged', async () => {
    const [late, done] = [
      await aMember(api, group, { fullName: 'Ana Lestari' }, settled),
      await aMember(api, group, { fullName: 'Budi Santoso' }, settled),
    ];
    await publish(await chair());
    await onDay(0);
    expect(await acknowledged(done.person)).toEqual([200, 200]);
    await worker?.close();
    worker = null;
    await onDay(28);
    await onDay(29);
    expect(await askedOf(late)).toEqual([null, 3]);
    expect([await askedOf(done), await mailsTo(done)]).toEqual([[null], 1]);
  });

  it('is one edition of two clicks at once, and the same text is not published again', async () => {
    const officer = await chair();
    const answers = await Promise.all([publish(officer), publish(officer), publish(officer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await publish(officer)).body.code).toBe('code.conflict');
    const [row] = await api.db.query('SELECT count(*)::int AS editions FROM codes WHERE group_id = $1', [
      group.groupId,
    ]);
    expect(row).toEqual({ editions: 2 });
  });

  it('shows members what changed since the edition they know, and officers who is missing', async () => {
    const [ana, budi] = [
      await aMember(api, group, { fullName: '=Ana Lestari' }, settled),
      await aMember(api, group, { fullName: 'Budi Santoso' }, settled),
    ];
    const officer = await chair();
    const { id } = (await publish(officer)).body;
    await acknowledged(budi.person);
    const { body: changes } = await ana.person.get(`/api/codes/${id}/changes`);
    expect(changes).toMatchObject({ edition: 2, sinceEdition: 1 });
    expect((changes as { clauses: unknown[] }).clauses).toMatchObject([
      { change: 'changed', words: { en: [{ mark: 'removed' }, { mark: 'added' }, { mark: 'same' }] } },
      { change: 'same' },
      { change: 'same' },
    ]);
    const { body: missing } = await officer.get(`/api/codes/${id}/missing`);
    expect(missing).toMatchObject({ counts: { bound: 2, acknowledged: 1, missing: 1 }, total: 1 });
    const table = await officer.download(`/api/codes/${id}/missing.csv`);
    expect(table.body.toString()).toContain(`'=Ana Lestari`);
    expect(table.body.toString()).not.toContain('Budi');
    const stranger = await signedIn(api);
    await grantPowers(api, String(stranger.personId), (await anAdmittingGroup(api)).groupId, [
      'members.read',
    ]);
    expect((await stranger.get(`/api/codes/${id}/missing`)).status).toBe(403);
  });

  it('that is late is only marked by default, and a case where the group says so; acknowledging settles it', async () => {
    const member = await aMember(api, group, {}, settled);
    await publish(await chair());
    await onDay(31);
    const cases = () =>
      api.db.query('SELECT change, proposal, state FROM standing_cases WHERE membership_id = $1', [
        member.membershipId,
      ]);
    expect(await cases()).toEqual([]);
    const rules = api.app.get(StandingRules, { strict: false });
    const ruler = {
      ...systemActor('x'),
      powers: [{ power: 'rules.publish', groupId: group.groupId, until: null }],
    };
    const acknowledgement = { ...DEFAULT_STANDING_RULE.acknowledgement, late: 'review' as const };
    await rules.publish(ruler, group.groupId, 0, {
      rule: { ...DEFAULT_STANDING_RULE, acknowledgement },
      reason: 'Congress',
    });
    await onDay(32);
    expect(await cases()).toEqual([{ change: 'late', proposal: 'review', state: 'open' }]);
    api.clock.set(began);
    await acknowledged(member.person);
    expect(await cases()).toEqual([{ change: 'late', proposal: 'review', state: 'settled' }]);
  });
});
