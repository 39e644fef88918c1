import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { answered, pastQuestions } from '../../../support/disclosures';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { aNumberedMember, sponsorship } from '../../../support/sponsors';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';
import type { Page } from 'playwright-core';

const DESK = LOOKS[2] as Look;

describe('sponsors, disclosures and bots in a browser', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;

  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [
      { ...sponsorship, count: 1 },
      pastQuestions,
      asks.commitment,
    ]);
    officer = await portal.asBrowser(await signedIn(portal.api, { fullName: 'Sari Kusumawati' }));
    await grantPowers(portal.api, String(officer.personId), group.groupId, [
      'applications.decide',
      'rules.publish',
    ]);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  async function looksRight(page: Page, name: string, look: Look): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, name, look);
  }

  it.each(WALKED_LOOKS)(
    'an applicant names a member, who vouches ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const member = await aNumberedMember(portal.api, group, 'Ana Lestari');
      const { id, applicant } = await anApplication(portal.api, group, { state: 'draft', answers: {} });
      const page = await portal.open(applicant, `/applications/${id}`, look);
      await page.getByRole('link', { name: word('Pendukung', 'Sponsors') }).click();
      await page
        .getByLabel(word('Nomor anggota atau alamat surel', 'Member number or e-mail address'))
        .fill(member.number);
      await page.getByRole('button', { name: word('Tanyai anggota ini', 'Ask this member') }).click();
      await page.getByText(word('Menunggu jawaban', 'Waiting for an answer')).waitFor();
      await looksRight(page, 'sponsors-naming', look);
      await page.context().close();

      const theirs = await portal.open(member.person, '/memberships', look);
      await theirs.getByRole('link', { name: word('Jawab', 'Answer'), exact: true }).click();
      await theirs.getByRole('button', { name: word('Dukung', 'Vouch'), exact: true }).waitFor();
      await looksRight(theirs, 'sponsorships', look);
      await theirs.getByRole('button', { name: word('Dukung', 'Vouch'), exact: true }).click();
      await theirs
        .getByRole('dialog')
        .getByRole('button', { name: word('Dukung', 'Vouch'), exact: true })
        .click();
      await theirs.getByText(word('Dikonfirmasi', 'Confirmed'), { exact: true }).waitFor();
      await theirs.context().close();
    },
  );

  it.each(WALKED_LOOKS)(
    'an applicant answers about the past ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { id, applicant } = await anApplication(portal.api, group, { state: 'draft', answers: {} });
      const page = await portal.open(applicant, `/applications/${id}/disclosures/past`, look);
      const save = page.getByRole('button', { name: word('Simpan jawaban', 'Save answers') });
      await save.click();
      await page
        .getByRole('link', { name: word('Jawab ya atau tidak.', 'Answer yes or no.') })
        .first()
        .waitFor();
      await page
        .getByRole('radio', { name: word('Ya', 'Yes') })
        .first()
        .check();
      await page
        .getByRole('radio', { name: word('Tidak', 'No') })
        .nth(1)
        .check();
      await page.getByLabel(word('Apa yang terjadi', 'What happened')).fill('Teguran pada 2019.');
      await looksRight(page, 'disclosure-answering', look);
      await save.click();
      await page.waitForURL((url) => url.pathname === `/applications/${id}`);
      const [kept] = await portal.api.db.query(
        'SELECT needs_person AS "needsPerson" FROM disclosures WHERE application_id = $1',
        [id],
      );
      expect(kept).toEqual({ needsPerson: true });
      await page.context().close();
    },
  );

  it('an officer opens what was disclosed, on record, and assesses it', async () => {
    const { id, applicant } = await anApplication(portal.api, group, { state: 'draft' });
    const mine = await portal.asBrowser(applicant);
    expect((await mine.put(`/api/applications/${id}/disclosures/past`, answered(true))).status).toBe(200);
    await portal.api.db.query(
      `WITH sent AS (UPDATE applications SET state = 'submitted', submitted_at = now() WHERE id = $1 RETURNING id)
       UPDATE disclosures SET submitted_at = now() WHERE application_id = $1`,
      [id],
    );
    const page = await portal.open(officer, `/review/${id}`, DESK);
    await page.getByRole('button', { name: 'Open what was disclosed' }).click();
    await page.getByText('cautioned by the board').waitFor();
    await page.getByRole('radio', { name: 'Acceptable with conditions' }).check();
    await page.getByLabel('Conditions', { exact: true }).fill('A mentor for one year.');
    await page.getByLabel('Reason', { exact: true }).fill('Long ago.');
    await looksRight(page, 'disclosure-review', DESK);
    await page.getByRole('button', { name: 'Put the assessment on record' }).click();
    await page.getByText('Conditions: A mentor for one year.').waitFor();
    await page.context().close();
  });

  it.each(WALKED_LOOKS)(
    'a member tells their officers something ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { person } = await aNumberedMember(portal.api, group);
      const page = await portal.open(person, '/disclosures', look);
      await page
        .getByLabel(word('Apa yang perlu mereka ketahui?', 'What should they know?'))
        .fill('Perkara perdata.');
      await looksRight(page, 'disclosure-telling', look);
      await page
        .getByRole('button', { name: word('Sampaikan kepada pengurus', 'Tell the officers') })
        .click();
      await page.getByText(word('Petugas sedang melihatnya', 'An officer looks at it')).waitFor();
      await page.context().close();
    },
  );

  it.each(WALKED_LOOKS)(
    'a chair switches a bot on, and off at once ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const page = await portal.open(officer, '/rules', look);
      await page
        .getByRole('button', { name: word('Atur bot', 'Set rules of the bot') })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(word('Setujui bila semua syarat', 'Approve when every requirement')).check();
      await dialog.getByLabel(word('Tutup yang dikembalikan', 'Close what was sent back')).check();
      await dialog.getByLabel(word('Mengapa', 'Why')).fill('Percobaan');
      await looksRight(page, 'rules-bot', look);
      await dialog
        .getByRole('button', { name: word('Terbitkan aturan bot', 'Publish the bot’s rules') })
        .click();
      const stop = page.getByRole('button', { name: word('Matikan bot', 'Switch off the bot') });
      await stop.waitFor();
      await looksRight(page, 'rules-bots', look);
      await stop.click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: word('Matikan', 'Switch off'), exact: true })
        .click();
      await stop.waitFor({ state: 'hidden' });
      await page.context().close();
    },
  );
});
