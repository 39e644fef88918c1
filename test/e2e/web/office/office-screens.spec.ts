import type { Page } from 'playwright-core';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;
const POWERS = [
  'applications.decide',
  'applications.review',
  'issuers.trust',
  'licences.check',
  'rules.publish',
];

describe('the office’s rules, domains and holds', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;
  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [asks.licence]);
    officer = await portal.asBrowser(await signedIn(portal.api, { fullName: 'Sari Handayani' }));
    await grantPowers(portal.api, String(officer.personId), group.groupId, POWERS);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  const at = (path: string, look: Look = DESK): Promise<Page> => portal.open(officer, path, look);

  it.each(WALKED_LOOKS)('read well ($language, $theme, $width px)', async (look) => {
    const faults: string[] = [];
    for (const path of [
      ...['/institution-domains', '/verification-rules', '/standing-rules', '/holds'],
      '/account/privacy',
    ]) {
      const page = await at(path, look);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      faults.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
      if (await scrollsSideways(page)) faults.push(`${path} scrolls sideways`);
      await picture(page, `office${path.replaceAll('/', '-')}`, look);
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });

  it('let a domain be recorded, found, and removed with a reason', async () => {
    const page = await at('/institution-domains');
    await page.getByRole('button', { name: 'Record domain' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Institution', { exact: true }).fill('STIKES Harapan Kita');
    await dialog.getByLabel('Domain', { exact: true }).fill('gmail.com');
    await dialog.getByLabel('Reason').fill('Their letterhead.');
    await dialog.getByRole('button', { name: 'Record domain' }).click();
    await dialog.getByText('public mail service').first().waitFor();
    await dialog.getByLabel('Domain', { exact: true }).fill('stikes-hk.ac.id');
    await dialog.getByRole('button', { name: 'Record domain' }).click();
    await page.getByText('stikes-hk.ac.id').waitFor();
    await page.goto(`${portal.api.url}/institution-domains?q=nothing`);
    await page.getByText('Nothing matches').waitFor();
    await page.goto(`${portal.api.url}/institution-domains?q=harapan`);
    await page.getByRole('button', { name: 'Remove stikes-hk.ac.id' }).click();
    await dialog.getByLabel('Reason').fill('They moved.');
    await dialog.getByRole('button', { name: 'Remove domain' }).click();
    await page.getByText('Removed', { exact: true }).waitFor();
    await page.context().close();
  });

  it('show what a rule of verification changes, and who published meanwhile', async () => {
    const page = await at('/verification-rules');
    await page.getByRole('checkbox', { name: 'Diploma' }).last().check();
    await page.getByText('Diploma: a second reader is needed').waitFor();
    const body = { linkDays: 20, reminderDays: [5], askIssuerFor: [], twoReadersFor: [], reason: 'Meeting.' };
    const path = `/api/groups/${group.groupId}/verification-rules`;
    expect((await officer.post(path, body, { 'If-Match': '"0"' })).status).toBe(201);
    await page.getByLabel('Reason').fill('Two see more than one.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Somebody else published meanwhile').waitFor();
    await page.getByText('Version 1 by Sari Handayani').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'office-rule-stale', DESK);
    await page.getByRole('button', { name: 'Begin with the newest version' }).click();
    await page.getByText('This is version 1').waitFor();
    expect(await page.getByLabel('Days that a link holds').inputValue()).toBe('20');
    await page.getByRole('checkbox', { name: 'Diploma' }).last().check();
    await page.getByLabel('Reason').fill('Two see more than one.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('This is version 2').waitFor();
    await page.context().close();
  });

  it('preview a rule of standing before it is published', async () => {
    const page = await at('/standing-rules');
    await page.getByRole('button', { name: 'Add a line at the top' }).click();
    await page
      .getByLabel(/Every so many days/)
      .first()
      .fill('often');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('Enter whole days').first().waitFor();
    await page
      .getByLabel(/Every so many days/)
      .first()
      .fill('10');
    await page
      .getByRole('group', { name: 'No longer in force' })
      .getByLabel('Licence')
      .selectOption('suspension');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('Licence, No longer in force: Review → Proposal to suspend').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'office-standing-preview', DESK);
    await page.getByLabel('Reason').fill('Patients come first.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('This is version 1').waitFor();
    const [row] = await portal.api.db.query(
      `SELECT rule->'rechecks'->0->>'everyDays' AS days FROM standing_rules WHERE group_id = $1`,
      [group.groupId],
    );
    expect(row).toEqual({ days: '10' });
    await page.context().close();
  });

  it('place and let go a hold, which the person reads of', async () => {
    const { reference, applicant } = await anApplication(portal.api, group, { fullName: 'Ben Pratama' });
    const page = await at('/holds');
    await page.getByRole('button', { name: 'Place a hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reference of the application').fill(reference);
    await dialog.getByLabel('A complaint or an inquiry').check();
    await dialog.getByLabel('Reason').fill('A patient complained.');
    await dialog.getByRole('button', { name: 'Place a hold' }).click();
    await page.getByText('A patient complained.').waitFor();
    const own = await portal.open(applicant, '/account/privacy', DESK);
    await own.getByText('A patient complained.').waitFor();
    expect(await axeFaults(own)).toEqual([]);
    await picture(own, 'office-privacy-held', DESK);
    await own.context().close();
    await page.getByRole('button', { name: 'Let go the hold on Ben Pratama' }).click();
    await dialog.getByLabel('Reason').fill('Settled.');
    await dialog.getByRole('button', { name: 'Let go', exact: true }).click();
    await page.getByText('No hold stands').waitFor();
    await page.context().close();
  });

  it('mark one part of the queue as open, whatever its filters', async () => {
    for (const [path, name] of [
      ['/review', /Team/],
      ['/review?tab=overdue', /Overdue/],
    ] as const) {
      const page = await at(path);
      const current = page.locator('main nav [aria-current]');
      await current.first().waitFor();
      expect(await current.count()).toBe(1);
      expect(await current.innerText()).toMatch(name);
      await page.context().close();
    }
  });
});
