import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { aGroup } from '../../../support/groups';
import { axeFaults, LOOKS, picture, scrollsSideways, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;

describe('an officer decides which sources a group uses', () => {
  let portal: WebPortal;
  let officer: TestClient;
  let [parent, child] = ['', ''];
  beforeAll(async () => {
    portal = await startWebPortal();
  });
  beforeEach(async () => {
    await portal.api.flushRedis();
    officer = await signedIn(portal.api, { fullName: 'Sari Kusumawati' });
    parent = await aGroup(portal.api, { nameId: 'Perhimpunan Bidan', nameEn: 'Midwives Association' });
    child = await aGroup(portal.api, {
      ...{ parentId: parent, nameId: 'Cabang Bandung', nameEn: 'Bandung Branch' },
    });
    await grantPowers(portal.api, String(officer.personId), parent, ['registers.import', 'licences.check']);
  });
  afterAll(() => portal.close());

  const words = () =>
    portal.api.db.query(
      `SELECT group_id AS "groupId", used FROM group_sources WHERE source = 'npi_registry' AND group_id = ANY ($1::uuid[])
       ORDER BY used`,
      [[parent, child]],
    );

  it('told what follows and asked why; groups below follow, until they say otherwise', async () => {
    const page = await portal.open(officer, '/sources', DESK);
    const npi = page.locator('[data-source="npi_registry"]');
    const dialog = page.getByRole('dialog');
    await npi.getByRole('button', { name: /^Stop using/ }).click();
    await dialog.getByText('do not ask this source').waitFor();
    await dialog.getByRole('button', { name: 'Stop using' }).click();
    await dialog.getByRole('link', { name: 'Enter a reason.' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'sources-stop', DESK);
    await dialog.getByLabel('Reason').fill('The contract has ended');
    await dialog.getByRole('button', { name: 'Stop using' }).click();
    await npi.getByText('Not used').waitFor();
    expect(await words()).toEqual([{ groupId: parent, used: false }]);

    await page.getByRole('radio', { name: 'Bandung Branch' }).click();
    await npi.getByText('Decided by Midwives Association').waitFor();
    await npi.getByRole('button', { name: /^Use/ }).click();
    await dialog.getByLabel('Reason').fill('The branch pays for it');
    await dialog.getByRole('button', { name: 'Use', exact: true }).click();
    await npi.getByText('Decided by Bandung Branch').waitFor();
    expect(await words()).toEqual([
      { groupId: parent, used: false },
      { groupId: child, used: true },
    ]);
    await page.context().close();
  });

  it('while an officer without that power reads how sources answer, and no more', async () => {
    const reader = await signedIn(portal.api);
    await grantPowers(portal.api, String(reader.personId), parent, ['licences.check']);
    const page = await portal.open(reader, '/sources', DESK);
    await page.getByText('No source is away.').waitFor();
    expect(await page.getByRole('button', { name: /^Stop using/ }).count()).toBe(0);
    await page.context().close();
  });

  it.each(process.env.HIMPUN_SCREENSHOTS ? LOOKS : [LOOKS[1] as Look, LOOKS[4] as Look])(
    'and the page reads well, also while a source is away ($language, $theme, $width px)',
    async (look) => {
      await portal.api.db.query(
        `INSERT INTO source_health (source, state, in_row, opens, opened_at, open_until, last_error)
         VALUES ('npi_registry', 'open', 5, 1, $1, $2, 'HTTP 503 from https://npiregistry.cms.hhs.gov/api/')
         ON CONFLICT (source) DO UPDATE SET state = 'open', opened_at = excluded.opened_at,
           open_until = excluded.open_until, last_error = excluded.last_error`,
        [portal.api.clock.now(), new Date(portal.api.clock.now().getTime() + 60_000)],
      );
      const page = await portal.open(officer, '/sources', look);
      await page.getByText('HTTP 503').waitFor();
      await page.locator('[data-source="npi_registry"]').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'sources', look);
      await portal.api.db.query(`DELETE FROM source_health`);
      await page.context().close();
    },
  );
});
