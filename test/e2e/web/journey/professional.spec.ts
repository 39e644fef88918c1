import { chromium, type Browser } from 'playwright-core';
import type { JsonObject } from '@himpun/signatures';
import { diplomaByOthers } from '../../../support/independent-credentials';
import type { Look } from '../../../support/look';
import { PersonAtBrowser } from '../../../support/persona';
import { startPortal, type Portal } from '../../../support/portal';
import { recordWhatWasSeen, fillCredentials, fillDate, trust } from './acts';

const PHONE: Look = { language: 'en', theme: 'light', width: 390 };
const PHONE_BY_NIGHT: Look = { language: 'en', theme: 'dark', width: 390 };
const DESK: Look = { language: 'en', theme: 'light', width: 1440 };

/** From application to a certificate, as the people concerned walk it, each at a browser of their own. */
describe('a professional joins, and takes part', () => {
  let portal: Portal;
  let browser: Browser;
  let diploma: { issuer: string; credential: JsonObject };
  const people: PersonAtBrowser[] = [];
  /** Each step stands on the one before: after a failure the rest would only fail slowly. */
  let isBroken = false;
  let applicant: PersonAtBrowser;
  let reference = '';
  let caseAddress = '';
  let cardAddress = '';

  beforeAll(async () => {
    portal = await startPortal();
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
    diploma = diplomaByOthers({
      name: 'Bening Pratiwi',
      title: 'Sarjana Fisioterapi',
      email: 'bening@demo.himpun.example',
    });
  });
  afterAll(async () => {
    await Promise.all(people.map((person) => person.close()));
    await browser.close();
    await portal.close();
  });

  const step = (title: string, walk: () => Promise<void>): void => {
    it(title, async () => {
      expect(isBroken).toBe(false);
      isBroken = true;
      await walk();
      isBroken = false;
    });
  };

  async function enters(name: string, look: Look): Promise<PersonAtBrowser> {
    const person = await PersonAtBrowser.open(browser, portal, look);
    people.push(person);
    await person.signInAs(name);
    return person;
  }

  step('the officer trusts the university that signed the diploma', async () => {
    const { page } = await enters('Sari Handayani', DESK);
    expect(await trust(page, diploma.issuer)).toBe(201);
  });

  step('the applicant fills in the task list on a phone, and loses nothing to a reload', async () => {
    applicant = await enters('Bening Pratiwi', PHONE);
    const { page } = applicant;
    await applicant.goTo('/apply');
    await page.getByRole('link', { name: 'Nusantara Physiotherapy Association' }).click();
    await page.getByRole('heading', { name: 'Who can apply' }).waitFor();
    expect(await applicant.faults('apply-start')).toEqual([]);
    await page.getByRole('button', { name: 'Start application' }).click();
    await page.getByText('Do them in any order').waitFor();
    expect(await applicant.faults('task-list')).toEqual([]);

    await page.getByRole('link', { name: 'Your details' }).click();
    await page.getByLabel('Phone number').fill('0812 3456 7890');
    await page.getByText(/Saved \d/).waitFor();
    await page.reload();
    expect(await page.getByLabel('Phone number').inputValue()).toMatch(/812.?3456.?7890/);
    expect(await applicant.faults('details')).toEqual([]);
    await page.getByRole('button', { name: 'Save and go back to the list' }).click();
    await page.getByText('Do them in any order').waitFor();
  });

  step('adds a signed diploma, a licence and experience', async () => {
    await fillCredentials(applicant, diploma.credential);
  });

  step('checks the answers, submits once, and watches the checks come in', async () => {
    const { page } = applicant;
    await page.getByRole('link', { name: 'Check your answers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    expect(await applicant.faults('check-answers')).toEqual([]);
    await page.getByRole('button', { name: 'Submit application' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Application sent' }).waitFor();
    reference = (await page.getByText(/^P-\d{4}-\d{6}$/).textContent()) ?? '';
    expect(await applicant.faults('submitted')).toEqual([]);
    await page.getByRole('link', { name: 'Follow the application' }).click();
    await page.getByText('All checks have ended.').waitFor();
    expect(await page.getByText('Match', { exact: true }).count()).toBeGreaterThanOrEqual(2);
    expect(await applicant.faults('status')).toEqual([]);
  });

  step('the officer compares, gives a word on what needs a person, and approves with reasons', async () => {
    const officer = await enters('Sari Handayani', DESK);
    const { page } = officer;
    await officer.goTo(`/review?q=${reference}&tab=all`);
    await page.getByRole('link', { name: /Bening Pratiwi/ }).click();
    await page.getByRole('heading', { name: 'Requirements' }).waitFor();
    caseAddress = new URL(page.url()).pathname;
    await recordWhatWasSeen(page);
    expect(await officer.faults('case')).toEqual([]);
    await page.getByRole('link', { name: 'Decide', exact: true }).click();
    await page.getByLabel('Approve', { exact: true }).check();
    await page
      .getByRole('group', { name: /Reasons/ })
      .getByRole('checkbox')
      .first()
      .check();
    await page.getByLabel(/no conflict of interest/).check();
    expect(await officer.faults('decision')).toEqual([]);
    await page.getByRole('button', { name: 'Approve application' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve application' }).click();
    await page.getByRole('heading', { level: 1, name: 'Why this application was approved' }).waitFor();
    await page.getByRole('button', { name: 'Decide again' }).click();
    await page.getByText('Same result').waitFor();
    expect(await officer.faults('why')).toEqual([]);
  });

  step('the applicant acknowledges the code clause by clause, and only then is a member', async () => {
    const { page } = applicant;
    await applicant.goTo('/memberships');
    expect(await page.getByText(/PFN-\d{4}-\d{5}/).count()).toBe(0);
    await page.getByRole('link', { name: 'Read the code of ethics' }).click();
    const acknowledge = page.getByRole('button', { name: 'Acknowledge the code' });
    await acknowledge.click();
    await page.getByRole('alert').waitFor();
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    expect(await applicant.faults('code')).toEqual([]);
    await acknowledge.click();
    await page.getByRole('heading', { level: 1, name: /^Welcome to/ }).waitFor();
    await applicant.goTo('/memberships');
    await page
      .getByText(/PFN-\d{4}-\d{5}/)
      .first()
      .waitFor();
    cardAddress =
      (await page.getByRole('link', { name: 'Open the public check' }).getAttribute('href')) ?? '';
    expect(await applicant.faults('card')).toEqual([]);
  });

  step('a stranger sees in one look that the card holds today', async () => {
    const stranger = await PersonAtBrowser.open(browser, portal, { ...PHONE, language: 'id', width: 360 });
    people.push(stranger);
    await stranger.goTo(cardAddress);
    await stranger.page.getByRole('heading', { level: 1, name: 'Berlaku' }).waitFor();
    await stranger.page.getByText('Bening Pratiwi').first().waitFor();
    expect(await stranger.faults('public-check')).toEqual([]);
  });

  step('the chair appoints a second verification officer, whose powers come with the term', async () => {
    const newcomer = await enters('Ana Lestari', PHONE_BY_NIGHT);
    await newcomer.page.goto(`${portal.url}${caseAddress}`);
    await newcomer.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await newcomer.page.getByText('Bening Pratiwi').count()).toBe(0);

    const chair = await enters('Chandra Wijaya', DESK);
    await chair.goTo('/officers');
    const vacant = chair.page.getByRole('listitem').filter({ hasText: 'Vacant' });
    await vacant.getByRole('button', { name: 'Appoint' }).click();
    const dialog = chair.page.getByRole('dialog');
    await dialog.getByLabel('Member').fill('ana lestari');
    await dialog.getByRole('button', { name: /^Ana Lestari, S\.Ft\./ }).click();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date());
    const [year, month, day] = today.split('-') as [string, string, string];
    await fillDate(dialog.getByRole('group', { name: 'First day' }), [day, month, year]);
    await fillDate(dialog.getByRole('group', { name: 'Last day' }), ['31', '12', String(Number(year) + 1)]);
    await dialog.getByLabel(/Basis of the decision/).fill('Rapat pengurus 7');
    expect(await chair.faults('appoint')).toEqual([]);
    await dialog.getByRole('button', { name: 'Appoint' }).click();
    await chair.page.getByText('The appointment is saved.').waitFor();

    await newcomer.goTo(caseAddress);
    await newcomer.page.getByText('Bening Pratiwi').first().waitFor();
  });

  step(
    'the member enrols in a workshop, is checked in at the door, and earns credits and a certificate',
    async () => {
      const { page } = applicant;
      await applicant.goTo('/activities');
      expect(await applicant.faults('catalogue')).toEqual([]);
      await page.getByRole('link', { name: 'Manual therapy of the spine' }).first().click();
      await page.getByRole('button', { name: 'Register', exact: true }).click();
      await page.getByText('You are registered. Show your code at the door.').waitFor();
      expect(await applicant.faults('activity')).toEqual([]);
      const activity = new URL(page.url()).pathname;
      const code =
        (await page
          .getByText(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
          .first()
          .textContent()) ?? '';

      const trainer = await enters('Tomi Siregar', PHONE);
      await trainer.goTo(`${activity}/check-in`);
      await trainer.page.getByLabel(/Participant’s code/).fill(code.toLowerCase());
      await trainer.page.getByRole('button', { name: 'Check', exact: true }).click();
      await trainer.page.getByText('Come in').waitFor();
      expect(await trainer.faults('door')).toEqual([]);
      await trainer.page.getByRole('button', { name: 'Next' }).click();
      await trainer.page.getByLabel(/Participant’s code/).fill(code);
      await trainer.page.getByRole('button', { name: 'Check', exact: true }).click();
      await trainer.page.getByText('Already in').waitFor();

      await applicant.goTo('/credits');
      await page.getByText('8 credit hours').first().waitFor();
      expect(await applicant.faults('credits')).toEqual([]);
    },
  );

  step('a stranger checks the certificate, and its PDF and credential can be downloaded', async () => {
    const { page } = applicant;
    await applicant.goTo('/certificates');
    await page.getByRole('link', { name: /Manual therapy of the spine/ }).click();
    await page.getByText('Valid', { exact: true }).first().waitFor();
    expect(await applicant.faults('certificate')).toEqual([]);
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
    const code = await page
      .getByText(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/)
      .first()
      .textContent();
    const [written] = /([A-Z2-9]{4}-){3}[A-Z2-9]{4}/.exec(code ?? '') ?? [''];
    const stranger = await PersonAtBrowser.open(browser, portal, PHONE_BY_NIGHT);
    people.push(stranger);
    await stranger.goTo(`/check/${written}`);
    await stranger.page.getByRole('heading', { level: 1, name: 'Valid' }).waitFor();
    expect(await stranger.faults('certificate-check')).toEqual([]);
  });
});
