import type { Page } from 'playwright-core';
import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { interest } from '../../../support/applicants';
import { signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { until } from '../../../support/until';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const [, , DESK] = LOOKS as readonly [Look, Look, Look];
describe('one draft in two tabs', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;

  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [interest, asks.commitment]);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  /** The same section open in two tabs; the first has saved, the second does not know it yet. */
  async function twoTabs(
    look: Look,
    path: string,
  ): Promise<{ one: Page; other: Page; who: TestClient; id: string }> {
    const who = await signedIn(portal.api, { fullName: 'Bening Pratiwi' });
    const answers = { interest: { chosen: ['health'], note: '' } };
    const { id } = await anApplication(portal.api, group, { state: 'draft', applicant: who, answers });
    const address = `/applications/${id}/${path}`;
    const one = await portal.open(who, address, look);
    const other = await portal.tab(one, address);
    for (const page of [one, other]) await page.locator('form').waitFor();
    return { one, other, who, id };
  }
  const stored = async (id: string): Promise<string | undefined> => {
    const [row] = await portal.api.db.query('SELECT answers FROM applications WHERE id = $1', [id]);
    return row.answers.interest?.value.note as string | undefined;
  };

  it.each(WALKED_LOOKS)(
    'shows both versions, and overwrites nothing ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { one, other, id } = await twoTabs(look, 'sections/interest');
      await one.getByRole('textbox').fill('Chandra Wijaya');
      await one.getByText(word('Tersimpan', 'Saved')).first().waitFor();
      await other.getByRole('textbox').fill('Tomi Siregar');
      await other
        .getByRole('heading', {
          name: word('Bagian ini diubah di tempat lain', 'This part was changed elsewhere'),
        })
        .waitFor();
      const table = other.getByRole('table');
      await table.getByText('Chandra Wijaya').waitFor();
      await table.getByText('Tomi Siregar').waitFor();
      expect(await stored(id)).toBe('Chandra Wijaya');
      expect(await axeFaults(other)).toEqual([]);
      expect(await scrollsSideways(other)).toBe(false);
      await picture(other, 'apply-conflict', look);
      await one.context().close();
    },
  );

  it.each([
    ['Use what I typed', 'Tomi Siregar'],
    ['Load what is saved', 'Chandra Wijaya'],
  ])('keeps what the person chooses: %s', async (choice, kept) => {
    const { one, other, id } = await twoTabs(DESK, 'sections/interest');
    await one.getByRole('textbox').fill('Chandra Wijaya');
    await one.getByText(/Saved \d/).waitFor();
    await other.getByRole('textbox').fill('Tomi Siregar');
    await other.getByRole('button', { name: choice }).click();
    await other.getByRole('table').waitFor({ state: 'hidden' });
    expect(await other.getByRole('textbox').inputValue()).toBe(kept);
    await other.getByRole('button', { name: 'Save and go back to the list' }).click();
    await other.waitForURL((url) => url.pathname === `/applications/${id}`);
    expect(await stored(id)).toBe(kept);
    await one.context().close();
  });

  it('holds for the person’s own details as well', async () => {
    const { one, other, who } = await twoTabs(DESK, 'details');
    await one.getByLabel(/^Title before the name/).fill('Dr.');
    await one.getByText(/Saved \d/).waitFor();
    await other.getByLabel(/^Phone number/).fill('0812 3456 7890');
    await other.getByRole('button', { name: 'Load what is saved' }).click();
    await until(
      () => other.getByLabel(/^Title before the name/).inputValue(),
      (text) => text === 'Dr.',
    );
    const [row] = await portal.api.db.query('SELECT title_before, phone FROM people WHERE id = $1', [
      who.personId,
    ]);
    expect(row).toEqual({ title_before: 'Dr.', phone: null });
    await one.context().close();
  });
});
