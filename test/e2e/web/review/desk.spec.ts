import { anApplication } from '../../../support/admission';
import { axeFaults, LOOKS, picture, type Look } from '../../../support/look';
import { until } from '../../../support/until';
import { Desk } from './desk';

const DESK = LOOKS[2] as Look;
/** Reviewing a case of six files takes no more presses than this. */
const MOST_PRESSES = 45;

describe('the verification officer’s desk by keyboard', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() => desk.renew());
  afterAll(() => desk.close());

  it('works a case of six files by keyboard alone, from the list to the decision', async () => {
    const { id } = await desk.aCaseOfSixFiles('Ben Pratama');
    const page = await desk.page(desk.sari, '/review?tab=unassigned', DESK);
    let presses = 0;
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        presses += 1;
      }
    };
    const saved = (count: number) =>
      until(
        async () =>
          (
            await desk.api.db.query(
              'SELECT 1 FROM check_reviews r JOIN checks c ON c.id = r.check_id WHERE c.origin_id = $1',
              [id],
            )
          ).length,
        (found) => found === count,
      );

    await page.getByRole('link', { name: 'Ben Pratama' }).waitFor();
    await press('j', 'Enter');
    await page.getByText('5 files not seen yet').waitFor();
    expect(await desk.stateOf(id)).toEqual({ state: 'submitted', assignedTo: null });
    await press('a');
    await page.getByText('Officer: Sari Kusumawati').waitFor();
    for (const left of ['4 files not', '3 files not', '2 files not', '1 file not', 'You have seen every']) {
      await press('n');
      await page.getByText(left).waitFor();
    }

    for (const word of [1, 2]) {
      await press('1');
      await page.locator('select[name="ready"]:focus').waitFor();
      await press('ArrowDown', 'Control+Enter');
      await saved(word);
      await until(
        () => page.locator('form select[name="ready"]').count(),
        (forms) => forms === 3 - word,
      );
    }
    await press('2');
    await page.locator('select[name="outcome"]:focus').waitFor();
    await press('ArrowDown', 'Tab', 'ArrowDown', 'Control+Enter');
    await saved(3);
    await until(
      () => page.locator('form select[name="ready"]').count(),
      (forms) => forms === 0,
    );

    await press('d');
    await page.getByRole('heading', { level: 1, name: 'Decision on Ben Pratama' }).waitFor();
    await press('1');
    await page.locator('input[type="checkbox"]:focus').waitFor();
    await press('Space');
    while ((await page.locator('#field-isImpartial:focus').count()) === 0) await press('Tab');
    await press('Space', 'Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A decision cannot be taken back.').waitFor();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'submitted' });
    await press('Tab', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Why this application was approved' }).waitFor();
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(desk.complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves letters to fields and dialogs, lists its keys, and can be switched off for the device', async () => {
    const { id } = await anApplication(desk.api, desk.group, {
      fullName: 'Budi Santoso',
      dueOn: '2026-11-25',
    });
    const page = await desk.page(desk.sari, '/review', DESK);
    const name = page.getByRole('link', { name: 'Budi Santoso' });
    const isFocused = async () => (await page.locator('a[data-case]:focus').count()) > 0;
    await name.waitFor();

    await page.keyboard.press('/');
    await page.locator('input[name="q"]:focus').waitFor();
    await page.keyboard.type('jka?gq1');
    expect(await page.locator('input[name="q"]').inputValue()).toBe('jka?gq1');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await desk.stateOf(id)).toMatchObject({ assignedTo: null });
    expect(new URL(page.url()).pathname).toBe('/review');

    await page.locator('h1').focus();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.getByText('Take the selected application').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'desk-shortcuts', DESK);
    await page.keyboard.press('j');
    expect(await isFocused()).toBe(false);
    await list.getByLabel('Use keyboard shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });

    await page.reload();
    await name.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Control+k');
    expect(await isFocused()).toBe(false);
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await list.getByLabel('Use keyboard shortcuts').check();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await isFocused()).toBe(true);
    await page.context().close();
  });

  it('goes on to the next case of the same list, and back to it', async () => {
    await anApplication(desk.api, desk.group, { fullName: 'First', dueOn: '2026-11-23' });
    await anApplication(desk.api, desk.group, { fullName: 'Second', dueOn: '2026-11-24' });
    await anApplication(desk.api, desk.group, { fullName: 'Third', dueOn: '2026-11-25' });
    const page = await desk.page(desk.sari, '/review?sort=-due', DESK);
    await page.getByRole('link', { name: 'Third' }).click();
    for (const [key, name] of [
      ['j', 'Second'],
      ['j', 'First'],
      ['k', 'Second'],
    ] as const) {
      await page.getByRole('link', { name: key === 'j' ? 'Next' : 'Previous', exact: true }).waitFor();
      await page.keyboard.press(key);
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.waitForURL((url) => url.pathname === '/review' && url.search.includes('-due'));
    await page.context().close();
  });

  it('finds a case and a page from anywhere with Ctrl+K', async () => {
    const { id, reference } = await anApplication(desk.api, desk.group, { fullName: 'Citra Dewanti' });
    const page = await desk.page(desk.sari, '/account', DESK);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const menu = page.getByRole('dialog', { name: 'Go to' });
    await menu.getByRole('combobox').fill(reference);
    await menu.getByRole('option', { name: /Citra Dewanti/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'desk-menu', DESK);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/review/${id}`);
    await page.context().close();
  });
});
