import { aSignedCertificate } from '../../../support/certificates';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { axeFaults, LOOKS, picture, scrollsSideways, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;

describe('an officer revokes a certificate', () => {
  let portal: WebPortal;
  let officer: TestClient;
  let holder: TestClient;
  let groupId: string;
  beforeAll(async () => {
    portal = await startWebPortal();
    groupId = await aGroup(portal.api);
    [officer, holder] = [await signedIn(portal.api), await signedIn(portal.api)];
    await grantPowers(portal.api, String(officer.personId), groupId, ['certificates.issue']);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  const stateOf = async (id: string): Promise<unknown> =>
    (await portal.api.db.query('SELECT state FROM certificates WHERE id = $1', [id]))[0].state;

  it('found by its holder’s name, only after the end of its code is typed', async () => {
    const of = { personId: String(holder.personId), groupId, recipientName: 'Wahyu Setiawan' };
    const { id, code } = await aSignedCertificate(portal.api, of);
    const ending = code.slice(-4);
    const page = await portal.open(officer, '/office/certificates?q=wahyu', DESK);
    await page.getByRole('link', { name: 'Wahyu Setiawan' }).click();
    await page.getByRole('button', { name: 'Revoke certificate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke the certificate of Wahyu Setiawan?' });
    await dialog.getByText('It cannot be taken back.').waitFor();
    const typed = dialog.getByLabel(`Type ${ending} to confirm`);
    await dialog.getByLabel('Reason').fill('Issued to the wrong person');
    await typed.fill('WRON');
    await dialog.getByRole('button', { name: 'Revoke certificate' }).click();
    await dialog.getByRole('link', { name: `Type ${ending} to confirm.` }).waitFor();
    expect(await stateOf(id)).toBe('issued');
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, 'certificate-revoke', DESK);
    await typed.fill(ending.toLowerCase());
    await dialog.getByRole('button', { name: 'Revoke certificate' }).click();
    await page.getByText('The certificate is revoked.').waitFor();
    expect(await stateOf(id)).toBe('revoked');
    await page.goto(`${portal.api.url}/check/${code}`);
    await page.getByRole('heading', { level: 1, name: 'Revoked', exact: true }).waitFor();
    await page.context().close();
  });

  it('not by leaving the dialog', async () => {
    const of = { personId: String(holder.personId), groupId, recipientName: 'Wayan Sudarma' };
    const { id } = await aSignedCertificate(portal.api, of);
    const page = await portal.open(officer, `/certificates/${id}`, LOOKS[0] as Look);
    await page.getByRole('button', { name: 'Cabut sertifikat' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await stateOf(id)).toBe('issued');
    await page.context().close();
  });
});
