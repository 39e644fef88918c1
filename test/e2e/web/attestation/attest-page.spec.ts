import type { Page } from 'playwright-core';
import { anAttestationCase, asked, sentToken } from '../../../support/attestations';
import {
  axeFaults,
  LOOKS,
  openPage,
  picture,
  scrollsSideways,
  WALKED_LOOKS,
  type Look,
} from '../../../support/look';
import { chromium, type Browser } from 'playwright-core';
import { startApi, type TestApp } from '../../../support/app';

const WORDS = {
  id: {
    title: 'Apakah ini benar?',
    differs: 'Ada yang berbeda',
    number: 'Nomor',
    found: 'Nomor: menurut catatan Anda',
    name: 'Nama Anda',
    office: 'Jabatan Anda',
    send: 'Kirim jawaban',
    choose: 'Pilih jawaban',
    thanks: 'Terima kasih, jawaban Anda kami terima',
  },
  en: {
    title: 'Is this so?',
    differs: 'Something differs',
    number: 'Number',
    found: 'Number: what your records say',
    name: 'Your name',
    office: 'Your office',
    send: 'Send the answer',
    choose: 'Choose an answer',
    thanks: 'Thank you, we have your answer',
  },
};

describe('an institution opens its link', () => {
  let api: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  });
  beforeEach(() => api.flushRedis());
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  const aLink = async (): Promise<string> => {
    const made = await anAttestationCase(api);
    return `${api.url}/attest#${await sentToken(api, await asked(made))}`;
  };
  async function faultless(page: Page, name: string, look: Look): Promise<void> {
    await picture(page, name, look);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }

  it.each(WALKED_LOOKS)(
    'reads one claim and says what differs ($language, $theme, $width px)',
    async (look) => {
      const words = WORDS[look.language];
      const link = await aLink();
      const page = await openPage(browser, link, look);
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
      await page.getByText('UGM-2015-0042').waitFor();
      await faultless(page, 'attest', look);
      await page.getByRole('button', { name: words.send }).click();
      await page.getByText(words.choose).first().waitFor();
      await faultless(page, 'attest-faults', look);
      await page.getByRole('radio', { name: words.differs }).check();
      await page.getByRole('checkbox', { name: words.number, exact: true }).check();
      await page.getByLabel(words.found).fill('UGM-2015-0043');
      await page.getByLabel(words.name).fill('Dewi Registrasi');
      await page.getByLabel(words.office).fill('Kepala Bagian Akademik');
      await faultless(page, 'attest-differs', look);
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor();
      await faultless(page, 'attest-thanks', look);
      await page.context().close();
      const again = await openPage(browser, link, look);
      await again.getByText('Dewi').waitFor({ state: 'detached' });
      await again.getByRole('heading', { level: 1 }).waitFor();
      expect(await again.getByText('UGM-2015').count()).toBe(0);
      await faultless(again, 'attest-gone', look);
      await again.context().close();
    },
  );

  it('in another language than it was written in, without losing what was typed', async () => {
    const page = await openPage(browser, await aLink(), LOOKS[2] as Look);
    await page.getByLabel(WORDS.en.name).fill('Dewi');
    await page.getByRole('button', { name: /^ID/ }).click();
    await page.getByRole('heading', { level: 1, name: WORDS.id.title }).waitFor();
    expect(await page.getByLabel(WORDS.id.name).inputValue()).toBe('Dewi');
    await page.context().close();
  });

  it('and no server but ours is asked, none gets the token in an address, and search engines are kept out', async () => {
    const link = await aLink();
    const token = String(link.split('#')[1]);
    const page = await openPage(browser, `${api.url}/check`, LOOKS[2] as Look);
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url(), request.headers()['referer'] ?? ''));
    const answer = await page.goto(`${api.url}/attest`);
    expect(answer?.headers()['x-robots-tag']).toContain('noindex');
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('UGM-2015-0042').waitFor();
    expect(seen.filter((url) => url.startsWith('http') && !url.startsWith(api.url))).toEqual([]);
    const told = seen.map((url) => url.split('#')[0] ?? '');
    expect(told.filter((url) => url.includes(token))).toEqual([]);
    await page.context().close();
  });
});
