import { chromium, type Browser } from 'playwright-core';
import { LOOKS } from '../../../support/look';
import { PersonAtBrowser } from '../../../support/persona';
import { startPortal, type Portal } from '../../../support/portal';

/** Who opens which pages; null is a stranger. What the other journeys walk already is not repeated. */
const PAGES: readonly [string | null, readonly string[]][] = [
  [null, ['/', '/sign-in', '/sign-up', '/forgot', '/inbox', '/apply', '/activities', '/check', '/nowhere']],
  ['Ana Lestari', ['/', '/applications', '/registrations', '/certificates', '/account']],
  ['Sari Handayani', ['/review', '/members', '/registers', '/trusted-issuers']],
  ['Chandra Wijaya', ['/officers', '/operations', '/sources']],
  ['Tomi Siregar', ['/office/activities', '/office/activities/new']],
];
const SHOWN = process.env.HIMPUN_SCREENSHOTS ? LOOKS : LOOKS.filter(({ width }) => width !== 390);

describe('every page', () => {
  let portal: Portal;
  let browser: Browser;

  beforeAll(async () => {
    portal = await startPortal();
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it.each(SHOWN)('reads well ($language, $theme, $width px)', async (look) => {
    const faults: string[] = [];
    const titles = new Set<string>();
    for (const [name, paths] of PAGES) {
      const person = await PersonAtBrowser.open(browser, portal, look);
      if (name) await person.signInAs(name);
      for (const path of paths) {
        await person.goTo(path);
        await person.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
        const found = await person.faults(`${name?.split(' ')[0] ?? 'stranger'}${path.replaceAll('/', '-')}`);
        faults.push(...found.map((fault) => `${path} ${fault}`));
        titles.add(await person.page.title());
        expect(await person.page.locator('html').getAttribute('lang')).toBe(look.language);
      }
      await person.close();
    }
    expect(faults).toEqual([]);
    // Titles tell pages apart; the home page has one for strangers and one for members.
    expect(titles.size).toBeGreaterThanOrEqual(PAGES.flatMap(([, paths]) => paths).length - 1);
  });
});
