import { randomUUID } from 'node:crypto';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type Answer, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Code {
  id: string;
  clauses: { id: string; mustAcknowledge: boolean }[];
}

describe('deciding an application', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let officer: TestClient;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence, asks.ethics]);
    officer = await anOfficer(group.groupId);
  });
  afterAll(() => api.close());

  async function anOfficer(groupId: string, powers = ['applications.review', 'applications.decide']) {
    const client = await signedIn(api, { fullName: 'Sari Officer' });
    await grantPowers(api, client.personId as string, groupId, powers);
    return client;
  }

  const approve = { outcome: 'approved', reasonCodes: ['requirements_met'] };
  const reject = { outcome: 'rejected', reasonCodes: ['licence_not_in_force'], note: 'STR berakhir.' };
  const decide = (client: TestClient, id: string, body: object, version = 1): Promise<Answer> =>
    client.post(`/api/applications/${id}/decisions`, body, { 'If-Match': `"${version}"` });

  async function confirmed() {
    const application = await anApplication(api, group);
    await anOfferedLicence(api, group, application);
    return application;
  }

  async function traces(id: string) {
    const [row] = await api.db.query(
      `SELECT (SELECT state FROM applications WHERE id = $1) AS state,
         (SELECT count(*)::int FROM decisions WHERE application_id = $1) AS decisions,
         (SELECT count(*)::int FROM audit_entries WHERE subject_id = $1) AS audited,
         (SELECT count(*)::int FROM outbox_messages WHERE payload ->> 'applicationId' = $1::text) AS announced`,
      [id],
    );
    return row as Record<string, unknown>;
  }
  const untouched = { state: 'submitted', decisions: 0, audited: 0, announced: 0 };

  it('approves with reasons, keeps what it rested on, and waits for the code before membership begins', async () => {
    const { id } = await confirmed();
    const answer = await decide(officer, id, approve);
    expect(answer).toMatchObject({ status: 201, body: { membershipId: null } });
    expect(await traces(id)).toEqual({ state: 'approved', decisions: 1, audited: 1, announced: 1 });
    const [stored] = await api.db.query(
      'SELECT rule_id, facts, results FROM decisions WHERE application_id = $1',
      [id],
    );
    expect(stored).toMatchObject({
      rule_id: group.ruleId,
      facts: { credentials: { licence: [{ standing: 'confirmed', checks: [{ outcome: 'match' }] }] } },
      results: [{ result: 'met' }, { result: 'pending' }],
    });
  });

  it('rejects with reasons and a note', async () => {
    const { id } = await confirmed();
    expect((await decide(officer, id, reject)).status).toBe(201);
    expect(await traces(id)).toMatchObject({ state: 'rejected', announced: 1 });
  });

  it('begins membership at once where the code was acknowledged before', async () => {
    const application = await confirmed();
    const { body: code } = await application.applicant.get<Code>(`/api/groups/${group.groupId}/code`);
    await application.applicant.post(`/api/codes/${code.id}/acknowledgements`, {
      language: 'id',
      clauseIds: code.clauses.filter((clause) => clause.mustAcknowledge).map(({ id }) => id),
    });
    const answer = await decide(officer, application.id, approve);
    expect(answer.body).toMatchObject({ membershipId: expect.any(String) as string });
    expect(await traces(application.id)).toMatchObject({ state: 'admitted' });
  });

  it.each([
    ['has not ended', { runState: 'running' }, 'requirement_pending'],
    ['waits for a person', { outcome: 'not_found', action: 'needs_person' }, 'requirement_pending'],
    ['speaks against the claim', { outcome: 'mismatch' }, 'requirement_not_met'],
    ['is good but the licence has expired', { validUntil: '2026-11-20' }, 'requirement_not_met'],
  ])('refuses approval while the check %s, and takes it with a reasoned waiver', async (_, check, code) => {
    const application = await anApplication(api, group);
    await anOfferedLicence(api, group, application, check);
    const refused = await decide(officer, application.id, approve);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'decision.refused', reasons: [{ code, field: 'waivers.licence' }] },
    });
    expect(await traces(application.id)).toEqual(untouched);

    const waivers = [{ requirementId: 'licence', reason: 'Surat dinas kesehatan dilihat langsung' }];
    const waived = { ...approve, reasonCodes: ['requirement_waived'], waivers };
    expect((await decide(officer, application.id, waived)).status).toBe(201);
  });

  it.each([
    ['no reasons', { reasonCodes: [] }, 422, 'reason_missing'],
    ['a reason of the other outcome', { reasonCodes: ['field_not_accepted'] }, 422, 'reason_unknown'],
    ['a reason nobody knows', { reasonCodes: ['toString'] }, 422, 'reason_unknown'],
    ['a reason that needs a note, without one', { reasonCodes: ['met_by_equivalent'] }, 422, 'note_missing'],
    [
      'a waiver of the code',
      { waivers: [{ requirementId: 'ethics', reason: 'x' }] },
      422,
      'waiver_impossible',
    ],
    [
      'a waiver of what is met',
      { waivers: [{ requirementId: 'licence', reason: 'x' }] },
      422,
      'waiver_needless',
    ],
    ['an outcome that does not exist', { outcome: 'admitted' }, 400, 'is_in'],
    ['an unknown field', { state: 'approved' }, 400, 'whitelist_validation'],
  ])('refuses %s and writes nothing', async (_, change, status, code) => {
    const { id } = await confirmed();
    const answer = await decide(officer, id, { ...approve, ...change });
    expect(answer).toMatchObject({ status, body: { reasons: [{ code }] } });
    expect(await traces(id)).toEqual(untouched);
  });

  it('is refused to the applicant, to reviewers without the power, after a declared conflict, and hidden from strangers', async () => {
    const { id, applicant } = await confirmed();
    await grantPowers(api, applicant.personId as string, group.groupId, [
      'applications.review',
      'applications.decide',
    ]);
    expect(await decide(applicant, id, approve)).toMatchObject({
      status: 403,
      body: { code: 'application.forbidden' },
    });

    const reviewer = await anOfficer(group.groupId, ['applications.review']);
    expect(await decide(reviewer, id, approve)).toMatchObject({
      status: 403,
      body: { code: 'route.forbidden' },
    });

    const cousin = await anOfficer(group.groupId);
    await cousin.post(`/api/review/applications/${id}/conflicts`, { reason: 'Sepupu' });
    expect(await decide(cousin, id, approve)).toMatchObject({
      status: 403,
      body: { code: 'application.forbidden' },
    });

    const stranger = await anOfficer(await aGroup(api));
    expect(await decide(stranger, id, approve)).toMatchObject({
      status: 404,
      body: { code: 'application.not_found' },
    });
    expect(await decide(officer, randomUUID(), approve)).toMatchObject({ status: 404 });
    expect(await traces(id)).toMatchObject({ state: 'submitted', decisions: 0 });
  });

  it('takes one of two decisions made at the same moment', async () => {
    const { id } = await confirmed();
    const second = await anOfficer(group.groupId);
    const answers = await Promise.all([decide(officer, id, approve), decide(second, id, reject)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'application.stale',
    });
    expect(await decide(officer, id, reject, 2)).toMatchObject({ body: { code: 'decision.closed' } });
    expect(await traces(id)).toMatchObject({ decisions: 1, announced: 1 });
  });

  it('is refused when the case changed since it was opened', async () => {
    const { id } = await confirmed();
    expect(await decide(officer, id, approve, 7)).toMatchObject({
      status: 409,
      body: { code: 'application.stale', current: { version: 1 } },
    });
    const { body: seen } = await officer.get<{ factsHash: string }>(`/api/review/applications/${id}`);
    await api.db.query(`UPDATE checks SET outcome = 'revoked' WHERE origin_id = $1`, [id]);
    expect(await decide(officer, id, { ...reject, factsHash: seen.factsHash })).toMatchObject({
      status: 409,
      body: { code: 'decision.stale' },
    });
    expect(await traces(id)).toEqual(untouched);
  });
});
