import { chromium, type Browser } from 'playwright-core';
import type { Look } from '../../../support/look';
import { PersonAtBrowser } from '../../../support/persona';
import { startPortal, type Portal } from '../../../support/portal';

const PHONE: Look = { language: 'en', theme: 'light', width: 390 };
const DESK: Look = { language: 'en', theme: 'dark', width: 1440 };

describe('a volunteer', () => {
  let portal: Portal;
  let browser: Browser;
  const people: PersonAtBrowser[] = [];

  beforeAll(async () => {
    portal = await startPortal();
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await Promise.all(people.map((person) => person.close()));
    await browser.close();
    await portal.close();
  });

  async function enters(name: string, look: Look): Promise<PersonAtBrowser> {
    const person = await PersonAtBrowser.open(browser, portal, look);
    people.push(person);
    await person.signInAs(name);
    return person;
  }

  it('offers interest, time and a promise, is accepted by an officer, and is a member at once', async () => {
    const volunteer = await enters('Bening Pratiwi', PHONE);
    const { page } = volunteer;
    await volunteer.goTo('/apply');
    await page.getByRole('link', { name: 'Healthy Movement Volunteers' }).click();
    await page.getByText('There are no documents to upload.').waitFor();
    expect(await volunteer.faults('volunteer-start')).toEqual([]);
    await page.getByRole('button', { name: 'Start application' }).click();
    await page.getByText('Do them in any order').waitFor();
    // The same task list as for professionals, with what this group asks and nothing else.
    const sections = page.getByRole('list', { name: 'Sections of the application' }).getByRole('link');
    expect(await sections.allTextContents()).toEqual(
      ['Your details', 'Interest', 'Your time', 'Commitment'].map((title) => expect.stringContaining(title)),
    );

    const open = async (title: string): Promise<void> => {
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    };
    const leave = async (name: string): Promise<void> => {
      expect(await volunteer.faults(name)).toEqual([]);
      await page.getByRole('button', { name: 'Save and go back to the list' }).click();
      await page.getByText('Do them in any order').waitFor();
    };
    await open('Your details');
    await page.getByLabel('Phone number').fill('0812 3456 7890');
    await leave('volunteer-details');
    await open('Interest');
    await page.getByLabel('Disaster relief').check();
    await page.getByLabel('Health').check();
    await leave('volunteer-interest');
    await open('Your time');
    await page.getByLabel('Hours per week').fill('6');
    await page.getByLabel('Saturday').check();
    await leave('volunteer-time');
    await open('Commitment');
    await page.getByLabel('I agree, and I will do so').check();
    await leave('volunteer-commitment');

    await page.getByRole('link', { name: 'Check your answers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    await page.getByText('Disaster relief').waitFor();
    await page.getByRole('button', { name: 'Submit application' }).click();
    await page.getByRole('heading', { level: 1, name: 'Application sent' }).waitFor();
    const [id] = /[0-9a-f-]{36}/.exec(page.url()) ?? [''];

    const officer = await enters('Vino', DESK);
    await officer.goTo(`/review/${id}`);
    await officer.page.getByRole('heading', { name: 'Requirements' }).waitFor();
    await officer.page.getByText('Disaster relief').first().waitFor();
    expect(await officer.faults('volunteer-case')).toEqual([]);
    await officer.page.getByRole('link', { name: 'Decide', exact: true }).click();
    await officer.page.getByLabel('Approve', { exact: true }).check();
    await officer.page
      .getByRole('group', { name: /Reasons/ })
      .getByRole('checkbox')
      .first()
      .check();
    await officer.page.getByLabel(/no conflict of interest/).check();
    await officer.page.getByRole('button', { name: 'Approve application' }).click();
    await officer.page.getByRole('dialog').getByRole('button', { name: 'Approve application' }).click();
    await officer.page
      .getByRole('heading', { level: 1, name: 'Why this application was approved' })
      .waitFor();

    // No code of ethics binds volunteers: nothing is left to do.
    await volunteer.goTo('/memberships');
    await page
      .getByText(/RGS-\d{4}/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Read the code of ethics' }).count()).toBe(0);
    expect(await volunteer.faults('volunteer-card')).toEqual([]);
  });
});
