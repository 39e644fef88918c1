import type { Page } from 'playwright-core';
import { anAdmittingGroup, anApplication, asks } from '../../../support/admission';
import { signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;
const STACK = /\bat .+:\d+:\d+|node_modules|Error:.*\n\s+at /;

describe('what a person meets when something goes wrong', () => {
  let portal: WebPortal;
  let member: TestClient;
  let applicationId = '';

  beforeAll(async () => {
    portal = await startWebPortal();
    const group = await anAdmittingGroup(portal.api, [asks.commitment], { contactEmail: 'halo@himpun.test' });
    member = await signedIn(portal.api, { fullName: 'Bening Pratiwi' });
    applicationId = (await anApplication(portal.api, group, { state: 'draft', applicant: member })).id;
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  async function looksRight(page: Page, name: string, look: Look): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.locator('body').innerText()).not.toMatch(STACK);
    await picture(page, name, look);
  }
  /** The API as it answers when it must refuse: the page asks it for groups. */
  const answering = (page: Page, status: number, body: object, headers: Record<string, string> = {}) =>
    page.route('**/api/groups', (route) =>
      route.fulfill({ status, headers, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    );

  it.each(WALKED_LOOKS)(
    'no such page: places to go and a search ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const page = await portal.open(member, '/no-such-page', look);
      await page
        .getByRole('heading', { level: 1, name: word('Halaman tidak ditemukan', 'Page not found') })
        .waitFor();
      await page
        .getByRole('main')
        .getByRole('link', { name: word('Permohonan saya', 'My applications') })
        .waitFor();
      await page.getByLabel(/^(Kode|Code)/).waitFor();
      await looksRight(page, 'error-404', look);
      await page.context().close();
    },
  );

  it.each(WALKED_LOOKS)('not allowed: whom to ask ($language, $theme, $width px)', async (look) => {
    const page = await portal.open(member, '/apply', look);
    await answering(page, 403, { code: 'route.forbidden', detail: '' });
    await page.reload();
    await page.getByRole('main').getByRole('link', { name: 'halo@himpun.test' }).waitFor();
    await looksRight(page, 'error-403', look);
    await page.context().close();
  });

  it.each([
    [429, { 'Retry-After': '120' }, /Try again in 2 minutes/],
    [429, { 'Retry-After': '20' }, /Try again in 20 seconds/],
    [503, { 'Retry-After': '5' }, /Try again in a few minutes|try again in a few seconds/],
    [500, {}, /Try again/],
  ] as const)('%i %j says when, and tries again', async (status, headers, words) => {
    const page = await portal.open(member, '/apply', DESK);
    await answering(page, status, { code: 'x', status, reference: 'ref-1' }, headers);
    await page.reload();
    await page.getByText(words).first().waitFor();
    await page.getByText('ref-1').waitFor();
    await looksRight(page, `error-${status}`, DESK);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('link', { name: /Physiotherapy Association/ })
      .last()
      .waitFor();
    await page.context().close();
  });

  it.each([
    ['/sign-in', 'Sign in'],
    ['/sign-up', 'Create account'],
    ['/forgot', 'Send link'],
    ['/reset?token=x', 'Save password'],
    ['/account', 'Save password'],
    ['/applications/{id}/details', 'Save and go back to the list'],
    ['/applications/{id}/sections/commitment', 'Save and go back to the list'],
  ])(
    'the form of %s says first in its title that there are mistakes, and leads to them',
    async (path, button) => {
      const page = await portal.open(member, path.replace('{id}', applicationId), DESK);
      const form = page.getByRole('main').locator('form').last();
      if (path.endsWith('commitment')) await form.getByRole('checkbox').uncheck();
      await form.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('alert').first().waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      const summary = page
        .getByRole('alert')
        .filter({ has: page.getByRole('link') })
        .first();
      expect(await summary.evaluate((box) => box.matches(':focus'))).toBe(true);
      await summary.getByRole('link').first().click();
      expect(await page.locator('input:focus').count()).toBe(1);
      expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(WALKED_LOOKS)(
    'terms and privacy are there to read before signing up ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const page = await portal.open(member, '/sign-up', look);
      const [terms] = await Promise.all([
        page.waitForEvent('popup'),
        page
          .getByRole('main')
          .getByRole('link', { name: word('Baca ketentuan', 'Read the terms') })
          .click(),
      ]);
      await terms
        .getByRole('heading', { level: 1, name: word('Ketentuan penggunaan', 'Terms of use') })
        .waitFor();
      expect(await terms.getByRole('heading', { level: 2 }).count()).toBe(7);
      await terms.getByRole('main').getByRole('link', { name: 'halo@himpun.test' }).waitFor();
      await looksRight(terms, 'terms', look);
      await page.context().close();
    },
  );

  it('powers are read by name, in the reader’s language', async () => {
    const [{ id }] = await portal.api.db.query('SELECT id FROM groups LIMIT 1');
    const officer = await signedIn(portal.api, { fullName: 'Sari Kusumawati' });
    await portal.api.db.query(
      `INSERT INTO access_grants (id, created_at, person_id, power, group_id, valid_from, origin_type, origin_id)
       VALUES (gen_random_uuid(), $1, $2, 'applications.review', $3, $1, 'test', gen_random_uuid())`,
      [portal.api.clock.now(), officer.personId, id],
    );
    const page = await portal.open(officer, '/account', LOOKS[0] as Look);
    await page.getByText('Menilai permohonan keanggotaan').waitFor();
    expect(await page.getByText('applications.review').count()).toBe(0);
    await page.context().close();
  });
});
