import { randomUUID } from 'node:crypto';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';

describe('handling a case', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence, asks.commitment, asks.ethics]);
    [sari, dewi] = [await anOfficer('Sari'), await anOfficer('Dewi')];
  });
  afterAll(() => api.close());

  async function anOfficer(fullName: string, powers = ['applications.review']) {
    const client = await signedIn(api, { fullName });
    await grantPowers(api, client.personId as string, group.groupId, powers);
    return client;
  }
  const at = (version: number) => ({ 'If-Match': `"${version}"` });
  const path = (id: string, act = '') => `/api/review/applications/${id}${act}`;
  const items = [{ requirementId: 'licence', note: 'Nomor STR tidak terbaca. Unggah pindaian yang jelas.' }];

  it('shows answers, credentials, checks, results and history, and does not assign by opening', async () => {
    const application = await anApplication(api, group);
    const { credentialId, checkId } = await anOfferedLicence(api, group, application);
    const { body } = await sari.get(path(application.id));
    expect(body).toMatchObject({
      reference: application.reference,
      assignedTo: null,
      mayDecide: false,
      submissions: [{ number: 1, details: { fullName: 'Ben Pratama' } }],
      requirements: [
        {
          requirementId: 'licence',
          result: 'met',
          credentials: [{ credentialId, standing: 'confirmed', checks: [{ id: checkId, outcome: 'match' }] }],
        },
        { requirementId: 'commitment', result: 'met', answer: { accepted: true } },
        { requirementId: 'ethics', result: 'pending', followsApproval: true },
      ],
    });
  });

  it('is taken, handed over and put back, each told in its history', async () => {
    const { id } = await anApplication(api, group);
    expect(await sari.post(path(id, '/assignments'), {}, at(1))).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    const over = await sari.post(path(id, '/assignments'), { personId: dewi.personId }, at(2));
    expect(over).toMatchObject({ status: 201, body: { version: 3 } });
    expect((await sari.get(path(id))).body).toMatchObject({
      assignedTo: dewi.personId,
      assignedName: 'Dewi',
    });
    expect((await dewi.delete(path(id, '/assignments'), at(3))).body).toEqual({ version: 4 });
    const { body } = await sari.get<{ history: { action: string; actorLabel: string }[] }>(path(id));
    expect(body.history.map(({ action }) => action)).toEqual([
      'application.released',
      'application.assigned',
      'application.assigned',
    ]);
  });

  it('goes to one of two officers who take it at the same moment', async () => {
    const { id } = await anApplication(api, group);
    const answers = await Promise.all([
      sari.post(path(id, '/assignments'), {}, at(1)),
      dewi.post(path(id, '/assignments'), {}, at(1)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('cannot be handed to the applicant, to somebody without the power or to nobody', async () => {
    const { id, applicant } = await anApplication(api, group);
    await grantPowers(api, applicant.personId as string, group.groupId, ['applications.review']);
    const hand = (personId: string | null) => sari.post(path(id, '/assignments'), { personId }, at(1));
    expect(await hand(applicant.personId)).toMatchObject({ status: 422, body: { code: 'assignee.refused' } });
    expect(await hand((await signedIn(api)).personId)).toMatchObject({ body: { code: 'assignee.refused' } });
    expect(await hand(randomUUID())).toMatchObject({ status: 404 });
  });

  it('is sent back with items and reasons, once', async () => {
    const { id, applicant } = await anApplication(api, group);
    expect(await sari.post(path(id, '/corrections'), { items }, at(1))).toMatchObject({ status: 201 });
    const [row] = await api.db.query('SELECT state, returned, assigned_to FROM applications WHERE id = $1', [
      id,
    ]);
    expect(row).toMatchObject({ state: 'returned', assigned_to: sari.personId, returned: { items } });
    const news = await api.db.query(
      `SELECT payload FROM outbox_messages WHERE type = 'membership.correction_requested' AND payload ->> 'applicationId' = $1`,
      [id],
    );
    expect(news).toHaveLength(1);
    expect(await sari.post(path(id, '/corrections'), { items }, at(2))).toMatchObject({
      status: 409,
      body: { code: 'correction.closed' },
    });
    expect(applicant.personId).not.toBe(sari.personId);
  });

  it.each([
    ['nothing to correct', []],
    ['a requirement that the rule does not have', [{ requirementId: 'sponsor', note: 'x' }]],
    ['the code of ethics, which comes later', [{ requirementId: 'ethics', note: 'x' }]],
    ['an item without a why', [{ requirementId: 'licence', note: ' ' }]],
    ['an item twice', [items[0], items[0]]],
  ])('is not sent back with %s', async (_, wrong) => {
    const { id } = await anApplication(api, group);
    expect(await sari.post(path(id, '/corrections'), { items: wrong }, at(1))).toMatchObject({
      status: 422,
      body: { code: 'correction.refused' },
    });
    expect((await sari.get(path(id))).body).toMatchObject({ state: 'submitted', version: 1 });
  });

  it('is closed to the applicant, to whoever declared a conflict, and hidden from officers elsewhere', async () => {
    const { id, applicant } = await anApplication(api, group);
    await grantPowers(api, applicant.personId as string, group.groupId, ['applications.review']);
    expect(await applicant.get(path(id))).toMatchObject({
      status: 403,
      body: { code: 'application.forbidden' },
    });
    expect((await applicant.post(path(id, '/corrections'), { items }, at(1))).status).toBe(403);

    const cousin = await anOfficer('Cici');
    await cousin.post(path(id, '/assignments'), {}, at(1));
    expect((await cousin.post(path(id, '/conflicts'), { reason: 'Sepupu saya' })).status).toBe(204);
    expect((await cousin.get(path(id))).status).toBe(403);
    expect((await sari.get(path(id))).body).toMatchObject({ assignedTo: null });

    const elsewhere = await signedIn(api);
    await grantPowers(api, elsewhere.personId as string, (await anAdmittingGroup(api)).groupId, [
      'applications.review',
    ]);
    expect((await elsewhere.get(path(id))).status).toBe(404);
    expect((await elsewhere.post(path(id, '/assignments'), {}, at(1))).status).toBe(404);
  });

  it('stays unseen while it is a draft', async () => {
    const { id } = await anApplication(api, group, { state: 'draft' });
    expect((await sari.get(path(id))).status).toBe(404);
    expect((await sari.post(path(id, '/assignments'), {}, at(1))).status).toBe(404);
  });
});
