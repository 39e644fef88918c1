import { Sessions } from '@himpun/identity';
import { chromium, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
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

const LONG = `Raden Ajeng ${'Kartiningsih '.repeat(8)}binti O'Brien-Wirjosoemarto`;
const [PHONE, NIGHT, DESK, , NARROW] = LOOKS as readonly [Look, Look, Look, Look, Look];
/** Three ways of looking are enough for a run; all five when pictures are asked for. */
const SHOWN = process.env.HIMPUN_SCREENSHOTS ? LOOKS : [NIGHT, DESK, NARROW];

describe('an officer decides and the applicant becomes a member', () => {
  let api: TestApp;
  let browser: Browser;
  let group: AdmittingGroup;
  let officer: TestClient;

  beforeAll(async () => {
    api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
    group = await anAdmittingGroup(api, [asks.licence, asks.commitment, asks.ethics]);
    officer = await signedIn(api, { fullName: 'Sari Kusumawati' });
    const powers = ['applications.review', 'applications.decide', 'licences.check'];
    await grantPowers(api, officer.personId as string, group.groupId, powers);
    const colleague = await signedIn(api, { fullName: 'Dewi Anggraini' });
    await grantPowers(api, colleague.personId as string, group.groupId, ['applications.review']);
  });
  beforeEach(() => api.flushRedis());
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  async function tokenOf(client: TestClient): Promise<string> {
    const seen = { userAgent: 'chromium', ip: '127.0.0.1' };
    return (await api.app.get(Sessions).open(String(client.accountId), seen)).token;
  }
  /** The API of a portal on plain http, whose cookie has another name. */
  const asBrowser = async (client: TestClient) =>
    new TestClient(api, `himpun=${await tokenOf(client)}`, client.accountId, client.personId);
  const open = async (client: TestClient, path: string, look: Look): Promise<Page> => {
    const page = await openPage(browser, api.url + path, look, await tokenOf(client));
    page.setDefaultTimeout(10_000);
    return page;
  };

  async function withEvidence(fullName: string, check = {}) {
    const application = await anApplication(api, group, { fullName, submittedAt: '2026-11-12T03:00:00Z' });
    const { credentialId } = await anOfferedLicence(api, group, application, check);
    const bytes = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f3ead3' } })
      .png()
      .toBuffer();
    const { body: file } = await (
      await asBrowser(application.applicant)
    ).upload<{ id: string }>('/api/files?purpose=evidence', {
      name: 'Surat Tanda Registrasi.png',
      type: 'image/png',
      bytes,
    });
    await api.db.query(
      'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, now())',
      [credentialId, file.id],
    );
    await api.db.query(
      `INSERT INTO file_sights (file_id, group_id, group_path, created_at)
       SELECT $1, id, path, now() FROM groups WHERE id = $2`,
      [file.id, group.groupId],
    );
    return application;
  }

  async function looksRight(page: Page, name: string, look: Look): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, name, look);
  }

  it.each(SHOWN)('every page reads well ($language, $theme, $width px)', async (look) => {
    const word = (id: string, en: string) => (look.language === 'id' ? id : en);
    const { id } = await withEvidence(LONG, { outcome: 'mismatch', action: 'needs_person' });
    await anApplication(api, group, { fullName: 'Budi' });

    const queue = await open(officer, '/review', look);
    await queue.getByText('Budi').first().waitFor();
    await looksRight(queue, 'review-queue', look);
    await queue.goto(`${api.url}/review?tab=applicant&q=nobody`);
    await queue.getByText(word('Tidak ada yang cocok', 'Nothing matches')).waitFor();
    await looksRight(queue, 'review-no-match', look);

    await queue.goto(`${api.url}/review/${id}`);
    await queue.getByRole('heading', { name: word('Syarat', 'Requirements') }).waitFor();
    await queue.locator('img[src*="/view"]').waitFor();
    await looksRight(queue, 'review-case', look);

    await queue.getByRole('link', { name: word('Ambil keputusan', 'Decide') }).click();
    await queue.getByLabel(word('Setujui', 'Approve'), { exact: true }).check();
    await queue.getByRole('button', { name: word('Setujui permohonan', 'Approve application') }).click();
    await queue.getByRole('alert').first().waitFor();
    await looksRight(queue, 'review-decision', look);

    await queue.goto(`${api.url}/review/${id}/correction`);
    await queue.getByLabel(word('Lisensi praktik', 'Practice licence')).check();
    await looksRight(queue, 'review-correction', look);
    await queue.context().close();
  });

  it.each(SHOWN)('the member’s pages read well ($language, $theme, $width px)', async (look) => {
    const word = (id: string, en: string) => (look.language === 'id' ? id : en);
    const { id, applicant } = await withEvidence('Siti Nurhaliza');
    const body = { outcome: 'approved', reasonCodes: ['requirements_met'], note: 'Selamat bergabung.' };
    await (await asBrowser(officer)).post(`/api/applications/${id}/decisions`, body, { 'If-Match': '"1"' });

    const page = await open(applicant, `/applications/${id}/decision`, look);
    await page.getByRole('button', { name: word('Putuskan ulang', 'Decide again') }).click();
    await page.getByText(word('Hasilnya sama', 'Same result')).waitFor();
    await looksRight(page, 'decision-why', look);

    await page.goto(`${api.url}/memberships`);
    await page.getByRole('link', { name: word('Baca kode etik', 'Read the code of ethics') }).click();
    await page.getByRole('button', { name: word('Setujui kode etik', 'Acknowledge the code') }).click();
    await page.getByRole('alert').waitFor();
    await looksRight(page, 'code', look);
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    await page.getByRole('button', { name: word('Setujui kode etik', 'Acknowledge the code') }).click();
    await page.getByRole('heading', { level: 1, name: word('Selamat datang', 'Welcome') }).waitFor();
    await page.locator('svg[role="img"]').waitFor();
    await looksRight(page, 'welcome', look);
    await page.goto(`${api.url}/memberships`);
    await page
      .getByText(/PI-2026-\d{5}/)
      .first()
      .waitFor();
    await looksRight(page, 'memberships', look);
    await page.context().close();
  });

  it('an officer takes a case and decides by keyboard alone, with a waiver and a question before it is final', async () => {
    const { id, reference } = await withEvidence('Ben Pratama', { outcome: 'mismatch' });
    const page = await open(officer, `/review?q=${reference}`, DESK);
    const press = async (name: string, role: 'link' | 'button' = 'button') => {
      await page.getByRole(role, { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press('Ben Pratama', 'link');
    await page.getByText('No officer yet').waitFor();
    await press('Take');
    await page.getByText('Officer: Sari Kusumawati').waitFor();
    await press('Decide', 'link');
    await page.getByLabel('Approve', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('One or more requirements were waived for a stated reason.').focus();
    await page.keyboard.press('Space');
    await page.getByLabel(/Why is .Practice licence. waived/).focus();
    await page.keyboard.type('Original seen at the office');
    await page.getByLabel('I have no conflict of interest with this applicant').focus();
    await page.keyboard.press('Space');
    await press('Approve application');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A decision cannot be taken back.').waitFor();
    // The safe button has the focus: Enter changes nothing.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await api.db.query('SELECT state FROM applications WHERE id = $1', [id])).toEqual([
      { state: 'submitted' },
    ]);
    await press('Approve application');
    await dialog.getByRole('button', { name: 'Approve application' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Why this application was approved' }).waitFor();
    await page.getByText('Waived: Original seen at the office').waitFor();
    expect(await api.db.query('SELECT state FROM applications WHERE id = $1', [id])).toEqual([
      { state: 'approved' },
    ]);
    await page.context().close();
  });

  it('an officer whose evidence changed while deciding is told so and looks again', async () => {
    const { id } = await withEvidence('Citra');
    const page = await open(officer, `/review/${id}/decision`, PHONE);
    await page.getByLabel('Tolak', { exact: true }).check();
    await page.getByLabel('Lisensi tidak berlaku pada hari keputusan.').check();
    await page.getByLabel('Saya tidak mempunyai benturan kepentingan dengan pemohon ini').check();
    await api.db.query(`UPDATE checks SET outcome = 'revoked' WHERE origin_id = $1`, [id]);
    await page.getByRole('button', { name: 'Tolak permohonan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tolak permohonan' }).click();
    await page.getByRole('dialog').getByText('Bukti permohonan ini berubah').waitFor();
    expect(await api.db.query('SELECT 1 FROM decisions WHERE application_id = $1', [id])).toEqual([]);
    await page.context().close();
  });
});
