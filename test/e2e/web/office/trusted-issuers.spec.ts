import { anIdentity } from '../../../../libs/credentials/src/signed-pdf/signed-pdf.factory';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { axeFaults, LOOKS, picture, scrollsSideways, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;

describe('an officer decides whose signed documents count', () => {
  const root = anIdentity('Root of Example');
  let portal: WebPortal;
  let officer: TestClient;
  let groups: string[];
  beforeAll(async () => {
    portal = await startWebPortal();
  });
  beforeEach(async () => {
    await portal.api.flushRedis();
    officer = await signedIn(portal.api, { fullName: 'Sari Kusumawati' });
    groups = [
      await aGroup(portal.api, { nameId: 'Perhimpunan Bidan', nameEn: 'Midwives Association' }),
      await aGroup(portal.api, { nameId: 'Perhimpunan Fisioterapi', nameEn: 'Physiotherapy Association' }),
    ];
    for (const group of groups)
      await grantPowers(portal.api, String(officer.personId), group, ['issuers.trust']);
  });
  afterAll(() => portal.close());

  const entries = () =>
    portal.api.db.query(
      `SELECT group_id AS "groupId", kinds, signers, ended_reason AS "endedReason" FROM trusted_issuers
       WHERE group_id = ANY ($1::uuid[])`,
      [groups],
    );

  it('by a root certificate with named signers, in the group chosen, and ends it', async () => {
    const page = await portal.open(officer, `/trusted-issuers?group=${groups[0]}`, DESK);
    await page.getByText('No issuers yet').waitFor();
    await page.getByRole('radio', { name: 'Physiotherapy Association' }).click();
    await page.waitForURL((url) => url.searchParams.get('group') === groups[1]);
    await page.getByText('No issuers yet').waitFor();

    await page.getByRole('button', { name: 'Trust an issuer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Signed PDF documents' }).click();
    await dialog.getByLabel('Name of the issuer').fill('Universitas Contoh');
    await dialog
      .getByLabel('Root certificate (PEM)')
      .fill('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
    await dialog.getByText('Enter one root certificate of an authority (CA) in PEM.').waitFor();
    await dialog
      .getByLabel('File of the root certificate')
      .setInputFiles({ name: 'root.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(root.pem) });
    await dialog.getByText('O=Universitas Contoh, CN=Root of Example').waitFor();
    await dialog.getByText('1 January 2020').waitFor();
    await dialog.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/).waitFor();
    await dialog.getByLabel('Signers believed under it').fill('Universitas Contoh\nRektor');
    await dialog.getByRole('button', { name: 'Trust an issuer' }).click();
    await dialog.getByRole('link', { name: 'Choose at least one kind.' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'issuers-dialog', DESK);
    await dialog.getByRole('checkbox', { name: 'Education' }).check();
    await dialog.getByLabel('Reason').fill('Minutes of 3 May');
    await dialog.getByRole('button', { name: 'Trust an issuer' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByText('Universitas Contoh · Rektor').waitFor();
    const scope = { groupId: groups[1], kinds: ['education'], signers: ['Universitas Contoh', 'Rektor'] };
    expect(await entries()).toEqual([{ ...scope, endedReason: null }]);

    await page.getByRole('button', { name: 'End trust' }).click();
    await dialog.getByLabel('Reason').fill('The key was lost');
    await dialog.getByRole('button', { name: 'End trust' }).click();
    await page.getByText('No longer trusted').waitFor();
    expect(await entries()).toEqual([{ ...scope, endedReason: 'The key was lost' }]);
    await page.context().close();
  });

  it.each(process.env.HIMPUN_SCREENSHOTS ? LOOKS : [LOOKS[1] as Look, LOOKS[4] as Look])(
    'and the list reads well ($language, $theme, $width px)',
    async (look) => {
      const trusted = await (
        await portal.asBrowser(officer)
      ).post('/api/trusted-issuers', {
        groupId: groups[0],
        name: 'Universitas Contoh',
        kinds: ['education'],
        rootCertificate: root.pem,
        reason: 'Keputusan rapat',
      });
      expect(trusted.status).toBe(201);
      const page = await portal.open(officer, `/trusted-issuers?group=${groups[0]}`, look);
      await page.getByText('O=Universitas Contoh, CN=Root of Example').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'issuers', look);
      const word = look.language === 'id' ? 'Percayai penerbit' : 'Trust an issuer';
      await page.getByRole('button', { name: word }).click();
      await page.getByRole('dialog').getByRole('radio').last().click();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'issuers-add', look);
      await page.context().close();
    },
  );
});
