import type { Page } from 'playwright-core';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { axeFaults, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { aRegister, takenIn } from '../../../support/registers';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const WORDS = {
  id: {
    mapping: 'Apa arti tiap kolom?',
    number: 'Nomor',
    name: 'Nama',
    status: 'Status',
    monthFirst: 'Bulan, tanggal, tahun: 11/21/2026',
    read: 'Baca berkas seperti ini',
    waiting: 'Menunggu keputusan Anda',
    confirm: /^Ambil versi/,
    counts: 'Berlaku',
    gone: /^Tidak tercantum lagi:/,
    reason: 'Alasan',
    undo: /^Batalkan versi/,
    propose: 'Tampilkan yang akan berubah',
    remembered: 'Diingat dari berkas terakhir',
  },
  en: {
    mapping: 'What does each column mean?',
    number: 'Number',
    name: 'Name',
    status: 'Status',
    monthFirst: 'Month, day, year: 11/21/2026',
    read: 'Read the file like this',
    waiting: 'Waiting for your word',
    confirm: /^Take in version/,
    counts: 'Counts',
    gone: /^No longer listed:/,
    reason: 'Reason',
    undo: /^Undo version/,
    propose: 'Show what would change',
    remembered: 'Remembered from the last file',
  },
};
const file = (rows: number, last = 'Ana Lestari'): string =>
  `kode;pemegang;keadaan\n${Array.from({ length: rows }, (_, at) => `PT-${at};${at === 0 ? last : `Budi ${at}`};aktif`).join('\n')}\n`;

describe('an officer keeps a register', () => {
  let portal: WebPortal;
  let groupId: string;
  let officer: TestClient;
  beforeAll(async () => {
    portal = await startWebPortal();
    groupId = await aGroup(portal.api);
    officer = await signedIn(portal.api, { fullName: 'Sari Kusumawati' });
    await grantPowers(portal.api, officer.personId as string, groupId, ['registers.import']);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  const upload = (page: Page, content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'register-ktki.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  const workerTakesIn = async () => {
    const rows: { id: string }[] = await portal.api.db.query(
      `SELECT id FROM register_imports WHERE state = 'confirmed'`,
    );
    for (const { id } of rows) await takenIn(portal.api, id);
  };
  async function looked(page: Page, name: string, look: Look): Promise<void> {
    await picture(page, `register-${name}`, look);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }

  it.each(WALKED_LOOKS)(
    'from the meaning of columns to a version, and undoes a bad one ($language, $theme, $width px)',
    async (look) => {
      const words = WORDS[look.language];
      const registerId = await aRegister(portal.api, groupId, `KTKI ${look.width} ${look.theme}`);
      const page = await portal.open(officer, `/registers/${registerId}`, look);

      // The file's own headings beside our fields.
      await upload(page, file(20));
      await page.getByRole('heading', { name: words.mapping }).waitFor();
      const choose = (label: string, heading: string) =>
        page.getByRole('combobox', { name: label }).first().selectOption(heading);
      await choose(words.number, 'kode');
      await choose(words.name, 'pemegang');
      await choose(words.status, 'keadaan');
      await page.getByText('Ana Lestari').first().waitFor();
      await page.getByRole('radio', { name: words.monthFirst }).check();
      await looked(page, 'mapping', look);
      await page.getByRole('button', { name: words.read }).click();

      // The dry run, then the officer's word.
      await page.getByText(words.waiting).waitFor();
      await looked(page, 'dry-run', look);
      await page.getByRole('button', { name: words.confirm }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.confirm }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await workerTakesIn();
      await page.getByText(words.counts, { exact: true }).first().waitFor();

      // The next file is read by the same choice; it drops half, so a reason is asked for.
      await page.goto(`${portal.api.url}/registers/${registerId}`);
      await upload(page, file(10, 'Ana Putri Lestari'));
      await page.getByText(words.remembered).waitFor();
      await page.getByRole('link', { name: words.gone }).click();
      await page.getByText('PT-15', { exact: true }).first().waitFor();
      await looked(page, 'changes', look);
      await page.getByRole('button', { name: words.confirm }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words.confirm }).click();
      await dialog.getByRole('alert').waitFor();
      await looked(page, 'reason', look);
      await dialog.getByRole('textbox', { name: words.reason }).fill('Surat KTKI 12/2026');
      await dialog.getByRole('button', { name: words.confirm }).click();
      await dialog.waitFor({ state: 'hidden' });
      await workerTakesIn();

      // It was the wrong file: undone, with the changes seen first.
      await page.getByRole('button', { name: words.undo }).click();
      await page.getByRole('textbox', { name: words.reason }).fill('Daftar provinsi lain');
      await page.getByRole('button', { name: words.propose }).click();
      await page.getByText(words.waiting).waitFor();
      await page.getByText('PT-15', { exact: true }).first().waitFor();
      await looked(page, 'undoing', look);
      await page.getByRole('button', { name: words.confirm }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.confirm }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await workerTakesIn();
      await page.getByText(words.counts, { exact: true }).first().waitFor();
      await page.goto(`${portal.api.url}/registers/${registerId}`);
      await page.getByRole('textbox', { name: words.number }).fill('pt 0');
      await page.keyboard.press('Enter');
      await page.getByText('Ana Lestari', { exact: true }).first().waitFor();
      await looked(page, 'holder', look);
      const [{ entries }] = (await portal.api.db.query(
        'SELECT count(*)::int AS entries FROM register_entries WHERE register_id = $1',
        [registerId],
      )) as [{ entries: number }];
      expect(entries).toBe(20);
    },
  );
});
