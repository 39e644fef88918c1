import type { Locator, Page } from 'playwright-core';
import type { JsonObject } from '@himpun/signatures';
import type { PersonAtBrowser } from '../../../support/persona';
import { aPdf } from '../../../support/sample-files';

/** The three credential pages, each filled, saved and left by the way back to the list. */
export async function fillCredentials(applicant: PersonAtBrowser, diploma: JsonObject): Promise<void> {
  const { page } = applicant;
  const open = async (title: string): Promise<void> => {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: 'Start filling in' }).click();
  };
  const leave = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Check and save' }).click();
    await page.getByText('Saved.', { exact: true }).first().waitFor();
    expect(await applicant.faults(name)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the task list' }).click();
    await page.getByText('Do them in any order').waitFor();
  };
  const input = (label: string | RegExp): Locator =>
    page.getByRole('group', { name: label }).locator('input[type=file]').first();
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

  await open('Physiotherapy education');
  await page.getByText('I have a signed digital credential').click();
  await input('Digital credential').setInputFiles(
    file('ijazah.json', 'application/json', Buffer.from(JSON.stringify(diploma))),
  );
  await page.getByRole('heading', { name: 'This credential says' }).waitFor();
  await page.getByText('Universitas Contoh').first().waitFor();
  await page.getByLabel(/^University or school/).fill('Universitas Contoh');
  await page.getByLabel(/^Level/).selectOption({ label: 'S1 or D4 (bachelor)' });
  await page.getByLabel(/^Field or programme/).fill('Fisioterapi');
  await fillDate(page.getByRole('group', { name: /^Date of graduation/ }), ['1', '8', '2020']);
  await input(/^Evidence/).setInputFiles(
    file('ijazah.pdf', 'application/pdf', await aPdf({ text: 'Ijazah Bening Pratiwi' })),
  );
  await page.getByRole('link', { name: /ijazah\.pdf/ }).waitFor();
  await leave('education');

  await open('Licence to practise (STR)');
  await page.getByLabel(/^Licence or registration number/).fill('3201 8890 2024');
  await leave('licence');

  await open('Practice experience');
  await page.getByLabel(/^Employer/).fill('RSUD Kota Bandung');
  await page.getByLabel(/^Role/).fill('Fisioterapis');
  await fillDate(page.getByRole('group', { name: /^First day/ }), ['1', 'September', '2020']);
  await leave('experience');
}

/** What no source could answer waits for a person, opened already: the officer records what was seen. */
export async function recordWhatWasSeen(page: Page): Promise<void> {
  const form = page.locator('form').filter({ hasText: 'Record what you found' });
  await form.getByLabel('Outcome that counts').selectOption('match');
  await form.getByRole('textbox', { name: 'Reason' }).fill('Letter of employment seen at the counter.');
  await form.getByRole('button', { name: 'Save your word' }).click();
  await page.getByText('Your word on the check was saved.').first().waitFor();
}

export async function fillDate(group: Locator, [day, month, year]: [string, string, string]): Promise<void> {
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

/** By the API, from the officer's own page: the pages of issuers have their own test. */
export async function trust(page: Page, issuer: string): Promise<number> {
  return page.evaluate(async (did) => {
    const groups = (await (await fetch('/api/directory/groups')).json()) as { id: string }[];
    const answer = await fetch('/api/trusted-issuers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        groupId: groups[0]?.id,
        issuer: did,
        name: 'Universitas Contoh',
        kinds: ['education'],
        reason: 'Rapat 12',
      }),
    });
    return answer.status;
  }, issuer);
}
