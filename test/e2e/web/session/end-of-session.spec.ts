import type { Page } from 'playwright-core';
import { accountWithPerson, PASSWORD } from '../../../support/accounts';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { until } from '../../../support/until';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const [PHONE, , DESK] = LOOKS as readonly [Look, Look, Look];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What a member's session may rest. */
const REST = 8 * HOUR;

describe('the end of a session, under a page that is being filled in', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let count = 0;

  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [asks.commitment]);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  /** Somebody with a password, in front of their details. */
  async function applicant() {
    const email = `bening-${(count += 1)}@example.org`;
    const known = await accountWithPerson(portal.api, email, 'Bening Pratiwi');
    const person = new TestClient(portal.api, null, known.accountId, known.personId);
    const { id } = await anApplication(portal.api, group, { state: 'draft', applicant: person });
    return { person, email, id };
  }

  /** The page opened at `now` of both clocks, the browser's own standing still from then on. */
  async function atDetails(look: Look) {
    const who = await applicant();
    const page = await portal.open(who.person, '/account', look);
    await page.clock.install();
    await page.goto(`${portal.api.url}/applications/${who.id}/details`);
    await page.getByLabel(/Nama lengkap|Full name/).waitFor();
    return { ...who, page };
  }

  async function pass(page: Page, time: number): Promise<void> {
    portal.api.clock.advance(time);
    await page.clock.fastForward(time);
  }

  const storedPhone = async (personId: string | null) => {
    const [row] = await portal.api.db.query('SELECT phone FROM people WHERE id = $1', [personId]);
    return row.phone as string | null;
  };
  const looksRight = async (page: Page, name: string, look: Look) => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, name, look);
  };

  it.each(WALKED_LOOKS)('is told three minutes before ($language, $theme, $width px)', async (look) => {
    const { page } = await atDetails(look);
    await pass(page, REST - 3 * MINUTE - 5_000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await pass(page, 6_000);
    const words = look.language === 'id' ? 'Tetap masuk?' : 'Do you want to stay signed in?';
    await page.getByRole('dialog', { name: words }).waitFor();
    await looksRight(page, 'session-resting', look);
    await page.context().close();
  });

  it('staying signed in prolongs it, and warning of it did not', async () => {
    const { page, person } = await atDetails(DESK);
    const lastSeen = async () => {
      const [row] = await portal.api.db.query(
        'SELECT max(last_seen_at) AS at FROM sessions WHERE account_id = $1',
        [person.accountId],
      );
      return (row.at as Date).getTime();
    };
    const opened = await lastSeen();
    await pass(page, REST - 2.5 * MINUTE);
    await page.getByRole('dialog').waitFor();
    expect(await lastSeen()).toBe(opened);
    await page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await lastSeen()).toBe(portal.api.clock.now().getTime());
    await pass(page, REST - 4 * MINUTE);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('is not put off by a page that looks again by itself', async () => {
    const { person, id } = await applicant();
    await portal.api.db.query(
      "UPDATE applications SET state = 'submitted', submitted_at = now() WHERE id = $1",
      [id],
    );
    await anOfferedLicence(portal.api, group, { id, applicant: person }, { runState: 'queued' });
    const page = await portal.open(person, '/account', DESK);
    await page.clock.install();
    let polls = 0;
    page.on('request', (request) => {
      if (request.url().includes(`/api/applications/${id}`)) polls += 1;
    });
    await page.goto(`${portal.api.url}/applications/${id}`);
    await page.locator('h1').waitFor();
    for (let hour = 0; hour < 7; hour += 1) await pass(page, HOUR);
    const before = polls;
    await pass(page, HOUR - 2 * MINUTE);
    await until(
      async () => polls,
      (count) => count > before,
    );
    await page.getByRole('dialog', { name: 'Do you want to stay signed in?' }).waitFor();
    await page.context().close();
  });

  it('what one tab does keeps the other from warning', async () => {
    const { page, id } = await atDetails(DESK);
    await pass(page, REST - HOUR);
    const other = await portal.tab(page, `/applications/${id}`);
    await other.getByText('Do them in any order').waitFor();
    await pass(page, HOUR - MINUTE);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('leaving from the warning ends the session on the server too', async () => {
    const { page, person } = await atDetails(PHONE);
    await pass(page, REST - 2 * MINUTE);
    await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const [{ open }] = await portal.api.db.query(
      'SELECT count(*)::int AS open FROM sessions WHERE account_id = $1 AND ended_at IS NULL',
      [person.accountId],
    );
    expect(open).toBe(0);
    await page.context().close();
  });

  it.each(WALKED_LOOKS)(
    'that cannot be put off says so, and signing in anew keeps the form ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { page, person, email } = await atDetails(look);
      await portal.api.db.query('UPDATE sessions SET expires_at = $2 WHERE account_id = $1', [
        person.accountId,
        new Date(portal.api.clock.now().getTime() + 2.5 * MINUTE),
      ]);
      await page.getByLabel(word('Nomor telepon', 'Phone number')).fill('0812 3456 7890');
      await pass(page, 1_500);
      const warning = page.getByRole('dialog', {
        name: word('Sesi Anda segera berakhir', 'Your session is about to end'),
      });
      await warning.waitFor();
      await looksRight(page, 'session-final', look);
      await warning.getByRole('button', { name: word('Masuk lagi', 'Sign in anew') }).click();
      await signInAgain(page, look, email);
      expect(await page.getByLabel(word('Nomor telepon', 'Phone number')).inputValue()).toBe(
        '0812 3456 7890',
      );
      await pass(page, 10 * MINUTE);
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.context().close();
    },
  );

  it('that came asks to sign in over the page, and then saves what was typed meanwhile', async () => {
    const { page, person, email } = await atDetails(PHONE);
    await portal.api.db.query('UPDATE sessions SET ended_at = now() WHERE account_id = $1', [
      person.accountId,
    ]);
    await page.getByLabel('Nomor telepon').fill('0812 3456 7890');
    await page.getByLabel(/^Gelar di depan/).fill('Dr.');
    await page.clock.fastForward(1_500);
    await page.getByRole('dialog').waitFor();
    await looksRight(page, 'session-lost', PHONE);
    expect(await storedPhone(person.personId)).toBeNull();
    await signInAgain(page, PHONE, email);
    await until(
      () => storedPhone(person.personId),
      (phone) => phone === '+6281234567890',
    );
    expect(await page.getByLabel('Nomor telepon').inputValue()).toBe('0812 3456 7890');
    expect(await page.getByLabel(/^Gelar di depan/).inputValue()).toBe('Dr.');
    await page.context().close();
  });

  it('that came while nobody was there asks by itself', async () => {
    const { page, email } = await atDetails(PHONE);
    await pass(page, REST + MINUTE);
    await signInAgain(page, PHONE, email);
    await page.getByLabel('Nama lengkap').waitFor();
    await page.context().close();
  });

  async function signInAgain(page: Page, look: Look, email: string): Promise<void> {
    const word = (id: string, en: string) => (look.language === 'id' ? id : en);
    const dialog = page.getByRole('dialog', {
      name: word('Masuk lagi untuk melanjutkan', 'Sign in again to go on'),
    });
    expect(await dialog.getByLabel(word('Surel', 'E-mail'), { exact: true }).inputValue()).toBe(email);
    await dialog.getByLabel(word('Kata sandi', 'Password'), { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: word('Masuk', 'Sign in'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
});
