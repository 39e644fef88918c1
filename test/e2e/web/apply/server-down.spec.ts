import { chromium, type Browser } from 'playwright-core';
import { Client } from 'pg';
import { axeFaults, LOOKS, picture, type Look } from '../../../support/look';
import { PersonAtBrowser } from '../../../support/persona';
import { startPortal, type Portal } from '../../../support/portal';
import { until } from '../../../support/until';

const [PHONE] = LOOKS as readonly [Look];
const DESK: Look = { language: 'en', theme: 'dark', width: 1440 };

describe('typing while the server dies', () => {
  let portal: Portal;
  let browser: Browser;
  let database: Client;

  beforeAll(async () => {
    portal = await startPortal();
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
    database = new Client({ connectionString: portal.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await browser.close();
    await portal.close();
  });

  const phone = async (): Promise<string | null> => {
    const { rows } = await database.query(`SELECT phone FROM people WHERE full_name = 'Bening Pratiwi'`);
    return (rows[0] as { phone: string | null }).phone;
  };

  async function atDetails(look: Look): Promise<PersonAtBrowser> {
    const person = await PersonAtBrowser.open(browser, portal, look);
    await person.signInAs('Bening Pratiwi');
    await person.goTo('/applications');
    const open = person.page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
    if ((await open.count()) === 0) {
      await person.goTo('/apply');
      await person.page
        .getByRole('main')
        .getByRole('heading', { level: 2 })
        .getByRole('link')
        .first()
        .click();
      await person.page.getByRole('button', { name: /Mulai permohonan|Start application/ }).click();
    } else await open.click();
    await person.page.getByRole('link', { name: /Data diri|Your details/ }).click();
    await person.page.getByLabel(/Nomor telepon|Phone number/).waitFor();
    return person;
  }

  it('says so at once, keeps what is typed, and saves it by itself when the server is back', async () => {
    const { page, ...person } = await atDetails(PHONE);
    await page.getByLabel('Nomor telepon').fill('0812 1111 1111');
    await page.getByText(/Tersimpan \d/).waitFor();
    await portal.killApi();
    await page.getByLabel('Nomor telepon').fill('0812 2222 2222');
    await page.getByText(/Server sedang tidak dapat dihubungi/).waitFor();
    await page.getByText(/Belum tersimpan/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'apply-server-down', PHONE);
    await portal.startApi();
    await page.getByText(/Tersimpan \d/).waitFor();
    await page.getByText(/Server sedang tidak dapat dihubungi/).waitFor({ state: 'hidden' });
    expect(await phone()).toBe('+6281222222222');
    expect(person.complaints).toEqual([]);
    await page.context().close();
  });

  it('what was kept in the browser is saved when the person comes back', async () => {
    const { page } = await atDetails(DESK);
    const address = page.url();
    await portal.killApi();
    await page.getByLabel('Phone number').fill('0812 4444 4444');
    await page.getByText(/The server cannot be reached/).waitFor();
    // Away before the server is back, so that only what the browser kept can save it.
    await page.goto('about:blank');
    await portal.startApi();
    expect(await phone()).not.toBe('+6281244444444');
    await page.goto(address);
    await until(phone, (stored) => stored === '+6281244444444');
    expect(await page.getByLabel('Phone number').inputValue()).toBe('0812 4444 4444');
    await page.context().close();
  });
});
