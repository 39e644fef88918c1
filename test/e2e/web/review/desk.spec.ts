import { Sessions } from '@himpun/identity';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, TestClient } from '../../../support/client';
import { axeFaults, LOOKS, openPage, picture, scrollsSideways, type Look } from '../../../support/look';
import { aPdf } from '../../../support/sample-files';
import { until } from '../../../support/until';

const [PHONE, , DESK, NIGHT] = LOOKS as readonly [Look, Look, Look, Look];
/** Reviewing a case of six files takes no more presses than this. */
const MOST_PRESSES = 45;

describe('the verification officer’s desk', () => {
  let api: TestApp;
  let browser: Browser;
  let group: AdmittingGroup;
  let sari: TestClient;
  let dewi: TestClient;

  beforeAll(async () => {
    api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  });
  beforeEach(async () => {
    await api.flushRedis();
    // Every test has its own group: its own queue.
    group = await anAdmittingGroup(api, [asks.licence, asks.commitment]);
    [sari, dewi] = [await anOfficer('Sari Kusumawati'), await anOfficer('Dewi Anggraini')];
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  async function anOfficer(fullName: string) {
    const officer = await signedIn(api, { fullName });
    const powers = ['applications.review', 'applications.decide', 'licences.check'];
    await grantPowers(api, officer.personId as string, group.groupId, powers);
    return officer;
  }
  async function tokenOf(client: TestClient): Promise<string> {
    const seen = { userAgent: 'chromium', ip: '127.0.0.1' };
    return (await api.app.get(Sessions).open(String(client.accountId), seen)).token;
  }
  /** The API of a portal on plain http, whose cookie has another name. */
  const asBrowser = async (client: TestClient) =>
    new TestClient(api, `himpun=${await tokenOf(client)}`, client.accountId, client.personId);
  const complaints: string[] = [];
  const open = async (client: TestClient, path: string, look: Look): Promise<Page> => {
    const page = await openPage(browser, `${api.url}/account`, look, await tokenOf(client));
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(api.url + path);
    return page;
  };

  async function attach(applicant: TestClient, credentialId: string, name: string, text: string) {
    const bytes = await aPdf({ text });
    const { body } = await (
      await asBrowser(applicant)
    ).upload<{ id: string }>('/api/files?purpose=evidence', { name, type: 'application/pdf', bytes });
    await api.db.query(
      'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, now())',
      [credentialId, body.id],
    );
    await api.db.query(
      `INSERT INTO file_sights (file_id, group_id, group_path, created_at)
       SELECT $1, id, path, now() FROM groups WHERE id = $2`,
      [body.id, group.groupId],
    );
  }

  /** Three licences with two files each; a person has to look at every one. */
  async function aCaseOfSixFiles(fullName: string) {
    const application = await anApplication(api, group, { fullName, dueOn: '2026-11-25' });
    for (const [place, outcome] of ['match', 'match', 'mismatch'].entries()) {
      const check = { outcome, action: 'needs_person' };
      const { credentialId } = await anOfferedLicence(api, group, application, check);
      await attach(
        application.applicant,
        credentialId,
        `Lisensi ${place + 1}a.pdf`,
        `Surat Tanda Registrasi ${place}`,
      );
      await attach(
        application.applicant,
        credentialId,
        `Lisensi ${place + 1}b.pdf`,
        `Halaman kedua ${place}`,
      );
    }
    return application;
  }
  const stateOf = async (id: string) =>
    (
      await api.db.query('SELECT state, assigned_to AS "assignedTo" FROM applications WHERE id = $1', [id])
    )[0];

  it('works a case of six files by keyboard alone, from the list to the decision', async () => {
    const { id } = await aCaseOfSixFiles('Ben Pratama');
    const page = await open(sari, '/review?tab=unassigned', DESK);
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
            await api.db.query(
              'SELECT 1 FROM check_reviews r JOIN checks c ON c.id = r.check_id WHERE c.origin_id = $1',
              [id],
            )
          ).length,
        (found) => found === count,
      );

    await page.getByRole('link', { name: 'Ben Pratama' }).waitFor();
    await press('j', 'Enter');
    await page.getByText('5 files not seen yet').waitFor();
    expect(await stateOf(id)).toEqual({ state: 'submitted', assignedTo: null });
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
    expect(await stateOf(id)).toMatchObject({ state: 'submitted' });
    await press('Tab', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Why this application was approved' }).waitFor();
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves letters to fields and dialogs, lists its keys, and can be switched off for the device', async () => {
    const { id } = await anApplication(api, group, { fullName: 'Budi Santoso', dueOn: '2026-11-25' });
    const page = await open(sari, '/review', DESK);
    const name = page.getByRole('link', { name: 'Budi Santoso' });
    const isFocused = async () => (await page.locator('a[data-case]:focus').count()) > 0;
    await name.waitFor();

    await page.keyboard.press('/');
    await page.locator('input[name="q"]:focus').waitFor();
    await page.keyboard.type('jka?gq1');
    expect(await page.locator('input[name="q"]').inputValue()).toBe('jka?gq1');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await stateOf(id)).toMatchObject({ assignedTo: null });
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
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).last().click();
    await list.getByLabel('Use keyboard shortcuts').check();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await isFocused()).toBe(true);
    await page.context().close();
  });

  it('goes on to the next case of the same list, and back to it', async () => {
    await anApplication(api, group, { fullName: 'First', dueOn: '2026-11-23' });
    await anApplication(api, group, { fullName: 'Second', dueOn: '2026-11-24' });
    await anApplication(api, group, { fullName: 'Third', dueOn: '2026-11-25' });
    const page = await open(sari, '/review?sort=-due', DESK);
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
    const { id, reference } = await anApplication(api, group, { fullName: 'Citra Dewanti' });
    const page = await open(sari, '/account', DESK);
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

  it('tells each of two officers that the other has the case open, and when they left', async () => {
    const { id } = await anApplication(api, group, { fullName: 'Eka' });
    const first = await open(sari, `/review/${id}`, DESK);
    await first.getByRole('heading', { level: 1, name: 'Eka' }).waitFor();
    const second = await open(dewi, `/review/${id}`, PHONE);
    await second.getByText('Sari Kusumawati sedang membuka permohonan ini').waitFor();
    await first.getByText('Dewi Anggraini has this application open').waitFor();
    expect(await stateOf(id)).toEqual({ state: 'submitted', assignedTo: null });
    await second.goto(`${api.url}/review`);
    await first.getByText('Dewi Anggraini has this application open').waitFor({ state: 'hidden' });
    await Promise.all([first.context().close(), second.context().close()]);
  });

  it('shows what a colleague changed when an act comes too late', async () => {
    const { id } = await anApplication(api, group, { fullName: 'Fitri' });
    const page = await open(sari, `/review/${id}`, DESK);
    await page.getByText('No officer yet').waitFor();
    await (
      await asBrowser(dewi)
    ).post(`/api/review/applications/${id}/assignments`, {}, { 'If-Match': '"1"' });
    await page.keyboard.press('a');
    const notice = page.getByRole('alert').filter({ hasText: 'Changed by somebody else meanwhile' });
    await notice.getByRole('row', { name: /Officer.*Nobody yet.*Dewi Anggraini/ }).waitFor();
    expect(await stateOf(id)).toMatchObject({ assignedTo: dewi.personId });
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'desk-stale', DESK);
    await page.context().close();
  });

  it('shows a document with its text to search, to turn and to enlarge, under the page’s own policy', async () => {
    const { id } = await aCaseOfSixFiles('Gita');
    const page = await open(sari, `/review/${id}`, DESK);
    await page.locator('canvas').waitFor();
    await page.getByText('Surat Tanda Registrasi 0').waitFor();
    const size = async () => (await page.locator('canvas').boundingBox()) ?? { width: 0, height: 0 };
    const before = await size();
    await page.keyboard.press('+');
    await until(size, ({ width }) => width > before.width);
    await page.keyboard.press('r');
    await until(size, ({ width, height }) => width > height);
    await page.keyboard.press('f');
    await page.keyboard.type('tanda registrasi');
    await page.getByText('1 place found').waitFor();
    await page.locator('[data-found]').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(process.env.HIMPUN_SCREENSHOTS ? LOOKS : [PHONE, NIGHT])(
    'reads well ($language, $theme, $width px)',
    async (look) => {
      const { id } = await aCaseOfSixFiles('Raden Ajeng Kartiningsih binti Wirjosoemarto');
      await anApplication(api, group, { fullName: 'Hana', dueOn: '2026-11-18' });
      const page = await open(sari, '/review', look);
      await page.getByRole('link', { name: 'Hana' }).waitFor();
      await looksRight(page, 'desk-queue', look);
      await page.goto(`${api.url}/review?tab=mine`);
      await page
        .getByRole('link', { name: look.language === 'id' ? /belum ada petugas$/ : /nobody has taken/ })
        .waitFor();
      await looksRight(page, 'desk-mine', look);
      await page.goto(`${api.url}/review/${id}`);
      await page.locator('canvas').waitFor();
      await page.getByText('Surat Tanda Registrasi 0').waitFor();
      await looksRight(page, 'desk-case', look);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  async function looksRight(page: Page, name: string, look: Look): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, name, look);
  }
});
