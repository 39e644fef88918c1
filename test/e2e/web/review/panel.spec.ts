import type { Page } from 'playwright-core';
import { anApplication, anOfferedLicence } from '../../../support/admission';
import { LOOKS, WALKED_LOOKS, type Look } from '../../../support/look';
import { Desk } from './desk';

const NIGHT = LOOKS[3] as Look;

describe('a case that a panel decides', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() =>
    desk.renew({ kind: 'panel', size: 3, quorum: 2, majority: 'simple', onRecusal: 'replace' }),
  );
  afterAll(() => desk.close());

  async function aCase(fullName: string): Promise<{ id: string }> {
    const application = await anApplication(desk.api, desk.group, { fullName });
    await anOfferedLicence(desk.api, desk.group, application);
    return application;
  }

  const WORDS = {
    en: {
      approve: 'Approve',
      reason: /All requirements of this grade/,
      impartial: /I have no conflict/,
      send: 'Vote for',
    },
    id: {
      approve: 'Setujui',
      reason: /Semua syarat jenjang ini/,
      impartial: /Saya tidak mempunyai/,
      send: 'Setuju',
    },
  };

  async function approve(page: Page, { language }: Look): Promise<void> {
    const words = WORDS[language];
    await page.getByRole('radio', { name: words.approve }).check();
    await page.getByRole('checkbox', { name: words.reason }).check();
    await page.getByRole('checkbox', { name: words.impartial }).check();
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.send, exact: true }).click();
  }

  it.each(WALKED_LOOKS)(
    'shows who voted and who still must; the last vote needed decides it ($language, $theme, $width px)',
    async (look) => {
      const { id } = await aCase('Intan Permata');
      const sari = await desk.page(desk.sari, `/review/${id}/decision`, look);
      await sari.getByRole('heading', { level: 1, name: /Intan Permata/ }).waitFor();
      await desk.looksRight(sari, 'panel-vote', look);
      await approve(sari, look);
      await sari.waitForURL((url) => url.pathname === `/review/${id}`);
      const votes = sari.getByRole('list', { name: look.language === 'id' ? 'Suara' : 'Votes' });
      await votes.getByText('Sari Kusumawati').waitFor();
      await sari
        .getByRole('listitem')
        .filter({ hasText: /^Dewi Anggraini$/ })
        .waitFor();
      await desk.looksRight(sari, 'panel-case', look);

      const dewi = await desk.page(desk.dewi, `/review/${id}/decision`, look);
      await approve(dewi, look);
      await dewi.waitForURL((url) => url.pathname === `/applications/${id}/decision`);
      await dewi.getByText('Sari Kusumawati').waitFor();
      expect(await desk.stateOf(id)).toMatchObject({ state: 'admitted' });
      await dewi
        .getByRole('button', { name: look.language === 'id' ? 'Putuskan ulang' : 'Decide again' })
        .click();
      await dewi.getByText(look.language === 'id' ? 'Hasilnya sama' : 'Same result').waitFor();
      await desk.looksRight(dewi, 'panel-why', look);
      await Promise.all([sari.context().close(), dewi.context().close()]);
    },
  );

  it('takes an abstention with a word for the officers', async () => {
    const { id } = await aCase('Joko');
    const page = await desk.page(desk.sari, `/review/${id}/decision`, NIGHT);
    const abstain = NIGHT.language === 'id' ? 'Abstain' : 'Abstain';
    await page.getByRole('radio', { name: abstain }).check();
    await page.getByRole('button', { name: abstain, exact: true }).click();
    const why = page.getByRole('textbox', { name: NIGHT.language === 'id' ? /Mengapa Anda/ : /Why do you/ });
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await why.fill('Not my field');
    await page.getByRole('checkbox', { name: WORDS[NIGHT.language].impartial }).check();
    await page.getByRole('button', { name: abstain, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: abstain, exact: true }).click();
    await page.getByText('Not my field').first().waitFor();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'submitted' });
    await page.context().close();
  });
});
