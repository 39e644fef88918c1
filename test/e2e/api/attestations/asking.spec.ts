import { startApi, type TestApp } from '../../../support/app';
import { anAdmittingGroup, anApplication, anOfferedLicence, asks } from '../../../support/admission';
import {
  anAttestationCase,
  asked,
  attestationCheck,
  byLink,
  DEGREE,
  REGISTRAR,
  sentToken,
  trailOf,
  YES,
} from '../../../support/attestations';
import { grantPowers, signedIn } from '../../../support/client';
import { aGroup } from '../../../support/groups';

const SMALL = { ...DEGREE, institution: 'STIKES Harapan Kita' };

describe('an officer asks an institution', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(() => api.flushRedis());
  afterAll(() => api.close());

  async function keeper(groupId: string) {
    const person = await signedIn(api);
    await grantPowers(api, String(person.personId), groupId, ['issuers.trust']);
    return person;
  }
  const domain = (groupId: string, change: object = {}) => ({
    groupId,
    institution: 'STIKES Harapan Kita',
    domain: 'stikes-hk.ac.id',
    reason: 'Situs resmi dan surat rektor no. 12',
    ...change,
  });

  it('only at an address in a domain of that institution', async () => {
    const { officer, checkId } = await anAttestationCase(api);
    const codes: Record<string, unknown> = {};
    for (const email of [
      'ugm@gmail.com',
      'registrar@ui.ac.id',
      'registrar@ugm.ac.id.evil.example',
      'registrar@evilugm.ac.id',
      'ana@students.ugm.ac.id',
      'registrar@ac.id',
      'registrar',
      'a@ugm.ac.id\r\nBcc: b@x.example',
    ]) {
      const { status, body } = await officer.post<{ code: string; reasons: { code: string }[] }>(
        `/api/checks/${checkId}/attestations`,
        { email, language: 'id' },
      );
      codes[email] = [status, body.code, body.reasons[0]?.code];
    }
    const refused = (code: string) => [400, 'attestation.contact_invalid', code];
    expect(codes).toEqual({
      'ugm@gmail.com': refused('domain_public_mail'),
      'registrar@ui.ac.id': refused('domain_elsewhere'),
      'registrar@ugm.ac.id.evil.example': refused('domain_elsewhere'),
      'registrar@evilugm.ac.id': refused('domain_elsewhere'),
      'ana@students.ugm.ac.id': refused('domain_personal'),
      'registrar@ac.id': refused('domain_shared'),
      registrar: refused('address_wrong'),
      'a@ugm.ac.id\r\nBcc: b@x.example': refused('address_wrong'),
    });
    expect(
      await api.db.query(
        'SELECT 1 FROM attestations WHERE check_id IN (SELECT id FROM checks WHERE credential_id = (SELECT credential_id FROM checks WHERE id = $1))',
        [checkId],
      ),
    ).toEqual([]);
  });

  it('never at the applicant’s own address, even in that domain', async () => {
    const made = await anAttestationCase(api);
    await api.db.query(`UPDATE accounts SET email = 'ana.lestari@ugm.ac.id' WHERE person_id = $1`, [
      made.applicant.personId,
    ]);
    const wish = { email: 'Ana.Lestari@UGM.ac.id', language: 'id' };
    const { body } = await made.officer.post(`/api/checks/${made.checkId}/attestations`, wish);
    expect(body).toMatchObject({ code: 'attestation.contact_invalid', reasons: [{ code: 'address_own' }] });
  });

  it('in a domain that other officers vouch for, from when they record it to when they end it', async () => {
    const made = await anAttestationCase(api, { claim: SMALL });
    const wish = { email: 'baak@stikes-hk.ac.id', language: 'id' };
    const ask = () => made.officer.post<{ id: string }>(`/api/checks/${made.checkId}/attestations`, wish);
    expect((await ask()).status).toBe(400);
    expect((await made.officer.post('/api/institution-domains', domain(made.groupId))).status).toBe(403);
    const trusted = await keeper(made.groupId);
    const recorded = await trusted.post<{ id: string }>('/api/institution-domains', domain(made.groupId));
    expect(recorded.status).toBe(201);
    expect((await trusted.post('/api/institution-domains', domain(made.groupId))).status).toBe(409);
    const first = await ask();
    expect(first).toMatchObject({
      status: 201,
      body: { domain: 'stikes-hk.ac.id', domainReason: expect.stringContaining('rektor') },
    });
    await made.officer.post(`/api/attestations/${first.body.id}/withdrawal`, { reason: 'Uji' });
    const end = `/api/institution-domains/${recorded.body.id}/ending`;
    expect((await trusted.post(end, { reason: 'Ganti nama' })).status).toBe(204);
    expect((await ask()).status).toBe(400);
    expect(await trailOf(api, recorded.body.id)).toEqual([
      'institution_domain.recorded',
      'institution_domain.ended',
    ]);
  });

  it.each(['gmail.com', 'yahoo.co.id', 'ac.id', 'com', 'github.io', 'localhost', '10.0.0.1', 'a b.example'])(
    'and %s is nobody’s domain, whatever the reason',
    async (name) => {
      const groupId = await aGroup(api);
      const { status, body } = await (
        await keeper(groupId)
      ).post('/api/institution-domains', domain(groupId, { domain: name }));
      expect([status, body['code']]).toEqual([400, 'institution_domain.invalid']);
    },
  );

  it('never in an own case, without the power, in another group, or with a declared conflict', async () => {
    const made = await anAttestationCase(api);
    const wish = { email: REGISTRAR, language: 'id' };
    const path = `/api/checks/${made.checkId}/attestations`;
    await grantPowers(api, String(made.applicant.personId), made.groupId, ['licences.check']);
    expect((await made.applicant.post(path, wish)).status).toBe(403);
    const elsewhere = await signedIn(api);
    await grantPowers(api, String(elsewhere.personId), await aGroup(api), ['licences.check']);
    expect((await elsewhere.post(path, wish)).status).toBe(404);
    const reader = await signedIn(api);
    await grantPowers(api, String(reader.personId), made.groupId, ['applications.review']);
    expect((await reader.post(path, wish)).status).toBe(403);

    const group = await anAdmittingGroup(api, [asks.licence]);
    const close = await signedIn(api);
    await grantPowers(api, String(close.personId), group.groupId, ['applications.review', 'licences.check']);
    const application = await anApplication(api, group);
    const { checkId } = await anOfferedLicence(api, group, application, {});
    await close.post(`/api/review/applications/${application.id}/conflicts`, { reason: 'Kakak saya' });
    const answer = await close.post(`/api/checks/${checkId}/attestations`, wish);
    expect([answer.status, answer.body['code']]).toEqual([403, 'check.forbidden']);
  });

  it('once at a time, also when two officers ask at the same moment', async () => {
    const made = await anAttestationCase(api);
    const ask = () =>
      made.officer.post(`/api/checks/${made.checkId}/attestations`, { email: REGISTRAR, language: 'id' });
    const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409]);
  });

  it('and keeps the case waiting until there is an answer; officers see all of it, the applicant only that it waits', async () => {
    const made = await anAttestationCase(api);
    const id = await asked(made);
    const list = `?originId=${made.originId}`;
    expect(await attestationCheck(api, id)).toMatchObject({ run_state: 'queued', outcome: null });
    const { body: seen } = await made.officer.get(`/api/attestations${list}`);
    expect(seen).toMatchObject([
      { id, contactEmail: REGISTRAR, state: 'asked', askedBy: 'Bima Petugas', answer: null },
    ]);
    expect((await made.applicant.get(`/api/attestations${list}`)).status).toBe(403);
    await grantPowers(api, String(made.applicant.personId), made.groupId, ['licences.check']);
    expect((await made.applicant.get(`/api/attestations${list}`)).body).toEqual([]);
    const { body: checks } = await made.applicant.get<{ source: string; query: unknown }[]>(
      `/api/checks${list}`,
    );
    expect(checks).toContainEqual(
      expect.objectContaining({ source: 'issuer_attestation', runState: 'queued', query: null }),
    );
    expect(JSON.stringify(checks)).not.toContain(REGISTRAR);
    const token = await sentToken(api, id);
    await byLink(api, token).answer({ ...YES, verdict: 'no', remark: 'Tidak ada di arsip' });
    const { body: answered } = await made.officer.get(`/api/attestations${list}`);
    expect(answered).toMatchObject([
      {
        state: 'answered',
        answer: {
          verdict: 'no',
          name: YES.name,
          remark: 'Tidak ada di arsip',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  it('can take it back once, and an answered or withdrawn question never changes again', async () => {
    const made = await anAttestationCase(api);
    const id = await asked(made);
    const withdraw = () => made.officer.post(`/api/attestations/${id}/withdrawal`, { reason: 'Alamat lama' });
    expect((await withdraw()).body).toMatchObject({
      state: 'withdrawn',
      endedReason: 'Alamat lama',
      endedBy: 'Bima Petugas',
    });
    expect((await withdraw()).status).toBe(409);
    await expect(api.db.query(`UPDATE attestations SET state = 'sent' WHERE id = $1`, [id])).rejects.toThrow(
      'never changes',
    );
    await expect(api.db.query('DELETE FROM attestations WHERE id = $1', [id])).rejects.toThrow(
      'never changes',
    );
  });

  it('under the rules of the nearest group that published some', async () => {
    const made = await anAttestationCase(api);
    const path = `/api/groups/${made.groupId}/verification-rules`;
    const rule = {
      linkDays: 7,
      reminderDays: [2, 4],
      askIssuerFor: ['education'],
      twoReadersFor: [],
      reason: 'Rapat 3 Mei',
    };
    const publish = (body: object) => made.officer.post(path, body, { 'If-Match': '"0"' });
    expect((await made.officer.get(path)).body).toMatchObject({ version: null, linkDays: 14 });
    expect((await publish(rule)).status).toBe(403);
    await grantPowers(api, String(made.officer.personId), made.groupId, ['rules.publish']);
    for (const wrong of [
      { reminderDays: [4, 2] },
      { reminderDays: [7] },
      { reminderDays: [1, 2, 3] },
      { linkDays: 0 },
    ]) {
      expect((await publish({ ...rule, ...wrong })).status).toBe(400);
    }
    expect((await publish(rule)).body).toMatchObject({ version: 1, linkDays: 7 });
    const late = await publish({ ...rule, linkDays: 9 });
    expect([late.status, late.body['code']]).toEqual([409, 'verification_rule.stale']);
    expect((await made.officer.get(`${path}/versions`)).body).toMatchObject([
      { version: 1, reason: 'Rapat 3 Mei' },
    ]);
    expect((await made.officer.get(`${path}/open-work`)).body).toMatchObject({ questions: 0 });
    const id = await asked(made);
    await sentToken(api, id);
    const { body } = await made.officer.get<{ sentAt: string; expiresAt: string }[]>(
      `/api/attestations?originId=${made.originId}`,
    );
    expect(Date.parse(String(body[0]?.expiresAt)) - Date.parse(String(body[0]?.sentAt))).toBe(7 * 86_400_000);
  });
});
