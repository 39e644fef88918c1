import { anAdmittingGroup, anApplication, asks, type AdmittingGroup } from '../../../support/admission';
import { interest } from '../../../support/applicants';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;
const DAY = 86_400_000;
const WHY = 'Catatan ini menyebut orang yang tidak kami kenal.';
describe('an application is sent back for correction', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;

  beforeAll(async () => {
    portal = await startWebPortal();
    group = await anAdmittingGroup(portal.api, [interest, asks.commitment], {
      contactEmail: 'halo@himpun.test',
    });
    officer = await portal.asBrowser(await signedIn(portal.api, { fullName: 'Sari Kusumawati' }));
    await grantPowers(portal.api, officer.personId as string, group.groupId, ['applications.review']);
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  /** Sent in, with all that is asked of the person, and returned for another note. */
  async function returned() {
    const answers = { interest: { chosen: ['health'], note: 'Budi Salah' }, commitment: { accepted: true } };
    const application = await anApplication(portal.api, group, { answers, fullName: 'Bening Pratiwi' });
    await portal.api.db.query(
      `UPDATE people SET birth_date = '1990-02-28', phone = '+6281234567890' WHERE id = $1`,
      [application.applicant.personId],
    );
    const { body } = await officer.get<{ version: number }>(`/api/review/applications/${application.id}`);
    const answer = await officer.post(
      `/api/review/applications/${application.id}/corrections`,
      { items: [{ requirementId: 'interest', note: WHY }], answerBy: '2026-12-05' },
      { 'If-Match': `"${body.version}"` },
    );
    expect(answer.status).toBe(201);
    return application;
  }

  it.each(WALKED_LOOKS)(
    'the applicant reads what, why and by when ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { id, applicant } = await returned();
      const page = await portal.open(applicant, `/applications/${id}`, look);
      await page.getByText(WHY).first().waitFor();
      await page.getByText(word('5 Desember 2026', '5 December 2026')).waitFor();
      expect(await page.getByRole('link', { name: word('Minat', 'Interest') }).count()).toBe(1);
      expect(await page.getByRole('link', { name: word('Komitmen', 'Commitment') }).count()).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'apply-correction', look);
      await page.context().close();
    },
  );

  it('the officer names the last day to answer: two weeks unless typed, and no day that is past', async () => {
    const answers = { interest: { chosen: ['health'], note: 'Budi Salah' }, commitment: { accepted: true } };
    const { id } = await anApplication(portal.api, group, { answers, fullName: 'Bening Pratiwi' });
    const page = await portal.open(officer, `/review/${id}/correction?part=interest`, DESK);
    await page.getByLabel('What is missing in “Interest”, and why?').fill(WHY);
    const day = page.getByRole('group', { name: 'Answer by' });
    const usual = new Date(Date.now() + 14 * DAY);
    expect(await day.getByLabel('Year').inputValue()).toBe(String(usual.getFullYear()));
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, 'review-correction', DESK);
    await type('31', 'February', '2027');
    await send();
    await page.getByRole('link', { name: 'Enter a date that exists.' }).waitFor();
    await type('20', 'November', '2026');
    await send();
    await page.getByRole('link', { name: 'Choose a day after today, at most half a year away.' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await type('1', 'Des', '2026');
    await send();
    await page.getByText('The request was sent to the applicant.').waitFor();
    const [row] = await portal.api.db.query(
      `SELECT returned->>'answerBy' AS day FROM applications WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ day: '2026-12-01' });
    await page.context().close();

    async function type(date: string, month: string, year: string): Promise<void> {
      await day.getByLabel('Day').fill(date);
      await day.getByLabel('Month').fill(month);
      await day.getByLabel('Year').fill(year);
    }
    async function send(): Promise<void> {
      await page.getByRole('button', { name: 'Send the request' }).click();
    }
  });

  it('answers in place, the rest stays as it was, and the officer sees old and new', async () => {
    const { id, applicant } = await returned();
    const page = await portal.open(applicant, `/applications/${id}`, DESK);
    await page.getByRole('link', { name: 'Interest' }).click();
    await page.getByRole('textbox').fill('Chandra Wijaya');
    await page.getByText(WHY).waitFor();
    await page.getByRole('button', { name: 'Save and go back to the list' }).click();
    await page.getByRole('link', { name: 'Check your answers' }).click();
    await page.getByText('I help twice a year').or(page.getByText('Agreed')).first().waitFor();
    expect(await page.getByRole('link', { name: /Change Commitment/ }).count()).toBe(0);

    const answer = await applicant.put(
      `/api/applications/${id}/sections/commitment`,
      { value: { accepted: false } },
      { 'If-Match': '"1"' },
    );
    expect([401, 409]).toContain(answer.status);

    await page.getByRole('button', { name: 'Submit corrections' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Application sent' }).waitFor();
    const [{ sent }] = await portal.api.db.query(
      'SELECT count(*)::int AS sent FROM application_submissions WHERE application_id = $1',
      [id],
    );
    expect(sent).toBe(2);

    const desk = await portal.open(officer, `/review/${id}`, DESK);
    await desk.getByText('Budi Salah').first().waitFor();
    await desk.getByText('Chandra Wijaya').first().waitFor();
    await desk.context().close();
    await page.context().close();
  });

  it.each(WALKED_LOOKS)(
    'the confirmation says what comes next, and gives a copy ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const { id, reference, applicant } = await anApplication(portal.api, group, {
        fullName: 'Bening Pratiwi',
      });
      await portal.api.db.query(`UPDATE applications SET due_on = '2026-12-04' WHERE id = $1`, [id]);
      const page = await portal.open(applicant, `/applications/${id}/submitted`, look);
      await page.getByText(reference, { exact: true }).waitFor();
      await page.getByText(word('4 Desember 2026', '4 December 2026')).waitFor();
      await page.getByRole('link', { name: 'halo@himpun.test' }).first().waitFor();
      const [pdf] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: word('Unduh salinan (PDF)', 'Download a copy (PDF)') }).click(),
      ]);
      expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
      expect(await axeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await picture(page, 'apply-submitted', look);
      await page.context().close();
    },
  );

  it('a bookmark of the confirmation says so when nothing was sent', async () => {
    const { id, applicant } = await anApplication(portal.api, group, { state: 'draft' });
    const page = await portal.open(applicant, `/applications/${id}/submitted`, DESK);
    await page.getByRole('heading', { level: 1, name: 'This application has not been sent yet' }).waitFor();
    await page.context().close();
  });
});
