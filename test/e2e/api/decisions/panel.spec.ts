import type { DecisionRule, PanelRule } from '@himpun/groups';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type Answer, type TestClient } from '../../../support/client';

interface Seen {
  factsHash: string;
  panel: { votes: { fullName: string }[]; lapsed: unknown[]; waiting: { fullName: string }[] } | null;
}

const PANEL: PanelRule = { kind: 'panel', size: 3, quorum: 2, majority: 'simple', onRecusal: 'replace' };
const NAMES = ['Agus', 'Bunga', 'Citra', 'Dodi'];

describe('a case that several officers decide', () => {
  let api: TestApp;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  async function aDesk(decision: DecisionRule, officers = 3) {
    const group = await anAdmittingGroup(api, [asks.licence], { decision });
    const panel: TestClient[] = [];
    for (const fullName of NAMES.slice(0, officers)) {
      const client = await signedIn(api, { fullName });
      await grantPowers(api, client.personId as string, group.groupId, ['applications.decide']);
      panel.push(client);
    }
    return { group, panel, ...(await aCase(group)) };
  }

  async function aCase(group: AdmittingGroup, check: Parameters<typeof anOfferedLicence>[3] = {}) {
    const application = await anApplication(api, group);
    await anOfferedLicence(api, group, application, check);
    return application;
  }

  const see = async (client: TestClient, id: string) =>
    (await client.get<Seen>(`/api/review/applications/${id}`)).body;
  const BALLOTS = {
    approve: { vote: 'approve', reasonCodes: ['requirements_met'] },
    reject: { vote: 'reject', reasonCodes: ['evidence_insufficient'], note: 'Fotonya tidak terbaca.' },
    abstain: { vote: 'abstain', note: 'Saya tidak mengenal bidang ini.' },
  };
  async function vote(
    client: TestClient,
    id: string,
    ballot: keyof typeof BALLOTS | object,
  ): Promise<Answer> {
    const { factsHash } = await see(client, id);
    const body = typeof ballot === 'string' ? BALLOTS[ballot] : ballot;
    return client.post(`/api/applications/${id}/votes`, { factsHash, ...body });
  }
  async function traces(id: string) {
    const [row] = await api.db.query(
      `SELECT (SELECT state FROM applications WHERE id = $1) AS state,
         (SELECT count(*)::int FROM decision_votes WHERE application_id = $1) AS votes,
         (SELECT count(*)::int FROM decisions WHERE application_id = $1) AS decisions,
         (SELECT count(*)::int FROM outbox_messages WHERE payload ->> 'applicationId' = $1::text) AS announced`,
      [id],
    );
    return row as Record<string, unknown>;
  }

  it('is decided by the last vote needed, and shows until then who has not voted', async () => {
    const { id, panel } = await aDesk(PANEL);
    const [agus, bunga, citra] = panel as [TestClient, TestClient, TestClient];
    expect((await vote(agus, id, 'reject')).body).toEqual({ decisionId: null, membershipId: null });
    expect((await vote(bunga, id, 'approve')).body).toMatchObject({ decisionId: null });
    expect(await see(agus, id)).toMatchObject({
      decisionRule: PANEL,
      panel: {
        votes: [
          { fullName: 'Agus', vote: 'reject' },
          { fullName: 'Bunga', vote: 'approve' },
        ],
        waiting: [{ fullName: 'Citra' }],
        quorum: 2,
        outstanding: 1,
        outcome: null,
      },
    });
    expect(await traces(id)).toEqual({ state: 'submitted', votes: 2, decisions: 0, announced: 0 });
    const last = await vote(citra, id, 'approve');
    expect(last).toMatchObject({ status: 201, body: { decisionId: expect.any(String) as string } });
    expect(await traces(id)).toMatchObject({ state: 'admitted', votes: 3, decisions: 1 });
    expect(
      await vote(agus, id, { vote: 'approve', reasonCodes: ['requirements_met'], factsHash: '0'.repeat(64) }),
    ).toMatchObject({
      status: 409,
      body: { code: 'decision.closed' },
    });
  });

  it('keeps votes with the decision for its officers, not for the applicant, and counts them again in a replay', async () => {
    const { id, panel, applicant } = await aDesk(PANEL);
    for (const officer of panel.slice(0, 2)) await vote(officer, id, 'reject');
    const { body } = await (panel[2] as TestClient).get<{ id: string }>(`/api/applications/${id}/decision`);
    expect(body).toMatchObject({
      outcome: 'rejected',
      note: 'Fotonya tidak terbaca.',
      process: { rule: PANEL, votes: [{ fullName: 'Agus' }, { fullName: 'Bunga' }] },
      processHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const told = await applicant.get(`/api/applications/${id}/decision`);
    expect(told.body).toMatchObject({ note: 'Fotonya tidak terbaca.', process: null, decidedByName: null });
    const replay = () => applicant.post(`/api/decisions/${body.id}/replays`);
    expect((await replay()).body).toMatchObject({ same: true, votesHold: true });
    await api.db.query('ALTER TABLE decisions DISABLE TRIGGER decisions_append_only');
    await api.db.query(
      `UPDATE decisions SET process = jsonb_set(process, '{votes,0,vote}', '"approve"') WHERE id = $1`,
      [body.id],
    );
    await api.db.query('ALTER TABLE decisions ENABLE TRIGGER decisions_append_only');
    expect((await replay()).body).toMatchObject({ same: false, factsIntact: true, votesHold: false });
  });

  it('gets one decision from votes cast at the same moment', async () => {
    const { id, panel } = await aDesk(PANEL, 4);
    const { factsHash } = await see(panel[0] as TestClient, id);
    const answers = await Promise.all(
      panel.map((officer) =>
        officer.post<{ decisionId: string | null; code?: string }>(`/api/applications/${id}/votes`, {
          ...BALLOTS.approve,
          factsHash,
        }),
      ),
    );
    expect(answers.filter(({ body }) => body.decisionId)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'decision.closed')).toHaveLength(2);
    expect(await traces(id)).toMatchObject({ votes: 2, decisions: 1 });
  });

  it('counts one officer once, however often they vote', async () => {
    const { id, panel } = await aDesk({ kind: 'two_persons' });
    const [agus, bunga] = panel as [TestClient, TestClient];
    const { factsHash } = await see(agus, id);
    const twice = { ...BALLOTS.approve, factsHash };
    await Promise.all([1, 2, 3].map(() => agus.post(`/api/applications/${id}/votes`, twice)));
    expect(await traces(id)).toMatchObject({ state: 'submitted', votes: 3, decisions: 0 });
    expect((await see(agus, id)).panel?.votes).toHaveLength(1);
    expect((await vote(bunga, id, 'reject')).body).toMatchObject({ decisionId: null });
    expect((await vote(bunga, id, 'approve')).body).toMatchObject({
      decisionId: expect.any(String) as string,
    });
  });

  it('is closed to the applicant and to who declared a conflict, whose vote counts no more and lowers no quorum', async () => {
    const { id, panel, applicant, group } = await aDesk({
      ...PANEL,
      size: 3,
      quorum: 3,
      onRecusal: 'vacant',
    });
    const [agus, bunga, citra] = panel as [TestClient, TestClient, TestClient];
    await vote(agus, id, 'approve');
    await agus.post(`/api/review/applications/${id}/conflicts`, { reason: 'Sepupu' });
    const seen = await see(bunga, id);
    expect(seen.panel).toMatchObject({
      votes: [],
      lapsed: [{ fullName: 'Agus' }],
      quorum: 3,
      recused: 1,
      obstacle: 'quorum_out_of_reach',
    });
    await vote(bunga, id, 'approve');
    await vote(citra, id, 'approve');
    expect(await traces(id)).toMatchObject({ state: 'submitted', decisions: 0 });
    await grantPowers(api, applicant.personId as string, group.groupId, ['applications.decide']);
    for (const closed of [agus, applicant]) {
      const body = { ...BALLOTS.approve, factsHash: seen.factsHash };
      expect(await closed.post(`/api/applications/${id}/votes`, body)).toMatchObject({
        status: 403,
        body: { code: 'application.forbidden' },
      });
    }
  });

  it('asks for votes anew when the evidence changed, and refuses a vote on what is gone', async () => {
    const { id, panel } = await aDesk({ kind: 'two_persons' });
    const [agus, bunga] = panel as [TestClient, TestClient];
    await vote(agus, id, 'approve');
    const { factsHash } = await see(bunga, id);
    await api.db.query(`UPDATE checks SET source = 'npi_registry' WHERE origin_id = $1`, [id]);
    expect(await vote(bunga, id, { ...BALLOTS.approve, factsHash })).toMatchObject({
      status: 409,
      body: { code: 'decision.stale' },
    });
    expect((await vote(bunga, id, 'approve')).body).toMatchObject({ decisionId: null });
    expect((await see(bunga, id)).panel).toMatchObject({ lapsed: [{ fullName: 'Agus' }], approve: 1 });
    expect((await vote(agus, id, 'approve')).body).toMatchObject({
      decisionId: expect.any(String) as string,
    });
  });

  it('needs every approving vote to waive what is open', async () => {
    const { panel, group } = await aDesk({ kind: 'two_persons' });
    const { id } = await aCase(group, { outcome: 'not_found', action: 'needs_person' });
    const [agus, bunga] = panel as [TestClient, TestClient];
    expect(await vote(agus, id, 'approve')).toMatchObject({ status: 422, body: { code: 'vote.refused' } });
    const waiving = (reason: string) => ({
      vote: 'approve',
      reasonCodes: ['requirement_waived'],
      waivers: [{ requirementId: 'licence', reason }],
    });
    await vote(agus, id, waiving('Asli dilihat'));
    expect((await vote(bunga, id, waiving('Surat dinas'))).status).toBe(201);
    const { body } = await agus.get(`/api/applications/${id}/decision`);
    expect(body).toMatchObject({
      requirements: [{ result: 'waived', reasons: [{ text: { en: 'Waived: Asli dilihat; Surat dinas' } }] }],
    });
  });

  it('takes no decision of one officer, and one officer’s case no votes', async () => {
    const { id, panel } = await aDesk(PANEL);
    const one = { outcome: 'approved', reasonCodes: ['requirements_met'] };
    const decide = (client: TestClient, on: string) =>
      client.post(`/api/applications/${on}/decisions`, one, { 'If-Match': '"1"' });
    expect(await decide(panel[0] as TestClient, id)).toMatchObject({
      status: 409,
      body: { code: 'decision.panel_conflict' },
    });
    const plain = await aDesk({ kind: 'officer' }, 1);
    const [officer] = plain.panel as [TestClient];
    expect(await vote(officer, plain.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'vote.rule_conflict' },
    });
    expect((await see(officer, plain.id)).panel).toBeNull();
    expect((await decide(officer, plain.id)).status).toBe(201);
  });

  it('refuses an abstention without a word, and a vote beyond the seats', async () => {
    const { id, panel } = await aDesk({ ...PANEL, size: 2, quorum: 2 }, 4);
    const [agus, bunga, citra] = panel as [TestClient, TestClient, TestClient];
    expect(await vote(agus, id, { vote: 'abstain' })).toMatchObject({
      status: 422,
      body: { reasons: [{ code: 'note_missing' }] },
    });
    await vote(agus, id, 'abstain');
    await vote(bunga, id, 'abstain');
    expect(await see(citra, id)).toMatchObject({ panel: { obstacle: 'no_result' } });
    expect(await vote(citra, id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'vote.seats_taken' },
    });
    expect((await vote(bunga, id, 'approve')).body).toMatchObject({
      decisionId: expect.any(String) as string,
    });
  });
});
