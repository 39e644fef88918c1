import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How a page is looked at. */
export interface Look {
  language: 'id' | 'en';
  theme: 'light' | 'dark';
  width: number;
}

/** Phone and desk, by day and by night, in both languages. */
export const LOOKS: readonly Look[] = [
  { language: 'id', theme: 'light', width: 390 },
  { language: 'en', theme: 'dark', width: 390 },
  { language: 'en', theme: 'light', width: 1440 },
  { language: 'id', theme: 'dark', width: 1440 },
  { language: 'id', theme: 'light', width: 360 },
];

const WHOLE = Boolean(process.env.HIMPUN_LOOKS || process.env.HIMPUN_SCREENSHOTS);

/**
 * The looks a step of a feature is walked in: each language, theme and width once. `HIMPUN_LOOKS=all`, or keeping pictures, walks
 * it in every look; the pages themselves are looked at in every look always (`pages/looks.spec.ts`).
 */
export const WALKED_LOOKS: readonly Look[] = WHOLE
  ? LOOKS
  : [
      { language: 'id', theme: 'light', width: 360 },
      { language: 'en', theme: 'dark', width: 1440 },
    ];

/** Opens a page as a stranger, or with a session's token, where the portal's address is plain http (`PUBLIC_URL`). */
export async function openPage(browser: Browser, url: string, look: Look, token?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
    colorScheme: look.theme,
    locale: look.language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  const { hostname } = new URL(url);
  await context.addCookies([{ name: 'himpun_language', value: look.language, domain: hostname, path: '/' }]);
  if (token) await context.addCookies([{ name: 'himpun', value: token, domain: hostname, path: '/' }]);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** What axe finds wrong, as `rule: selector`. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; html: string }[] }[] }>;
      };
    };
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  }, TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Whether the page is wider than its window: nobody should have to scroll sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}

/** Keeps a picture where HIMPUN_SCREENSHOTS names a folder; elsewhere does nothing. */
export async function picture(page: Page, name: string, look: Look): Promise<void> {
  const folder = process.env.HIMPUN_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = `${name}-${look.width}-${look.theme}-${look.language}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
}
