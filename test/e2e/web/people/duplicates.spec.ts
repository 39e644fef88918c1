import { anAdmittingGroup, anApplication, type AdmittingGroup } from '../../../support/admission';
import { claimed, LICENCE } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { searchDuplicates, suspicionOf } from '../../../support/duplicates';
import { axeFaults, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK: Look = { language: 'en', theme: 'light', width: 1440 };
const NAME = 'Siti Rahmawati';

describe('people who may be one', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;
  let suspicionId: string;
  let applicationId: string;
  beforeAll(async () => {
    portal = await startWebPortal();
    const { api } = portal;
    group = await anAdmittingGroup(api);
    officer = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(officer.personId), group.groupId, [
      'applications.review',
      'applications.decide',
    ]);
    const facts = { fullName: NAME, birthDate: '1991-04-03' };
    const [one, other] = [
      await signedIn(api, facts),
      await signedIn(api, { ...facts, fullName: 'Rahmawati, Siti' }),
    ];
    await api.db.query(`UPDATE people SET region = 'Bali' WHERE id = $1`, [one.personId]);
    await api.db.query(`UPDATE people SET region = 'Jawa Barat' WHERE id = $1`, [other.personId]);
    await claimed(await portal.asBrowser(one), { ...LICENCE, number: 'PT-8080' });
    ({ id: applicationId } = await anApplication(api, group, { applicant: other, fullName: NAME }));
    await searchDuplicates(api);
    suspicionId = await suspicionOf(api, String(one.personId), String(other.personId));
  });
  afterAll(() => portal.close());

  it.each(WALKED_LOOKS)('read well ($language, $theme, $width px)', async (look) => {
    const faults: string[] = [];
    const pages: [string, string][] = [
      ['/duplicates', 'queue'],
      [`/duplicates/${suspicionId}`, 'pair'],
      ['/duplicates?tab=merged', 'merges'],
    ];
    for (const [path, name] of pages) {
      const page = await portal.open(officer, path, look);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      if (name === 'pair') {
        await page.getByRole('radio').last().check();
        await page.locator('form').waitFor();
      }
      faults.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
      if (await scrollsSideways(page)) faults.push(`${path} scrolls sideways`);
      await picture(page, `duplicates-${name}`, look);
      await page.close();
    }
    expect(faults).toEqual([]);
  });

  it('are shown on the applicant’s case, compared, merged with what the officer chose, and parted again', async () => {
    const page = await portal.open(officer, `/review/${applicationId}`, DESK);
    await page.getByText(/may be the same person as somebody on record/).waitFor();
    await page.getByRole('link', { name: /^Compare/ }).click();
    await page.getByText('The same date of birth, and the names', { exact: false }).first().waitFor();
    await page.getByLabel(/^Rahmawati, Siti \(/).check();
    await page.getByText('What happens').waitFor();
    await page.getByRole('radiogroup', { name: 'Region' }).getByLabel(/^Bali/).check();
    expect(await page.locator('main').innerText()).toMatch(/PT-8080/);
    await page.getByRole('button', { name: 'Merge the two' }).click();
    await page.getByText('Give your reason').first().waitFor();
    await page.getByLabel('Reason').fill('Called both numbers: one person.');
    await page.getByRole('button', { name: 'Merge the two' }).click();
    await page.getByRole('heading', { name: `${NAME} became Rahmawati, Siti` }).waitFor();
    const [merged]: { region: string }[] = await portal.api.db.query(
      'SELECT s.region FROM people p JOIN people s ON s.id = p.merged_into_id',
    );
    expect(merged?.region).toBe('Bali');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'duplicates-merge', DESK);

    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('They are sisters.');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }).click();
    await page.getByText(/Undone by Sari Handayani: They are sisters/).waitFor();
    expect(await portal.api.db.query('SELECT 1 FROM people WHERE merged_into_id IS NOT NULL')).toEqual([]);

    await page.goto(`${portal.api.url}/duplicates/${suspicionId}`);
    await page.getByRole('button', { name: 'These are two people' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Sisters.');
    await page.getByRole('dialog').getByRole('button', { name: 'These are two people' }).click();
    await page.getByText('Nobody to compare').waitFor();
  });
});
