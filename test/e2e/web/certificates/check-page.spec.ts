import { Certificates } from '@himpun/certificates';
import { Sessions } from '@himpun/identity';
import { systemActor } from '@himpun/kernel';
import { chromium, type Browser } from 'playwright-core';
import { startApi, type TestApp } from '../../../support/app';
import { aCertificate, aSignedCertificate } from '../../../support/certificates';
import { signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import {
  axeFaults,
  LOOKS,
  openPage,
  picture,
  scrollsSideways,
  WALKED_LOOKS,
  type Look,
} from '../../../support/look';

const HOUR = 3_600_000;
const WORD = {
  valid: { id: 'Berlaku', en: 'Valid' },
  expired: { id: 'Kedaluwarsa', en: 'Expired' },
  revoked: { id: 'Dicabut', en: 'Revoked' },
  suspended: { id: 'Ditangguhkan', en: 'Suspended' },
  not_found: { id: 'Tidak ditemukan', en: 'Not found' },
};

describe('a stranger scans a QR code', () => {
  let api: TestApp;
  let browser: Browser;
  let holder: TestClient;
  let token: string;
  let codes: Record<keyof typeof WORD, string>;
  beforeAll(async () => {
    api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
    holder = await signedIn(api);
    ({ token } = await api.app
      .get(Sessions)
      .open(String(holder.accountId), { userAgent: 'chromium', ip: '127.0.0.1' }));
    codes = await certificates();
  });
  beforeEach(() => api.flushRedis());
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  it.each(WALKED_LOOKS)('and reads the answer in one look ($language, $theme, $width px)', async (look) => {
    const page = await openPage(browser, `${api.url}/check/${codes.valid}`, look);
    for (const state of Object.keys(WORD) as (keyof typeof WORD)[]) {
      await page.goto(`${api.url}/check/${codes[state]}`);
      await page.getByRole('heading', { level: 1, name: WORD[state][look.language], exact: true }).waitFor();
      expect(await page.title()).toContain(WORD[state][look.language]);
      if (state !== 'not_found') await page.getByText('Siti Nurhaliza').first().waitFor();
      const office = look.language === 'id' ? 'Ketua' : 'Chair';
      if (state === 'valid') await page.getByText(`dr. Sari Handayani, ${office}`, { exact: true }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, `check-${state}`, look);
    }
    await page.context().close();
  });

  it('and sees everything that is signed, and takes the file along', async () => {
    const page = await openPage(browser, `${api.url}/check/${codes.valid}`, LOOKS[2] as Look);
    await page.getByText('Show everything that is signed').click();
    await page.getByText('credentialSubject.achievement.name').waitFor();
    await page.getByText('proof.proofValue').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the credential (JSON)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${codes.valid}.json`);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('while the issuer’s document stays what it is: pages do not swallow it', async () => {
    const answer = await fetch(`${api.url}/.well-known/did.json`);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(await answer.json()).toMatchObject({ id: 'did:web:himpun.test' });
    expect((await fetch(`${api.url}/.well-known/other.json`)).status).toBe(404);
  });

  it('or types the code, in small letters, after having mistyped it', async () => {
    const page = await openPage(browser, `${api.url}/check`, LOOKS[4] as Look);
    await page.getByRole('button', { name: 'Periksa kode' }).click();
    await page.getByText('Tuliskan kode yang tercetak').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Kode').fill('AB23');
    await page.getByRole('button', { name: 'Periksa kode' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tidak ditemukan' }).waitFor();
    await page.getByLabel('Kode').fill(codes.valid.toLowerCase().replaceAll('-', ''));
    await page.getByRole('button', { name: 'Periksa kode' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berlaku' }).waitFor();
    await page.context().close();
  });

  it('and is told what to do without a connection, or after too many checks', async () => {
    const page = await openPage(browser, `${api.url}/check`, LOOKS[2] as Look);
    await page.route('**/api/public/checks/**', (route) => route.abort());
    await page.getByLabel('Code').fill(codes.valid);
    await page.getByRole('button', { name: 'Check the code' }).click();
    await page.getByRole('button', { name: /try again/i }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute('**/api/public/checks/**');
    await page.getByRole('button', { name: /try again/i }).click();
    await page.getByRole('heading', { level: 1, name: 'Valid' }).waitFor();
    await page.context().close();
  });

  it.each(WALKED_LOOKS)(
    'its holder finds it and takes it away ($language, $theme, $width px)',
    async (look) => {
      const page = await openPage(browser, `${api.url}/certificates`, look, token);
      const title = look.language === 'id' ? 'Lokakarya perawatan luka' : 'Wound care workshop';
      await page.getByRole('link', { name: title, exact: true }).first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'certificates', look);
      await page.getByRole('link', { name: title, exact: true }).last().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByRole('img', { name: /QR/ }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'certificate', look);
      await page.context().close();
    },
  );

  async function certificates(): Promise<typeof codes> {
    const groupId = await aGroup(api);
    const personId = String(holder.personId);
    const chair = { name: 'dr. Sari Handayani', office: { id: 'Ketua', en: 'Chair' } };
    const valid = await aSignedCertificate(api, { personId, groupId }, chair);
    const expired = await aSignedCertificate(api, {
      personId,
      groupId,
      validUntil: new Date(api.clock.now().getTime() + HOUR),
    });
    const revoked = await aSignedCertificate(api, {
      personId,
      groupId,
      recipientName: `Siti Nurhaliza ${'Kusumaningrum'.repeat(14)}`.slice(0, 200),
    });
    await api.app.get(Certificates, { strict: false }).revoke(systemActor('test'), revoked.id, 'By mistake');
    const suspended = await aSignedCertificate(api, { personId, groupId });
    await api.db.query(`UPDATE certificates SET title_en = 'Another title' WHERE id = $1`, [suspended.id]);
    await aCertificate(api, { personId, groupId });
    api.clock.advance(2 * HOUR);
    return {
      valid: valid.code,
      expired: expired.code,
      revoked: revoked.code,
      suspended: suspended.code,
      not_found: 'AB23-CD45-EF67-GH89',
    };
  }
});
