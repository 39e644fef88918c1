import { chromium, type Browser, type Page } from 'playwright-core';
import type { Look } from '../../../support/look';
import { PersonAtBrowser } from '../../../support/persona';
import { startPortal, type Portal } from '../../../support/portal';

const PHONE: Look = { language: 'en', theme: 'light', width: 390 };
const NIGHT: Look = { language: 'en', theme: 'dark', width: 390 };
const DESK: Look = { language: 'en', theme: 'light', width: 1440 };
const HOUR = 3_600_000;
/** Where an hour from now is still today, as the door opens with the day of the session. */
const { zone: ZONE, name: ZONE_NAME }: { zone: string; name: string } =
  Number(timeOf(Date.now(), 'Asia/Jakarta').slice(0, 2)) < 22
    ? { zone: 'Asia/Jakarta', name: 'WIB' }
    : { zone: 'Asia/Jayapura', name: 'WIT' };
const TITLE = 'Breathing exercises for one';

describe('an activity from its form to the door', () => {
  let portal: Portal;
  let browser: Browser;
  let trainer: PersonAtBrowser;
  let activity: string;
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

  let failed = false;
  /** Each step stands on those before it: after one has failed, the rest would only say so again. */
  function step(name: string, act: () => Promise<void>): void {
    it(name, async () => {
      if (failed) throw new Error('A step before this one failed.');
      failed = true;
      await act();
      failed = false;
    });
  }

  step('the trainer makes it in the form, chooses who trains, and opens it', async () => {
    trainer = await enters('Tomi Siregar', DESK);
    const { page } = trainer;
    await trainer.goTo('/office/activities/new');
    const draft = page.getByRole('button', { name: 'Save draft' });
    await draft.click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.title()).toMatch(/^Error:/);

    await page.getByLabel('Organising group').selectOption({ index: 1 });
    await page.getByLabel('Kind of activity').selectOption({ label: 'Workshop' });
    await page.getByLabel('Title in Indonesian').fill('Latihan napas untuk satu orang');
    await page.getByLabel('Title in English').fill(TITLE);
    await page.getByLabel(/^Trainer/).fill('tomi');
    await page.getByRole('button', { name: /^Tomi Siregar/ }).click();
    await page.getByText('Trainer: Tomi Siregar').waitFor();
    await page.getByLabel(/^Place/).fill('Aula RSUD Kota Bandung');
    await page.getByLabel('Time zone').selectOption({ label: ZONE_NAME });
    const now = Date.now();
    await fillMoment(page, 'Registration opens', now - 24 * HOUR);
    await fillMoment(page, 'Registration closes', now + HOUR);
    await fillDay(page, 'Day', now + HOUR);
    await page.getByLabel('Start', { exact: true }).fill(timeOf(now + HOUR));
    await page.getByLabel('End', { exact: true }).fill(timeOf(now + 3 * HOUR));
    await page.getByLabel('Number of places').fill('1');
    await page.getByLabel('Practice').fill('2');
    expect(await trainer.faults('activity-form')).toEqual([]);
    await draft.click();
    await page.getByRole('heading', { level: 1, name: 'Edit activity' }).waitFor();
    await page.getByText('Trainer: Tomi Siregar').waitFor();
    activity = `/activities/${new URL(page.url()).pathname.split('/')[3]}`;

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('The activity is published.').waitFor();
  });

  step(
    'it is full with one; the next sees the turn, and gets the place the moment it comes free',
    async () => {
      const ana = await enters('Ana Lestari', PHONE);
      await ana.goTo(activity);
      await ana.page.getByText('1 place left').waitFor();
      await ana.page.getByRole('button', { name: 'Register', exact: true }).click();
      await ana.page.getByText('Show this code at the door.').waitFor();

      const bening = await enters('Bening Pratiwi', NIGHT);
      await bening.goTo(activity);
      await bening.page.getByText('0 places left').waitFor();
      await bening.page.getByRole('button', { name: 'Join the waitlist' }).click();
      await bening.page.getByText('Number 1 in line').waitFor();
      expect(await bening.faults('waitlisted')).toEqual([]);

      await ana.goTo(activity);
      await ana.page.getByText('1 waiting').waitFor();
      await ana.page.getByRole('button', { name: 'Cancel registration' }).click();
      const dialog = ana.page.getByRole('dialog');
      await dialog.getByText('passes at once to the one person who waits').waitFor();
      await dialog.getByRole('button', { name: 'Cancel registration' }).click();
      // The one who gave the place back is a guest like any other: the place is taken again.
      await ana.page.getByRole('button', { name: 'Join the waitlist' }).waitFor();
      await ana.page.getByText('0 places left').waitFor();
      expect(await ana.faults('given-back')).toEqual([]);

      await bening.goTo(activity);
      await bening.page.getByText('Show this code at the door.').waitFor();
      await bening.goTo('/registrations');
      await bening.page.getByRole('link', { name: TITLE }).waitFor();
      expect(await bening.page.getByText('Number 1 in line').count()).toBe(0);
      expect(await bening.faults('registrations')).toEqual([]);
    },
  );

  step('at the door a tap too many is taken back, and the right one counts', async () => {
    const door = await enters('Tomi Siregar', PHONE);
    const { page } = door;
    await door.goTo(`${activity}/check-in`);
    await page.getByText('0 of 1 in').waitFor();
    const admit = async (): Promise<void> => {
      await page.getByLabel('Search by name').fill('bening');
      await page.getByRole('button', { name: /Bening Pratiwi/ }).click();
      await page.getByRole('heading', { name: 'Come in' }).waitFor();
    };
    await admit();
    expect(await door.faults('door-in')).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('0 of 1 in').waitFor();
    await admit();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('1 of 1 in').waitFor();

    await door.goTo(`${activity}/roster`);
    await page.getByText('Attended 1 of 1 sessions').waitFor();
    expect(await door.faults('roster')).toEqual([]);
    const bening = people[2] as PersonAtBrowser;
    await bening.goTo('/credits');
    await bening.page.getByText('2 credit hours').first().waitFor();
  });
});

/** The parts of an instant on the wall clock of the activity. */
function partsOf(instant: number): { year: string; month: string; day: string } {
  const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE })
    .format(instant)
    .split('-');
  return { year, month, day };
}

function timeOf(instant: number, zone: string = ZONE): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
    .format(instant)
    .replace(':', '.');
}

async function fillDay(page: Page, label: string, instant: number): Promise<void> {
  const group = page.getByRole('group', { name: label, exact: true });
  const { year, month, day } = partsOf(instant);
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

async function fillMoment(page: Page, label: string, instant: number): Promise<void> {
  await fillDay(page, label, instant);
  const id = label.endsWith('opens') ? 'opens' : 'closes';
  await page.locator(`input[name="${id}-time"]`).fill(timeOf(instant));
}
