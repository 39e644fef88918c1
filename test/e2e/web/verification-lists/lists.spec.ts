import type { Page } from 'playwright-core';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { axeFaults, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { aRegister, imported } from '../../../support/registers';
import { workedOn } from '../../../support/verification-lists';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const WORDS = {
  id: {
    begin: 'Unggah daftar',
    listName: 'Nama daftar',
    authority: 'Satu otoritas untuk seluruh daftar',
    hasFaults: 'Ada kesalahan',
    row: 'Baris 3',
    discard: 'Buang',
    discardIt: 'Buang daftar',
    waits: 'Menunggu keputusan Anda',
    remap: 'Baca berkas dengan cara lain',
    read: 'Baca berkas seperti ini',
    profession: 'Profesi',
    start: 'Periksa 62 orang',
    startIt: 'Mulai memeriksa',
    none: '0 dari 62 orang sudah mempunyai hasil',
    stop: 'Hentikan',
    stopped: 'Dihentikan',
    goOn: 'Lanjutkan',
    all: '62 dari 62 orang sudah mempunyai hasil',
    differs: 'Berbeda: 1',
    revoked: 'Dicabut: 1',
    says: 'Kata sumber',
    search: 'Nama atau nomor',
    nobody: 'Tidak ada yang cocok dalam daftar ini.',
    save: 'Simpan semua hasil sebagai CSV',
  },
  en: {
    begin: 'Upload a list',
    listName: 'Name of the list',
    authority: 'One authority for the whole list',
    hasFaults: 'Has faults',
    row: 'Row 3',
    discard: 'Discard',
    discardIt: 'Discard the list',
    waits: 'Waits for your word',
    remap: 'Read the file differently',
    read: 'Read the file like this',
    profession: 'Profession',
    start: 'Check 62 people',
    startIt: 'Start checking',
    none: '0 of 62 people have a result',
    stop: 'Stop',
    stopped: 'Stopped',
    goOn: 'Go on',
    all: '62 of 62 people have a result',
    differs: 'Differs: 1',
    revoked: 'Revoked: 1',
    says: 'What the sources say',
    search: 'Name or number',
    nobody: 'Nobody in this list fits.',
    save: 'Save all results as CSV',
  },
};
const LONG = 'Raden Ajeng Kusumaningtyas Wulandari Prabaningrum Sastrodiningrat-Hadiwinoto';
const PEOPLE = Array.from({ length: 60 }, (_, at) => `PT-${at + 10};Ana Lestari;Fisioterapis`);
const GOOD = [
  'Nomor STR;Nama;Bidang tugas',
  'PT-1;Joko Susilo;Fisioterapis',
  `PT-2;${LONG};Fisioterapis`,
  ...PEOPLE,
];
const BAD = ['Nomor STR;Nama', 'PT-1;Ana', ';Budi', 'PT-3;=HYPERLINK("x")'];

describe('an officer has a list of people checked', () => {
  let portal: WebPortal;
  let groupId: string;
  let officer: TestClient;
  beforeAll(async () => {
    portal = await startWebPortal();
    groupId = await aGroup(portal.api);
    officer = await signedIn(portal.api, { fullName: 'Sari Kusumawati' });
    await grantPowers(portal.api, officer.personId as string, groupId, [
      'licences.check',
      'registers.import',
    ]);
    const register = ['number,name,status', 'PT-1,Citra Dewi,aktif', `PT-2,${LONG},dicabut`].concat(
      PEOPLE.map((line) => `${line.split(';')[0]},Ana Lestari,aktif`),
    );
    const client = await portal.asBrowser(officer);
    await imported(portal.api, client, await aRegister(portal.api, groupId), register.join('\n'));
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  async function looked(page: Page, name: string, look: Look): Promise<void> {
    await picture(page, `list-${name}`, look);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }
  const upload = (page: Page, lines: readonly string[]) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'rs-harapan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
  const listIdOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) as string;

  it.each(WALKED_LOOKS)(
    'from a file with faults to everybody’s result ($language, $theme, $width px)',
    async (look) => {
      const words = WORDS[look.language];
      const page = await portal.open(officer, '/verification-lists', look);
      await page.getByRole('link', { name: words.begin }).first().waitFor();
      await looked(page, 'lists', look);
      await page.getByRole('link', { name: words.begin }).first().click();

      // A file with faults: all of them at once, and nothing to start.
      await page
        .getByRole('textbox', { name: words.authority })
        .or(page.getByLabel(words.authority))
        .first()
        .fill('KTKI');
      await looked(page, 'new', look);
      await upload(page, BAD);
      await page.getByText(words.hasFaults).first().waitFor();
      await page.getByText(words.row, { exact: true }).first().waitFor();
      expect(await page.getByRole('button', { name: words.startIt }).count()).toBe(0);
      await looked(page, 'faults', look);
      await page.getByRole('button', { name: words.discard }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.discardIt }).click();
      await page.getByRole('link', { name: words.begin }).first().click();

      // The mended file: a plan, and one more column than was guessed.
      await page.getByLabel(words.listName).fill('RS Harapan, audit 2026');
      await page.getByLabel(words.authority).fill('KTKI');
      await upload(page, GOOD);
      await page.getByText(words.waits).first().waitFor();
      await looked(page, 'plan', look);
      await page.getByRole('button', { name: words.remap }).click();
      await page.getByRole('combobox', { name: words.profession }).selectOption('Bidang tugas');
      await looked(page, 'mapping', look);
      await page.getByRole('button', { name: words.read }).click();
      await page.getByRole('button', { name: words.remap }).waitFor();
      await page.getByRole('button', { name: words.start }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.startIt }).click();

      // It goes on, is stopped, and goes on again.
      await page.getByText(words.none).waitFor();
      await looked(page, 'running', look);
      await page.getByRole('button', { name: words.stop, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.stop, exact: true }).click();
      await page.getByText(words.stopped, { exact: true }).waitFor();
      await page.getByRole('button', { name: words.goOn }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.goOn }).click();
      await page.getByText(words.none).waitFor();
      await workedOn(portal.api, listIdOf(page));
      await page.getByText(words.all).waitFor();
      await page.getByText('Joko Susilo').first().waitFor();
      await looked(page, 'finished', look);

      // By result, by name, and one person with all that was asked and answered.
      await page.getByRole('link', { name: words.revoked }).click();
      await page.getByText(LONG).first().waitFor();
      await page.getByRole('link', { name: words.differs }).click();
      await page.getByRole('link', { name: 'Joko Susilo' }).click();
      await page.getByRole('heading', { name: words.says }).waitFor();
      await page.getByText('Citra Dewi').first().waitFor();
      await looked(page, 'person', look);
      await page.goBack();
      await page.getByRole('searchbox', { name: words.search }).fill('nobody at all');
      await page.keyboard.press('Enter');
      await page.getByText(words.nobody).waitFor();
      await page.goto(page.url().split('?')[0] as string);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words.save }).click(),
      ]);
      expect(saved.suggestedFilename()).toMatch(/^results-.*\.csv$/);
      await page.context().close();
    },
    60_000,
  );
});
