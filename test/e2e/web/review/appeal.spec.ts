import { anApplication, anOfferedLicence } from '../../../support/admission';
import type { TestClient } from '../../../support/client';
import { LOOKS, WALKED_LOOKS, type Look } from '../../../support/look';
import { Desk } from './desk';

const DESK = LOOKS[2] as Look;

describe('a rejected applicant', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() => desk.renew());
  afterAll(() => desk.close());

  async function aRejection(): Promise<{ id: string; applicant: TestClient }> {
    const application = await anApplication(desk.api, desk.group, { fullName: 'Lestari Wulan' });
    await anOfferedLicence(desk.api, desk.group, application, { outcome: 'mismatch' });
    await (
      await desk.asBrowser(desk.sari)
    ).post(
      `/api/applications/${application.id}/decisions`,
      { outcome: 'rejected', reasonCodes: ['credential_not_confirmed'], note: 'Nomor tidak ditemukan.' },
      { 'If-Match': '"1"' },
    );
    return application;
  }

  it.each(WALKED_LOOKS)(
    'reads why, until when to appeal, and appeals; others see it and decide ($language, $theme, $width px)',
    async (look) => {
      const isIndonesian = look.language === 'id';
      const { id, applicant } = await aRejection();
      const page = await desk.page(applicant, `/applications/${id}/decision`, look);
      await page.getByText(isIndonesian ? /21 Desember 2026/ : /21 December 2026/).waitFor();
      await desk.looksRight(page, 'letter', look);
      await page.getByRole('link', { name: isIndonesian ? 'Ajukan banding' : 'Appeal', exact: true }).click();
      const grounds = page.getByRole('textbox');
      await grounds.waitFor();
      const send = page.getByRole('button', { name: isIndonesian ? 'Kirim banding' : 'Send the appeal' });
      await send.click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      await grounds.fill('Nomornya ada di halaman kedua.');
      await desk.looksRight(page, 'appeal', look);
      await send.click();
      await page.waitForURL((url) => url.pathname === `/applications/${id}`);
      expect(await desk.stateOf(id)).toMatchObject({ state: 'submitted' });

      const dewi = await desk.page(desk.dewi, `/review/${id}`, look);
      await dewi.getByText('Nomornya ada di halaman kedua.').waitFor();
      await desk.looksRight(dewi, 'appeal-case', look);
      const decideLink = (of: typeof dewi) =>
        of.getByRole('link', { name: isIndonesian ? 'Ambil keputusan' : 'Decide', exact: true });
      await decideLink(dewi).waitFor();
      const sari = await desk.page(desk.sari, `/review/${id}`, look);
      await sari.getByText('Nomornya ada di halaman kedua.').waitFor();
      expect(await decideLink(sari).count()).toBe(0);
      await Promise.all([page, dewi, sari].map((one) => one.context().close()));
    },
  );

  it('applies again with one click, with what was there before', async () => {
    const { id, applicant } = await aRejection();
    const page = await desk.page(applicant, `/applications/${id}/decision`, DESK);
    // Applications of tests take the first numbers without asking.
    await desk.api.db.query(`SELECT setval('application_numbers', 500000)`);
    await page.getByRole('button', { name: 'Apply again' }).click();
    await page.waitForURL((url) => url.pathname !== `/applications/${id}/decision`);
    const [draft] = await desk.api.db.query(
      `SELECT a.id, (SELECT count(*)::int FROM application_credentials c WHERE c.application_id = a.id) AS credentials
       FROM applications a WHERE a.person_id = $1 AND a.state = 'draft'`,
      [applicant.personId],
    );
    expect(page.url()).toContain((draft as { id: string }).id);
    expect(draft).toMatchObject({ credentials: 1 });
    await page.context().close();
  });
});
