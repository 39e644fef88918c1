import { anApplication } from '../../../support/admission';
import { LOOKS, WALKED_LOOKS, type Look } from '../../../support/look';
import { until } from '../../../support/until';
import { Desk } from './desk';

const DESK = LOOKS[2] as Look;

describe('the review queue as a whole', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() => desk.renew());
  afterAll(() => desk.close());

  it('hands over what was selected by keyboard, and tells what stayed', async () => {
    const first = await anApplication(desk.api, desk.group, { fullName: 'Ani', dueOn: '2026-11-23' });
    const near = await anApplication(desk.api, desk.group, { fullName: 'Beni', dueOn: '2026-11-24' });
    const dewi = await desk.asBrowser(desk.dewi);
    await dewi.post(`/api/review/applications/${near.id}/conflicts`, { reason: 'Saudara' });
    const page = await desk.page(desk.sari, '/review?tab=team', DESK);
    await page.getByRole('link', { name: 'Ani' }).waitFor();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 applications selected').waitFor();
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog', { name: 'Hand over 2 applications' });
    await dialog.getByLabel('Officer').selectOption({ label: 'Dewi Anggraini' });
    await desk.looksRight(page, 'queue-hand-over', DESK);
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    const report = page.getByRole('dialog', { name: 'What was not handed over' });
    await report.getByText('That officer declared a conflict of interest').waitFor();
    await desk.looksRight(page, 'queue-report', DESK);
    expect(await desk.stateOf(first.id)).toMatchObject({ assignedTo: desk.dewi.personId });
    expect(await desk.stateOf(near.id)).toMatchObject({ assignedTo: null });
    await page.context().close();
  });

  it.each(WALKED_LOOKS)('keeps a filter and opens with it ($language, $theme, $width px)', async (look) => {
    const say = (id: string, en: string) => (look.language === 'id' ? id : en);
    await anApplication(desk.api, desk.group, { fullName: 'Citra', dueOn: '2026-11-23' });
    await anApplication(desk.api, desk.group, { fullName: 'Dian', dueOn: '2026-11-24' });
    const page = await desk.page(desk.sari, '/review?tab=unassigned&q=citra', look);
    await page.getByRole('button', { name: say('Simpan saringan ini', 'Keep this filter') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('Nama', 'Name')).fill('Citra saja');
    await desk.looksRight(page, 'queue-keep', look);
    await dialog.getByRole('button', { name: say('Simpan', 'Keep'), exact: true }).click();
    const views = page.getByRole('navigation', { name: say('Tampilan tersimpan', 'Kept views') });
    await views.getByRole('link', { name: 'Citra saja 1' }).and(page.locator('[aria-current]')).waitFor();
    await page
      .getByRole('button', { name: say('Buka antrean dengan ini', 'Open the queue with it') })
      .click();
    await page
      .getByRole('button', { name: say('Jangan buka dengan ini lagi', 'No longer open with it') })
      .waitFor();
    await page.goto(`${desk.api.url}/review`);
    await page.waitForURL((url) => url.searchParams.get('q') === 'citra');
    await page.getByRole('link', { name: 'Citra', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Dian', exact: true }).count()).toBe(0);
    await page.getByRole('checkbox', { name: say('Pilih Citra', 'Select Citra') }).check();
    await desk.looksRight(page, 'queue-view', look);
    await page.context().close();
  });

  it.each(WALKED_LOOKS)(
    'pins a note by keyboard, and moves it ($language, $theme, $width px)',
    async (look) => {
      const say = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { id } = await desk.aCaseOfOneDocument('Eka', ['Halaman depan', 'Halaman kedua']);
      const page = await desk.page(desk.sari, `/review/${id}`, look);
      await page.locator('figure').getByText('Halaman depan').waitFor();
      await page.getByText(say('belum dilihat', 'not seen yet')).first().waitFor();
      await page.locator('h1').focus();
      await page.keyboard.press('m');
      await page.locator('#note-draft:focus').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Cap tidak terbaca');
      await page.getByRole('button', { name: say('Simpan catatan', 'Keep the note') }).click();
      const marker = page.getByRole('button', {
        name: say('Catatan 1: Cap tidak terbaca', 'Note 1: Cap tidak terbaca'),
      });
      await marker.waitFor();
      const [note] = await desk.api.db.query(
        'SELECT page, x, y FROM pinned_notes WHERE application_id = $1',
        [id],
      );
      expect(note).toEqual({ page: 1, x: 0.51, y: 0.45 });
      await desk.looksRight(page, 'case-notes', look);

      await page.locator('h1').focus();
      await page.keyboard.press('.');
      await page.locator('figure').getByText('Halaman kedua').waitFor();
      await page.getByText(say('belum dilihat', 'not seen yet')).first().waitFor({ state: 'hidden' });
      expect(await marker.count()).toBe(0);
      await page.getByRole('button', { name: say('Tunjukkan di halaman 1', 'Show on page 1') }).click();
      await marker.and(page.locator(':focus')).waitFor();
      await page.context().close();
    },
  );

  it('warns of files that were not seen before a decision, and does not stop it', async () => {
    const { id } = await desk.aCaseOfSixFiles('Fajar');
    const page = await desk.page(desk.sari, `/review/${id}/decision`, DESK);
    await page.getByText('You have not seen 6 files of this case').waitFor();
    await desk.looksRight(page, 'decision-unseen', DESK);
    await page.goto(`${desk.api.url}/review/${id}`);
    await page.getByText('5 files not seen yet').waitFor();
    await until(
      async () =>
        (await desk.api.db.query('SELECT 1 FROM review_file_views WHERE application_id = $1', [id])).length,
      (count) => count === 1,
    );
    await page.goto(`${desk.api.url}/review/${id}/decision`);
    await page.getByText('You have not seen 5 files of this case').waitFor();
    await page.context().close();
  });
});
