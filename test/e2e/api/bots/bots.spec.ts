import { BotDecisions } from '@himpun/membership';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { aRuleMaker, setBot } from '../../../support/bots';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

describe('a group’s bot', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let chair: TestClient;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    await api.flushRedis();
    group = await anAdmittingGroup(api, [asks.licence, asks.commitment]);
    chair = await aRuleMaker(api, group);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    await grantPowers(api, String(officer.personId), group.groupId, ['applications.decide']);
  });
  afterAll(() => api.close());

  const bots = () => api.app.get(BotDecisions, { strict: false });
  /** Everything asked for is met. */
  async function ready(to = group) {
    const application = await anApplication(api, to);
    await anOfferedLicence(api, to, application);
    return application;
  }
  const stateOf = async (id: string): Promise<string> =>
    ((await api.db.query('SELECT state FROM applications WHERE id = $1', [id])) as { state: string }[])[0]
      ?.state ?? '';

  it('is off until somebody with the power over rules switches it on, version by version', async () => {
    const { id } = await ready();
    expect(await bots().consider(id)).toBe(false);
    expect((await chair.get('/api/bots')).body).toMatchObject([
      { version: 0, approves: false, closes: null },
    ]);
    expect((await setBot(officer, group, 0, { approves: true })).status).toBe(403);
    expect((await setBot(chair, group, 0, { approves: true })).body).toEqual({ version: 1 });
    expect((await setBot(chair, group, 0, { approves: true })).body).toMatchObject({
      code: 'bot_rule.stale',
    });
    const wild = { approves: false, closes: { afterDays: 10, remindDays: 10 } };
    expect((await setBot(chair, group, 1, wild)).body).toMatchObject({ code: 'bot_rule.incomplete' });
    expect((await chair.get('/api/bots')).body).toMatchObject([
      { version: 1, approves: true, publishedBy: 'Rahma Ketua', reason: 'Pilot' },
    ]);
    const grants = await api.db.query(
      `SELECT power, valid_until FROM access_grants WHERE bot_id = (SELECT id FROM bots WHERE group_id = $1)`,
      [group.groupId],
    );
    expect(grants).toEqual([{ power: 'applications.decide', valid_until: null }]);
  });

  it('approves what is met, on record as itself with its rules, to be read and replayed years later', async () => {
    await setBot(chair, group, 0, { approves: true });
    const { id, applicant } = await ready();
    expect(await bots().consider(id)).toBe(true);
    expect(await stateOf(id)).toBe('admitted');
    const { body } = await officer.get<{ id: string }>(`/api/applications/${id}/decision`);
    expect(body).toMatchObject({
      outcome: 'approved',
      bot: { version: 1 },
      requirements: [{ result: 'met', evidence: [{ standing: 'confirmed' }] }, { result: 'met' }],
    });
    expect((await applicant.get(`/api/applications/${id}/decision`)).body).toMatchObject({
      decidedByName: null,
      bot: { version: 1 },
    });
    await setBot(chair, group, 1, { approves: false });
    expect((await officer.post(`/api/decisions/${body.id}/replays`)).body).toMatchObject({ same: true });
    const trail = await api.db.query(
      `SELECT actor_kind FROM audit_entries WHERE subject_id = $1 AND action = 'application.approved'`,
      [id],
    );
    expect(trail).toEqual([{ actor_kind: 'bot' }]);
    expect(await api.db.query('SELECT 1 FROM decision_members WHERE application_id = $1', [id])).toEqual([]);
  });

  it('stops at once when it is switched off: its powers end in the same moment', async () => {
    await setBot(chair, group, 0, { approves: true });
    const { id } = await ready();
    await setBot(chair, group, 1, { approves: false });
    expect(await bots().consider(id)).toBe(false);
    const [open] = await api.db.query(
      `SELECT count(*)::int AS count FROM access_grants WHERE bot_id IS NOT NULL AND group_id = $1
         AND (valid_until IS NULL OR valid_until > $2)`,
      [group.groupId, api.clock.now()],
    );
    expect(open).toEqual({ count: 0 });
  });

  it('leaves alone what an officer took, what has a conflict, and what asks for two', async () => {
    await setBot(chair, group, 0, { approves: true });
    const taken = await ready();
    await officer.post(`/api/review/applications/${taken.id}/assignments`, {}, { 'If-Match': '"1"' });
    const close = await ready();
    await officer.post(`/api/review/applications/${close.id}/conflicts`, { reason: 'We are cousins.' });
    const pair = await anAdmittingGroup(api, [asks.licence, asks.commitment], {
      decision: { kind: 'two_persons' },
    });
    await setBot(await aRuleMaker(api, pair), pair, 0, { approves: true });
    const two = await ready(pair);
    await bots().keepUp();
    for (const { id } of [taken, close, two]) expect(await stateOf(id)).toBe('submitted');
  });

  it('and an officer at the same moment take one decision between them', async () => {
    await setBot(chair, group, 0, { approves: true });
    for (let times = 0; times < 5; times += 1) {
      const { id } = await ready();
      const [did, answer] = await Promise.all([
        bots()
          .consider(id)
          .catch(() => false),
        officer.post(
          `/api/applications/${id}/decisions`,
          { outcome: 'rejected', reasonCodes: ['evidence_insufficient'], note: '' },
          { 'If-Match': '"1"' },
        ),
      ]);
      expect([did, answer.status]).toEqual(did ? [true, 409] : [false, 201]);
      const taken = await api.db.query('SELECT outcome FROM decisions WHERE application_id = $1', [id]);
      expect(taken).toEqual([{ outcome: did ? 'approved' : 'rejected' }]);
    }
  });

  it('knows reasons that officers cannot give', async () => {
    const { id } = await ready();
    const { body } = await officer.get<{ decisionReasons: { code: string }[] }>(
      `/api/review/applications/${id}`,
    );
    expect(body.decisionReasons.map(({ code }) => code)).not.toContain('no_answer_in_time');
    const answer = await officer.post(
      `/api/applications/${id}/decisions`,
      { outcome: 'rejected', reasonCodes: ['no_answer_in_time'], note: '' },
      { 'If-Match': '"1"' },
    );
    expect(answer).toMatchObject({ status: 422, body: { reasons: [{ code: 'reason_unknown' }] } });
  });
});
