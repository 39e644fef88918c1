import { Sessions } from '@himpun/identity';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startApi, type TestApp } from './app';
import { TestClient } from './client';
import { openPage, type Look } from './look';

/** The API with its pages and a browser; the test moves the API's clock. */
export interface WebPortal {
  api: TestApp;
  /** A page as this person, signed in by a session of its own. */
  open(person: TestClient, path: string, look: Look): Promise<Page>;
  /** Another tab of the same browser. */
  tab(page: Page, path: string): Promise<Page>;
  /** The API as this person, under the cookie's name of a portal on plain http. */
  asBrowser(person: TestClient): Promise<TestClient>;
  close(): Promise<void>;
}

/** Starts it with the pages of HIMPUN_WEB_DIR, by default those built in `dist/web`. */
export async function startWebPortal(env: Record<string, string> = {}): Promise<WebPortal> {
  const api = await startApi({
    HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
    PUBLIC_URL: 'http://himpun.test',
    ...env,
  });
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox'],
  });
  const contexts: BrowserContext[] = [];
  const tokenOf = async ({ accountId }: TestClient): Promise<string> =>
    (await api.app.get(Sessions).open(String(accountId), { userAgent: 'chromium', ip: '127.0.0.1' })).token;
  return {
    api,
    open: async (person, path, look) => {
      const page = await openPage(browser, api.url + path, look, await tokenOf(person));
      page.setDefaultTimeout(15_000);
      contexts.push(page.context());
      return page;
    },
    tab: async (page, path) => {
      const tab = await page.context().newPage();
      tab.setDefaultTimeout(15_000);
      await tab.goto(api.url + path);
      return tab;
    },
    asBrowser: async (person) =>
      new TestClient(api, `himpun=${await tokenOf(person)}`, person.accountId, person.personId),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await api.close();
    },
  };
}
