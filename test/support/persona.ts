import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFaults, picture, scrollsSideways, type Look } from './look';
import type { Portal } from './portal';

/** One person at one browser; a person of the demonstration signs in with one click on the sign-in page. */
export class PersonAtBrowser {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly portal: Portal,
    private readonly look: Look,
    /** What the page itself complained about: scripts that failed, policies violated. */
    readonly complaints: string[],
  ) {}

  static async open(browser: Browser, portal: Portal, look: Look): Promise<PersonAtBrowser> {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
      colorScheme: look.theme,
      locale: look.language === 'id' ? 'id-ID' : 'en-GB',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    });
    await context.addCookies([{ name: 'himpun_language', value: look.language, url: portal.url }]);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    return new PersonAtBrowser(page, context, portal, look, complaints);
  }

  /** Signs in as a persona of the demonstration, by its name on the card. */
  async signInAs(name: string): Promise<void> {
    await this.goTo('/sign-in');
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.portal.url + path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** What nobody may find on any page: axe faults, sideways scrolling, failed scripts, violated policies. */
  async faults(name: string): Promise<string[]> {
    await picture(this.page, name, this.look);
    const sideways = (await scrollsSideways(this.page)) ? [`${name} scrolls sideways`] : [];
    return [...(await axeFaults(this.page)), ...sideways, ...this.complaints];
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
