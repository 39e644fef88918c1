import { asks, anAdmittingGroup, anApplication, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, stranger } from '../../../support/client';
import { readPdf } from '../../../support/read-pdf';

const sponsor = {
  id: 'sponsor',
  kind: 'sponsor',
  title: { id: 'Pendukung', en: 'Sponsors' },
  hint: { id: 'Anggota yang mendukung', en: 'Members who support you' },
  count: 1,
} as const;

describe('the copy of an application', () => {
  let api: TestApp;
  let group: AdmittingGroup;
  beforeAll(async () => {
    api = await startApi();
    group = await anAdmittingGroup(api, [asks.commitment, sponsor, asks.ethics], {
      contactEmail: 'halo@himpun.test',
    });
  });
  afterAll(() => api.close());

  it('has what was sent, by when it is decided and whom to ask, in the language asked for', async () => {
    const { id, reference, applicant } = await anApplication(api, group, { fullName: 'Bening Pratiwi' });
    await api.db.query(`UPDATE applications SET due_on = '2026-12-04' WHERE id = $1`, [id]);
    const path = `/api/applications/${id}/copy.pdf`;
    const english = await applicant.download(path);
    expect(english.headers.get('content-type')).toBe('application/pdf');
    expect(english.headers.get('content-disposition')).toContain('attachment');
    const { text } = readPdf(english.body);
    for (const words of [
      reference,
      'Bening Pratiwi',
      '4 December 2026',
      'halo@himpun.test',
      'I help twice',
    ]) {
      expect(text).toContain(words);
    }
    const { text: words } = readPdf((await applicant.download(`${path}?language=id`)).body);
    expect(words).toContain('4 Desember 2026');
    expect(words).toContain('Tidak diisi');
  });

  it('goes over as many pages as it takes, and loses no word', async () => {
    const names = Array.from({ length: 400 }, (_, place) => `Pendukung-${place}`);
    const { id, applicant } = await anApplication(api, group, { answers: { sponsor: { names } } });
    const { text, pages } = readPdf(
      (await applicant.download(`/api/applications/${id}/copy.pdf?language=id`)).body,
    );
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/Pendukung-\d/g)).toHaveLength(400);
    expect(text).toContain(`Halaman ${pages} dari ${pages}`);
  });

  it('is its applicant’s alone, and there is none before anything was sent', async () => {
    const { id } = await anApplication(api, group);
    const officer = await signedIn(api);
    await grantPowers(api, officer.personId as string, group.groupId, ['applications.review']);
    expect((await officer.get(`/api/applications/${id}/copy.pdf`)).status).toBe(404);
    expect((await stranger(api).get(`/api/applications/${id}/copy.pdf`)).status).toBe(401);
    const draft = await anApplication(api, group, { state: 'draft' });
    expect(await draft.applicant.get(`/api/applications/${draft.id}/copy.pdf`)).toMatchObject({
      status: 404,
      body: { code: 'application_copy.not_found' },
    });
  });
});
