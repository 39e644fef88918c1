import type { Page } from 'playwright-core';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { aClaim } from '../../../support/applicants';
import { signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { aPdf } from '../../../support/sample-files';
import { until } from '../../../support/until';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const [PHONE, , DESK] = LOOKS as readonly [Look, Look, Look];
const UPLOADS = '**/api/files?purpose=evidence';

describe('evidence for a credential', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;

  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [asks.licence]);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  async function atEvidence(look: Look): Promise<{ page: Page; who: TestClient; credentialId: string }> {
    const who = await portal.asBrowser(await signedIn(portal.api, { fullName: 'Bening Pratiwi' }));
    const { id } = await anApplication(portal.api, group, { state: 'draft', applicant: who, answers: {} });
    const { id: credentialId } = await aClaim(portal.api, who, 'licence', false);
    await who.post(`/api/applications/${id}/credentials`, { requirementId: 'licence', credentialId });
    const page = await portal.open(who, `/applications/${id}/credentials/licence`, look);
    await evidence(page).waitFor();
    return { page, who, credentialId };
  }
  const evidence = (page: Page) => page.getByRole('group', { name: /^(Bukti|Evidence)/ });
  const choose = async (page: Page, name: string, buffer: Buffer, mimeType = 'application/pdf') =>
    evidence(page).locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
  const bound = async (credentialId: string): Promise<number> => {
    const [row] = await portal.api.db.query(
      'SELECT count(*)::int AS n FROM credential_evidence WHERE credential_id = $1',
      [credentialId],
    );
    return row.n as number;
  };

  it.each(WALKED_LOOKS)('that is refused says what to do ($language, $theme, $width px)', async (look) => {
    const word = (id: RegExp, en: RegExp) => (look.language === 'id' ? id : en);
    const { page, credentialId } = await atEvidence(look);
    await choose(page, 'besar.pdf', Buffer.alloc(10_500_000, 1));
    await page
      .getByRole('alert')
      .filter({ hasText: word(/besar\.pdf.*10\sMB/, /besar\.pdf.*10\sMB at most/) })
      .waitFor();
    await choose(page, 'menyamar.pdf', Buffer.from('<html><script>alert(1)</script></html>'));
    await page
      .getByRole('alert')
      .filter({ hasText: /menyamar\.pdf: .*PDF/ })
      .waitFor();
    await choose(page, 'terkunci.pdf', await aPdf({ userPassword: 'rahasia' }));
    await page
      .getByRole('alert')
      .filter({ hasText: word(/terkunci\.pdf: .*kata sandi/, /terkunci\.pdf: .*password/) })
      .waitFor();
    expect(await bound(credentialId)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, 'apply-upload-refused', look);
    await page.context().close();
  });

  it('that is on its way can be cancelled, and what failed is sent again', async () => {
    const { page, credentialId } = await atEvidence(DESK);
    await page.route(UPLOADS, () => undefined);
    await choose(page, 'str.pdf', await aPdf());
    await page
      .getByText(/Uploading str\.pdf/)
      .first()
      .waitFor();
    await evidence(page).getByRole('button', { name: 'Cancel' }).click();
    await page
      .getByText(/Uploading str\.pdf/)
      .first()
      .waitFor({ state: 'hidden' });
    expect(await page.getByRole('alert').count()).toBe(0);

    await page.unrouteAll();
    await page.route(UPLOADS, (route) => route.abort());
    await choose(page, 'str.pdf', await aPdf());
    await page.getByRole('alert').filter({ hasText: 'str.pdf: The server cannot be reached' }).waitFor();
    await page.unrouteAll();
    await evidence(page).getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: /str\.pdf/ }).waitFor();
    expect(await bound(credentialId)).toBe(1);
    await page.context().close();
  });

  it('that was sent before serves again', async () => {
    const { page, who, credentialId } = await atEvidence(PHONE);
    await who.upload('/api/files?purpose=evidence', {
      name: 'ijazah-lama.pdf',
      type: 'application/pdf',
      bytes: await aPdf(),
    });
    await page.reload();
    await page.getByText('Pakai berkas yang sudah Anda unggah').click();
    await picture(page, 'apply-reuse-file', PHONE);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pakai ijazah-lama.pdf' }).click();
    await page.getByRole('link', { name: /ijazah-lama\.pdf/ }).waitFor();
    expect(await bound(credentialId)).toBe(1);
    await page.context().close();
  });

  it('that is removed can be taken back, and goes after a while when it is not', async () => {
    const { page, credentialId } = await atEvidence(DESK);
    await choose(page, 'str.pdf', await aPdf());
    const link = page.getByRole('link', { name: /str\.pdf/ });
    await link.waitFor();
    await page.clock.install();
    await evidence(page).getByRole('button', { name: 'Remove str.pdf' }).click();
    await link.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await link.waitFor();
    await page.clock.fastForward(15_000);
    expect(await bound(credentialId)).toBe(1);
    await evidence(page).getByRole('button', { name: 'Remove str.pdf' }).click();
    await link.waitFor({ state: 'hidden' });
    await page.clock.fastForward(11_000);
    await until(
      () => bound(credentialId),
      (files) => files === 0,
    );
    await page.context().close();
  });
});
