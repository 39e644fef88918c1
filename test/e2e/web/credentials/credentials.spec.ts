import { CheckRuns } from '@himpun/credentials';
import type { Requirement } from '@himpun/groups';
import { Sessions } from '@himpun/identity';
import type { JsonObject } from '@himpun/signatures';
import { chromium, type Browser, type Page } from 'playwright-core';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { presented } from '../../../support/claims';
import { grantPowers, signedIn, TestClient } from '../../../support/client';
import { issuedByOthers } from '../../../support/independent-credentials';
import {
  axeFaults,
  LOOKS,
  openPage,
  picture,
  scrollsSideways,
  WALKED_LOOKS,
  type Look,
} from '../../../support/look';
import { aRegister, imported } from '../../../support/registers';
import { aPdf } from '../../../support/sample-files';

const [PHONE, , DESK] = LOOKS as readonly [Look, Look, Look];
const EDUCATION: Requirement = {
  id: 'education',
  kind: 'education',
  title: { id: 'Pendidikan', en: 'Education' },
  hint: { id: 'Paling rendah S1 fisioterapi', en: 'At least a bachelor’s degree in physiotherapy' },
  minimumLevel: 6,
  fields: ['Fisioterapi', 'Physiotherapy'],
};
const REGISTER = `number,name,profession,status
PT-404,"Dr. Siti Rahmawati, S.Ft.",Fisioterapis,active
PT-405,Siti Putri Rahmawati,Fisioterapis,active
PT-406,Budi Hartono,Fisioterapis,revoked
`;

describe('credentials and their checks', () => {
  let api: TestApp;
  let browser: Browser;
  let group: AdmittingGroup;
  let siti: TestClient;
  let officer: TestClient;

  beforeAll(async () => {
    api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
    group = await anAdmittingGroup(api, [EDUCATION, asks.licence]);
    officer = await withCookie(await signedIn(api, { fullName: 'Sari Kusumawati' }));
    const powers = ['applications.review', 'applications.decide', 'licences.check', 'registers.import'];
    await grantPowers(api, officer.personId as string, group.groupId, powers);
    await imported(api, officer, await aRegister(api, group.groupId), REGISTER);
  });
  beforeEach(async () => {
    await api.flushRedis();
    siti = await withCookie(await signedIn(api, { fullName: 'Siti Rahmawati' }));
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  async function tokenOf(client: TestClient): Promise<string> {
    const seen = { userAgent: 'chromium', ip: '127.0.0.1' };
    return (await api.app.get(Sessions).open(String(client.accountId), seen)).token;
  }
  const withCookie = async (client: TestClient) =>
    new TestClient(api, `himpun=${await tokenOf(client)}`, client.accountId, client.personId);
  const open = async (client: TestClient, path: string, look: Look): Promise<Page> => {
    const page = await openPage(browser, api.url + path, look, await tokenOf(client));
    page.setDefaultTimeout(15_000);
    return page;
  };
  async function application(): Promise<string> {
    const body = { groupId: group.groupId, gradeId: group.gradeId };
    return (await siti.post<{ id: string }>('/api/applications', body)).body.id;
  }
  async function offered(applicationId: string, number: string): Promise<string> {
    const claim = {
      kind: 'licence',
      holderName: 'Siti Rahmawati',
      authority: 'KTKI',
      profession: 'Fisioterapis',
      number,
    };
    const { id } = (await siti.post<{ id: string }>('/api/credentials', claim)).body;
    await siti.post(`/api/applications/${applicationId}/credentials`, {
      requirementId: 'licence',
      credentialId: id,
    });
    return id;
  }
  const expectFine = async (page: Page): Promise<void> => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  };

  it('a licence is begun, saves itself, says what is missing, and is there after a reload', async () => {
    const id = await application();
    const page = await open(siti, `/applications/${id}/credentials/licence`, PHONE);
    await page.getByRole('button', { name: 'Mulai mengisi' }).waitFor();
    await picture(page, 'credentials-begin', PHONE);
    await page.getByRole('button', { name: 'Mulai mengisi' }).click();
    await page.getByLabel('Nomor izin atau STR').waitFor();
    expect(await page.getByLabel('Otoritas yang menerbitkan').inputValue()).toBe('KTKI');
    await page.getByRole('button', { name: 'Periksa dan simpan' }).click();
    await page.getByRole('link', { name: 'Isi nomor' }).waitFor();
    await expectFine(page);
    await picture(page, 'credentials-fault', PHONE);
    await page.getByLabel('Nomor izin atau STR').fill('PT-404');
    await page
      .getByText(/Tersimpan/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByLabel('Nomor izin atau STR').waitFor();
    expect(await page.getByLabel('Nomor izin atau STR').inputValue()).toBe('PT-404');
    await page.context().close();
  });

  it('a signed credential says at once what it says, and fills what is empty; evidence is bound', async () => {
    const id = await application();
    const page = await open(siti, `/applications/${id}/credentials/education`, DESK);
    await page.getByRole('button', { name: 'Start filling in' }).click();
    await page.getByText('I have a signed digital credential').click();
    const badge = issuedByOthers().samples['eddsa-rdfc-2022'] as JsonObject;
    await page
      .getByRole('group', { name: /Digital credential/ })
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'badge.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(badge)),
      });
    await page.getByText('This credential says').waitFor();
    await page.getByText('Academy of Example').first().waitFor();
    expect(await page.getByLabel('University or school').inputValue()).toBe('Academy of Example');
    expect(await page.getByLabel('Field or programme').inputValue()).toBe('Wound care');
    await page
      .getByRole('group', { name: /Evidence/ })
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'ijazah.pdf', mimeType: 'application/pdf', buffer: await aPdf() });
    await page.getByRole('link', { name: /ijazah.pdf/ }).waitFor();
    await expectFine(page);
    await picture(page, 'credentials-signed', DESK);
    const { body } = await siti.get<{ evidence: { name: string }[] }[]>('/api/credentials');
    expect(body[0]?.evidence.map(({ name }) => name)).toEqual(['ijazah.pdf']);
    await page.context().close();
  });

  it('what was submitted is there to read, and cannot be changed', async () => {
    const id = await application();
    await presented(api, group.groupId, [await offered(id, 'PT-404')], id);
    await api.db.query(`UPDATE applications SET state = 'submitted', submitted_at = now() WHERE id = $1`, [
      id,
    ]);
    const page = await open(siti, `/applications/${id}/credentials/licence`, PHONE);
    await page.getByText('PT-404').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await expectFine(page);
    await page.context().close();
  });

  it('the applicant watches a check come in without reload, in words', async () => {
    const id = await application();
    const { checkIds } = await presented(api, group.groupId, [await offered(id, 'PT-404')], id);
    await api.db.query(`UPDATE applications SET state = 'submitted', submitted_at = now() WHERE id = $1`, [
      id,
    ]);
    const page = await open(siti, `/applications/${id}`, PHONE);
    await page.getByText('Menunggu giliran').waitFor();
    await picture(page, 'checks-waiting', PHONE);
    await api.app.get(CheckRuns, { strict: false }).run(checkIds[0] as string, 1);
    await page.getByText('Cocok', { exact: true }).waitFor();
    await page.getByText('Semua pemeriksaan sudah selesai.').waitFor();
    await expectFine(page);
    await picture(page, 'checks-match', PHONE);
    await page.context().close();
  });

  it.each(WALKED_LOOKS)('an officer compares and sets the outcome with a reason: %j', async (look) => {
    const id = await application();
    const { checkIds } = await presented(api, group.groupId, [await offered(id, 'PT-405')], id);
    await api.app.get(CheckRuns, { strict: false }).run(checkIds[0] as string, 1);
    await api.db.query(`UPDATE applications SET state = 'submitted', submitted_at = now() WHERE id = $1`, [
      id,
    ]);
    await api.db.query(
      `INSERT INTO application_submissions (application_id, number, submitted_at, rule_id, content)
       VALUES ($1, 1, now(), $2, $3)`,
      [
        id,
        group.ruleId,
        JSON.stringify({ details: { fullName: 'Siti Rahmawati' }, answers: {}, credentials: {} }),
      ],
    );
    const page = await open(officer, `/review/${id}`, look);
    const said = look.language === 'en';
    await page.getByText('Siti Putri Rahmawati').first().waitFor();
    await expectFine(page);
    await picture(page, 'checks-officer', look);
    await page.getByLabel(said ? 'Set another outcome' : 'Tetapkan hasil lain').check();
    await page.getByLabel(said ? 'Outcome that counts' : 'Hasil yang berlaku').selectOption('match');
    await page.getByLabel(said ? 'Reason' : 'Alasan', { exact: true }).fill('Nama kecil, lihat KTP');
    await page.getByRole('button', { name: said ? 'Save your word' : 'Simpan penilaian' }).click();
    await page.locator('q', { hasText: 'Nama kecil, lihat KTP' }).waitFor();
    const { body } = await officer.get<{ outcome: string; action: string }>(`/api/checks/${checkIds[0]}`);
    expect(body).toMatchObject({ outcome: 'match', action: 'done' });
    await page.context().close();
  });
});
