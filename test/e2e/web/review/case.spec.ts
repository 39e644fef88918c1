import { anApplication } from '../../../support/admission';
import { axeFaults, LOOKS, picture, WALKED_LOOKS, type Look } from '../../../support/look';
import { until } from '../../../support/until';
import { Desk } from './desk';

const [PHONE, , DESK] = LOOKS as readonly [Look, Look, Look];

describe('a case on the verification officer’s desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() => desk.renew());
  afterAll(() => desk.close());

  it('tells each of two officers that the other has the case open, and when they left', async () => {
    const { id } = await anApplication(desk.api, desk.group, { fullName: 'Eka' });
    const first = await desk.page(desk.sari, `/review/${id}`, DESK);
    await first.getByRole('heading', { level: 1, name: 'Eka' }).waitFor();
    const second = await desk.page(desk.dewi, `/review/${id}`, PHONE);
    await second.getByText('Sari Kusumawati sedang membuka permohonan ini').waitFor();
    await first.getByText('Dewi Anggraini has this application open').waitFor();
    expect(await desk.stateOf(id)).toEqual({ state: 'submitted', assignedTo: null });
    await second.goto(`${desk.api.url}/review`);
    await first.getByText('Dewi Anggraini has this application open').waitFor({ state: 'hidden' });
    await Promise.all([first.context().close(), second.context().close()]);
  });

  it('shows what a colleague changed when an act comes too late', async () => {
    const { id } = await anApplication(desk.api, desk.group, { fullName: 'Fitri' });
    const page = await desk.page(desk.sari, `/review/${id}`, DESK);
    await page.getByText('No officer yet').waitFor();
    await (
      await desk.asBrowser(desk.dewi)
    ).post(`/api/review/applications/${id}/assignments`, {}, { 'If-Match': '"1"' });
    await page.keyboard.press('a');
    const notice = page.getByRole('alert').filter({ hasText: 'Changed by somebody else meanwhile' });
    await notice.getByRole('row', { name: /Officer.*Nobody yet.*Dewi Anggraini/ }).waitFor();
    expect(await desk.stateOf(id)).toMatchObject({ assignedTo: desk.dewi.personId });
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'desk-stale', DESK);
    await page.context().close();
  });

  it('shows a document with its text to search, to turn and to enlarge, under the page’s own policy', async () => {
    const { id } = await desk.aCaseOfSixFiles('Gita');
    const page = await desk.page(desk.sari, `/review/${id}`, DESK);
    await page.locator('figure canvas').waitFor();
    await page.getByRole('button', { name: /^Lisensi 1a/ }).click();
    await page.getByText('Surat Tanda Registrasi', { exact: true }).waitFor();
    const size = async () => (await page.locator('figure canvas').boundingBox()) ?? { width: 0, height: 0 };
    const before = await size();
    await page.keyboard.press('+');
    await until(size, ({ width }) => width > before.width);
    await page.keyboard.press('r');
    await until(size, ({ width, height }) => width > height);
    await page.keyboard.press('f');
    await page.keyboard.type('tanda registrasi');
    await page.getByText('1 place found').waitFor();
    await page.locator('[data-found]').first().waitFor();
    expect(desk.complaints).toEqual([]);
    await page.context().close();
  });

  it('lists the pages of a long document, and leads to the page on which a text is found', async () => {
    const texts = ['Halaman depan', 'Transkrip nilai', 'Ditetapkan di Gombong'];
    const { id } = await desk.aCaseOfOneDocument('Gusti', texts);
    const page = await desk.page(desk.sari, `/review/${id}`, DESK);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages
      .getByRole('button', { name: 'Page 1', exact: true })
      .and(page.locator('[aria-current]'))
      .waitFor();
    expect(await pages.getByRole('listitem').count()).toBe(3);
    await pages.getByRole('button', { name: 'Next page' }).click();
    await page.locator('figure').getByText('Transkrip nilai').waitFor();
    await page.getByLabel('Search in this document').fill('gombong');
    await page.getByText('1 place found').waitFor();
    const third = pages.getByRole('button', { name: 'Page 3', exact: true });
    await third.and(page.locator('[data-found]')).waitFor();
    await page.getByRole('button', { name: 'Next page with it' }).click();
    await third.and(page.locator('[aria-current]')).waitFor();
    await page.locator('figure').getByText('Ditetapkan di Gombong').waitFor();
    expect(await pages.getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
    await desk.looksRight(page, 'desk-pages', DESK);
    await page.context().close();
  });

  it('names the documents for a look by hand, to the officer and to the applicant', async () => {
    const { id, applicant } = await desk.aCaseOfOneDocument('Gilang', ['Surat']);
    const page = await desk.page(desk.sari, `/review/${id}`, DESK);
    await page.getByText('A certificate of good standing from the authority').waitFor();
    await page.context().close();
    const own = await desk.page(applicant, `/applications/${id}`, PHONE);
    await own.getByText('Dokumen yang membantu petugas memeriksanya secara manual').waitFor();
    await own.getByText('Surat tanda registrasi atau izin praktik, kedua sisi').waitFor();
    await desk.looksRight(own, 'apply-by-hand', PHONE);
    await own.context().close();
  });

  it.each(WALKED_LOOKS)('reads well ($language, $theme, $width px)', async (look) => {
    const { id } = await desk.aCaseOfSixFiles('Raden Ajeng Kartiningsih binti Wirjosoemarto');
    await anApplication(desk.api, desk.group, { fullName: 'Hana', dueOn: '2026-11-18' });
    const page = await desk.page(desk.sari, '/review', look);
    await page.getByRole('link', { name: 'Hana' }).waitFor();
    await desk.looksRight(page, 'desk-queue', look);
    await page.goto(`${desk.api.url}/review?tab=mine`);
    await page
      .getByRole('link', { name: look.language === 'id' ? 'Ambil dari antrean' : 'See unassigned' })
      .waitFor();
    await desk.looksRight(page, 'desk-mine', look);
    await page.goto(`${desk.api.url}/review/${id}`);
    await page.locator('figure canvas').waitFor();
    await page
      .locator('figure')
      .getByText(/^(Surat Tanda Registrasi|Halaman kedua)$/)
      .waitFor();
    await desk.looksRight(page, 'desk-case', look);
    await page.context().close();
  });
});
