import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aPdf } from '../../../support/sample-files';

interface Note {
  id: string;
  version: number;
  number: number;
  text: string;
  by: string;
  isOwn: boolean;
  page: number;
  x: number;
  y: number;
  resolvedBy: string | null;
  replies: { by: string; text: string }[];
}

describe('notes pinned on the evidence of a case', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;
  let id: string;
  let applicant: TestClient;
  let fileId: string;

  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.licence]);
    sari = await anOfficer('Sari', group.groupId);
    dewi = await anOfficer('Dewi', group.groupId);
  });
  beforeEach(async () => {
    ({ id, applicant, fileId } = await withFile());
  });
  afterAll(() => api.close());

  async function anOfficer(fullName: string, groupId: string) {
    const client = await signedIn(api, { fullName });
    await grantPowers(api, client.personId as string, groupId, ['applications.review']);
    return client;
  }
  async function withFile() {
    const application = await anApplication(api, group);
    const { credentialId } = await anOfferedLicence(api, group, application);
    const bytes = await aPdf({ text: 'STR' });
    const { body } = await application.applicant.upload<{ id: string }>('/api/files?purpose=evidence', {
      name: 'str.pdf',
      type: 'application/pdf',
      bytes,
    });
    await api.db.query(
      'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, now())',
      [credentialId, body.id],
    );
    return { id: application.id, applicant: application.applicant, fileId: body.id };
  }
  const at = (part = '', caseId = id) => `/api/review/applications/${caseId}/notes${part}`;
  const place = { page: 1, x: 0.5, y: 0.25 };
  const pin = (who: TestClient, text: string, more: object = {}) =>
    who.post<{ id: string }>(at(), { fileId, ...place, text, ...more });
  const notes = async (who: TestClient) => (await who.get<Note[]>(at())).body;
  const move = (who: TestClient, noteId: string, version: number, to: object = { page: 2, x: 0.1, y: 0.2 }) =>
    who.put(at(`/${noteId}/place`), to, { 'If-Match': `"${version}"` });

  it('are numbered, answered, resolved and opened again among the officers', async () => {
    const { body } = await pin(sari, ' Cap tidak terbaca ');
    await pin(dewi, 'Nomor berbeda');
    await dewi.post(at(`/${body.id}/replies`), { text: 'Saya lihat juga' });
    expect(await notes(sari)).toMatchObject([
      { number: 1, text: 'Cap tidak terbaca', by: 'Sari', isOwn: true, ...place, replies: [{ by: 'Dewi' }] },
      { number: 2, text: 'Nomor berbeda', by: 'Dewi', isOwn: false },
    ]);
    expect((await dewi.put(at(`/${body.id}/resolution`), {})).status).toBe(204);
    expect((await dewi.put(at(`/${body.id}/resolution`), {})).status).toBe(204);
    expect((await notes(sari))[0]).toMatchObject({ resolvedBy: 'Dewi', version: 2 });
    expect((await sari.delete(at(`/${body.id}/resolution`))).status).toBe(204);
    expect((await notes(sari))[0]).toMatchObject({ resolvedBy: null, version: 3 });
    const { body: shown } = await sari.get<{ history: { action: string }[] }>(
      `/api/review/applications/${id}`,
    );
    expect(shown.history.map(({ action }) => action)).toEqual([
      'application.note_reopened',
      'application.note_resolved',
      'application.note_pinned',
      'application.note_pinned',
    ]);
  });

  it('get two numbers when they are pinned at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, place) => pin(place % 2 ? sari : dewi, 'Lihat')),
    );
    expect(made.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect((await notes(sari)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are moved by their author alone, and by one of two moves at once', async () => {
    const { body } = await pin(sari, 'Di sini');
    expect(await move(dewi, body.id, 1)).toMatchObject({ status: 403, body: { code: 'note.forbidden' } });
    const both = await Promise.all([move(sari, body.id, 1), move(sari, body.id, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await notes(sari))[0]).toMatchObject({ page: 2, x: 0.1, y: 0.2, version: 2 });
  });

  it('are nothing to the applicant, to officers elsewhere and in a conflict', async () => {
    const { body } = await pin(sari, 'Rahasia petugas');
    await grantPowers(api, applicant.personId as string, group.groupId, ['applications.review']);
    const outside = await anOfficer('Eko', (await anAdmittingGroup(api)).groupId);
    await dewi.post(`/api/review/applications/${id}/conflicts`, { reason: 'Saudara' });
    for (const [who, status] of [
      [applicant, 403],
      [outside, 404],
      [dewi, 403],
    ] as const) {
      expect((await who.get(at())).status).toBe(status);
      expect((await pin(who, 'Halo')).status).toBe(status);
      expect((await who.post(at(`/${body.id}/replies`), { text: 'Halo' })).status).toBe(status);
      expect((await who.put(at(`/${body.id}/resolution`), {})).status).toBe(status);
    }
    expect(JSON.stringify((await applicant.get(`/api/applications/${id}`)).body)).not.toContain('Rahasia');
    expect(await notes(sari)).toHaveLength(1);
  });

  it('belong to a file of the case, and to the case', async () => {
    const other = await withFile();
    expect(await pin(sari, 'Salah berkas', { fileId: other.fileId })).toMatchObject({
      status: 404,
      body: { code: 'file.not_found' },
    });
    const { body } = await pin(sari, 'Benar');
    expect((await sari.post(at(`/${body.id}/replies`, other.id), { text: 'Halo' })).status).toBe(404);
  });

  it.each([
    ['beside the page', { x: 1.2 }],
    ['before the first page', { page: 0 }],
    ['without a word', { text: '  ' }],
    ['too long', { text: 'x'.repeat(2_001) }],
  ])('are refused %s', async (_, change) => {
    expect((await pin(sari, 'Halo', change)).status).toBe(400);
  });
});
