import { startApi, type TestApp } from '../../../support/app';
import { aCertificate, aSignedCertificate } from '../../../support/certificates';
import { grantPowers, signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';

interface Line {
  id: string;
  code: string;
  recipientName: string;
  state: string;
}

describe('certificates in the hands of an officer', () => {
  let api: TestApp;
  let groupId: string;
  let officer: TestClient;
  let holder: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    [officer, holder] = [await signedIn(api), await signedIn(api)];
    await grantPowers(api, String(officer.personId), groupId, ['certificates.issue']);
  });
  afterAll(() => api.close());
  const issued = (recipientName: string, rest = {}) =>
    aSignedCertificate(api, { personId: String(holder.personId), groupId, recipientName, ...rest });
  const listed = async (query: string, by = officer): Promise<Line[]> =>
    (await by.get<{ items: Line[] }>(`/api/issued-certificates?${query}`)).body.items;
  const stateOf = async (code: string): Promise<string> =>
    (await stranger(api).get<{ state: string }>(`/api/public/checks/${code}`)).body.state;

  it('are found by part of a name, by code, state and kind, and not by officers of other groups', async () => {
    const one = await issued('Wahyu Setiawan');
    const expired = await issued('Wahyuni', { validUntil: new Date(api.clock.now().getTime() + 1_000) });
    const waiting = await aCertificate(api, {
      ...{ personId: String(holder.personId), groupId, recipientName: 'Wahyudi', kind: 'membership' },
    });
    api.clock.advance(60_000);
    expect((await listed('q=wahyu')).map(({ id, state }) => [id, state]).sort()).toEqual(
      [
        [one.id, 'valid'],
        [expired.id, 'expired'],
        [waiting.id, 'being_issued'],
      ].sort(),
    );
    expect((await listed(`q=${one.code.toLowerCase()}`)).map(({ id }) => id)).toEqual([one.id]);
    expect((await listed('q=wahyu&state=expired')).map(({ id }) => id)).toEqual([expired.id]);
    expect((await listed('q=wahyu&kind=membership')).map(({ id }) => id)).toEqual([waiting.id]);
    expect(await listed('q=%25')).toEqual([]);
    const other = await signedIn(api);
    await grantPowers(api, String(other.personId), await aGroup(api), ['certificates.issue']);
    expect(await listed('q=wahyu', other)).toEqual([]);
  });

  it('are corrected by another in their place: the old one is revoked, the new one says the new name', async () => {
    const wrong = await issued('Sitti Nurhaliza');
    const correction = { recipientName: 'Siti Nurhaliza', reason: 'The name was misspelt' };
    const answer = await officer.post<Line>(`/api/certificates/${wrong.id}/replacement`, correction);
    expect(answer).toMatchObject({ status: 201, body: { code: expect.not.stringContaining(wrong.code) } });
    const { id, code } = answer.body;
    expect(await stateOf(wrong.code)).toBe('revoked');
    expect((await officer.get(`/api/certificates/${wrong.id}`)).body).toMatchObject({
      state: 'revoked',
      revokedReason: correction.reason,
      replacedById: id,
    });
    expect((await holder.get(`/api/certificates/${id}`)).body).toMatchObject({
      code,
      recipientName: 'Siti Nurhaliza',
      issuedAt: wrong.issuedAt.toISOString(),
      mayRevoke: false,
    });
    expect((await listed('q=Sitti')).map(({ state }) => state)).toEqual(['replaced']);
    const trail = await api.db.query(
      `SELECT action, reason FROM audit_entries WHERE subject_id = $1 AND actor_person_id = $2 ORDER BY id`,
      [wrong.id, officer.personId],
    );
    expect(trail).toEqual([
      { action: 'certificate.revoked', reason: correction.reason },
      { action: 'certificate.replaced', reason: correction.reason },
    ]);
    expect((await officer.post(`/api/certificates/${wrong.id}/replacement`, correction)).body).toMatchObject({
      code: 'certificate.closed',
    });
  });

  it('get one successor, however many correct them at once', async () => {
    const wrong = await issued('Budi');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        officer.post(`/api/certificates/${wrong.id}/replacement`, { recipientName: 'Budi H', reason: 'x' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await listed('q=Budi')).toHaveLength(2);
  });

  it('can be issued anew after they were revoked', async () => {
    const wrong = await issued('Citra');
    await officer.post(`/api/certificates/${wrong.id}/revocation`, { reason: 'By mistake' });
    const correction = { recipientName: 'Citra', reason: 'It was revoked by mistake' };
    expect((await officer.post(`/api/certificates/${wrong.id}/replacement`, correction)).status).toBe(201);
    expect((await officer.get(`/api/certificates/${wrong.id}`)).body).toMatchObject({
      revokedReason: 'By mistake',
    });
  });

  it('stay as they are for who may not: holders, officers of other groups, and before they are signed', async () => {
    const found = await issued('Dewi');
    const body = { recipientName: 'Dewi', reason: 'x' };
    expect((await holder.post(`/api/certificates/${found.id}/replacement`, body)).status).toBe(403);
    const other = await signedIn(api);
    await grantPowers(api, String(other.personId), await aGroup(api), ['certificates.issue']);
    expect((await other.post(`/api/certificates/${found.id}/replacement`, body)).status).toBe(404);
    const { id } = await aCertificate(api, { personId: String(holder.personId), groupId });
    expect((await officer.post(`/api/certificates/${id}/replacement`, body)).body).toMatchObject({
      code: 'certificate.in_progress',
    });
    expect(await stateOf(found.code)).toBe('valid');
  });
});
