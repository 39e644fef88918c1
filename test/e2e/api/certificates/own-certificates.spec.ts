import { startApi, type TestApp } from '../../../support/app';
import { aCertificate, aSignedCertificate } from '../../../support/certificates';
import { grantPowers, signedIn, stranger, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { readPdf } from '../../../support/read-pdf';

const REASON = { reason: 'Attendance was recorded for another person' };

describe('certificates of their holder', () => {
  let api: TestApp;
  let groupId: string;
  let holder: TestClient;
  let other: TestClient;
  let officer: TestClient;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    [holder, other, officer] = [await signedIn(api), await signedIn(api), await signedIn(api)];
    await grantPowers(api, String(officer.personId), groupId, ['certificates.issue']);
  });
  afterAll(() => api.close());
  const issued = (): Promise<{ id: string; code: string }> =>
    aSignedCertificate(api, { personId: String(holder.personId), groupId });

  it('are listed for them alone, newest first, with their state', async () => {
    const late = await signedIn(api);
    expect((await late.get<unknown[]>('/api/certificates')).body).toEqual([]);
    const personId = String(late.personId);
    const first = await aSignedCertificate(api, { personId, groupId });
    api.clock.advance(60_000);
    const second = await aCertificate(api, { personId, groupId });
    const { body } = await late.get<{ id: string; state: string; checkUrl: string }[]>('/api/certificates');
    expect(body.map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'being_issued'],
      [first.id, 'valid'],
    ]);
    expect(body[1]?.checkUrl).toBe(`https://himpun.test/check/${first.code}`);
  });

  it.each(['', '/pdf', '/credential.json', '/credential.jwt', '/badge.png', '/badge.svg'])(
    'are hidden from everybody else (%s)',
    async (form) => {
      const { id } = await issued();
      expect((await stranger(api).get(`/api/certificates/${id}${form}`)).status).toBe(401);
      expect((await other.get(`/api/certificates/${id}${form}`)).status).toBe(404);
      expect((await officer.download(`/api/certificates/${id}${form}`)).status).toBe(200);
    },
  );

  it.each([
    ['id', 'Sertifikat kehadiran', 'Diberikan kepada'],
    ['en', 'Certificate of attendance', 'Awarded to'],
  ])('print on one sheet in %s, tagged, with code and address in text', async (language, kind, awarded) => {
    const { id, code } = await issued();
    const { body, headers } = await holder.download(`/api/certificates/${id}/pdf?language=${language}`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    const paper = readPdf(body);
    for (const words of [kind, awarded, 'Siti Nurhaliza Putri', code, 'himpun.test'])
      expect(paper.text).toContain(words);
    expect(paper).toMatchObject({
      pages: 1,
      info: { Language: language },
      mark: { Marked: true },
      attachments: ['credential.json'],
    });
  });

  it('print the longest name whole, on one sheet', async () => {
    const recipientName = `${'Raden Ajeng '.repeat(16)}Nguyễn Thị`.slice(0, 200);
    const { id } = await aSignedCertificate(api, {
      personId: String(holder.personId),
      groupId,
      recipientName,
      title: { id: 'Lokakarya '.repeat(20).trim(), en: 'Workshop '.repeat(20).trim() },
    });
    const paper = readPdf((await holder.download(`/api/certificates/${id}/pdf`)).body);
    expect(paper.pages).toBe(1);
    expect(paper.text.replaceAll(' ', '')).toContain(recipientName.normalize('NFC').replaceAll(' ', ''));
  });

  it('refuses a paper in a language it does not speak', async () => {
    const { id } = await issued();
    expect((await holder.get(`/api/certificates/${id}/pdf?language=fr`)).status).toBe(400);
  });

  it('are taken back by an officer of the group, with a reason, once', async () => {
    const { id } = await issued();
    expect((await officer.post(`/api/certificates/${id}/revocation`, { reason: '' })).status).toBe(400);
    expect((await officer.post(`/api/certificates/${id}/revocation`, REASON)).status).toBe(204);
    expect((await officer.post(`/api/certificates/${id}/revocation`, REASON)).body).toMatchObject({
      status: 409,
      code: 'certificate.closed',
    });
    const { body } = await holder.get(`/api/certificates/${id}`);
    expect(body).toMatchObject({ state: 'revoked', revokedReason: REASON.reason });
    expect((await holder.get(`/api/certificates/${id}/pdf`)).status).toBe(410);
    expect(
      await api.db.query(
        `SELECT reason, actor_person_id FROM audit_entries WHERE action = 'certificate.revoked' AND subject_id = $1`,
        [id],
      ),
    ).toEqual([{ reason: REASON.reason, actor_person_id: officer.personId }]);
  });

  it('are not taken back by an officer of another group, who does not even see them', async () => {
    const { id } = await issued();
    const elsewhere = await signedIn(api);
    await grantPowers(api, String(elsewhere.personId), await aGroup(api), ['certificates.issue']);
    expect((await elsewhere.post(`/api/certificates/${id}/revocation`, REASON)).status).toBe(404);
    expect((await holder.post(`/api/certificates/${id}/revocation`, REASON)).status).toBe(403);
    expect((await holder.get(`/api/certificates/${id}`)).body).toMatchObject({ state: 'valid' });
  });

  it('are not taken back by the officer who holds them', async () => {
    const { id } = await aSignedCertificate(api, { personId: String(officer.personId), groupId });
    expect((await officer.post(`/api/certificates/${id}/revocation`, REASON)).status).toBe(403);
  });

  it('cannot be downloaded before they are signed', async () => {
    const { id } = await aCertificate(api, { personId: String(holder.personId), groupId });
    expect((await holder.get(`/api/certificates/${id}/pdf`)).body).toMatchObject({
      status: 409,
      code: 'certificate.in_progress',
    });
  });
});
