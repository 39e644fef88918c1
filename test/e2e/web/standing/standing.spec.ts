import { randomUUID } from 'node:crypto';
import { plusDays } from '@himpun/kernel';
import { anAdmittingGroup, CODE, type AdmittingGroup } from '../../../support/admission';
import { LICENCE } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, type Look } from '../../../support/look';
import { aMember, type TestMember } from '../../../support/members';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const SHOWN = process.env.HIMPUN_SCREENSHOTS ? LOOKS.slice(0, 4) : LOOKS.slice(0, 2);
const DESK: Look = { language: 'en', theme: 'light', width: 1440 };

describe('members’ credentials and the next edition of the code', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;
  let member: TestMember;
  beforeAll(async () => {
    portal = await startWebPortal();
    const { api } = portal;
    group = await anAdmittingGroup(api);
    officer = await signedIn(api, { fullName: 'Sari Handayani' });
    await grantPowers(api, String(officer.personId), group.groupId, [
      'applications.decide',
      'ethics.publish',
    ]);
    member = await aMember(
      api,
      group,
      { fullName: 'Ana Lestari', claims: [LICENCE], as: portal.asBrowser },
      async () => undefined,
    );
    await aMember(api, group, { fullName: 'Budi Santoso' }, async () => undefined);
    await api.db.query(
      `INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on)
       VALUES ($1, $2, $3, $4, 'authority_register', $5, $6)`,
      [
        ...[randomUUID(), api.clock.now(), member.credentialIds[0], group.groupId, member.checkIds[0]],
        plusDays('2026-11-21', 20),
      ],
    );
    await api.db.query(
      `INSERT INTO standing_cases (id, created_at, membership_id, credential_id, check_id, change, proposal, rule_version)
       VALUES ($1, $2, $3, $4, $5, 'revoked', 'suspension', 0)`,
      [randomUUID(), api.clock.now(), member.membershipId, member.credentialIds[0], member.checkIds[0]],
    );
    const clauses = [
      { ...CODE.clauses[0], text: { id: 'Selalu jujur.', en: 'Always be honest.' } },
      ...CODE.clauses.slice(1),
    ];
    const published = await (
      await portal.asBrowser(officer)
    ).post(`/api/groups/${group.groupId}/codes`, {
      ...{ ...CODE, clauses, acknowledgeBy: '2026-12-21' },
      changes: { id: 'Pasal 1 lebih tegas.', en: 'Clause 1 is firmer.' },
    });
    expect(published.status).toBe(201);
  });
  afterAll(() => portal.close());

  it.each(SHOWN)(
    'read well ($language, $theme, $width px)',
    async (look) => {
      const faults: string[] = [];
      const pages: [TestClient, string, string][] = [
        [officer, '/standing', 'cases'],
        [officer, '/standing?tab=expiring&within=30', 'expiring'],
        [officer, '/office/code', 'office-code'],
        [member.person, '/', 'home'],
        [member.person, `/groups/${group.groupId}/code`, 'code'],
      ];
      for (const [person, path, name] of pages) {
        const page = await portal.open(person, path, look);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        for (const summary of await page.locator('main details summary').all()) await summary.click();
        faults.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
        if (await scrollsSideways(page)) faults.push(`${path} scrolls sideways`);
        await picture(page, `standing-${name}`, look);
        await page.close();
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('let an officer find what ends soon by the address, and decide a case with a reason', async () => {
    const page = await portal.open(officer, '/standing?tab=expiring&within=30', DESK);
    await page.getByText('20 days left').waitFor();
    expect(await page.locator('main nav [aria-current=page]').allInnerTexts()).toEqual(['Ending soon']);
    await page.goto(`${portal.api.url}/standing?tab=expiring&within=7`);
    await page.getByText('No credential ends within 7 days.').waitFor();
    await page.getByRole('link', { name: 'Open cases' }).click();
    await page.getByRole('button', { name: 'Decide about Ana Lestari' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByRole('dialog').getByText('Give your reason').first().waitFor();
    await page.getByLabel('Suspend the membership').check();
    await page.getByLabel('Reason').fill('The register says revoked.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByText('No open cases').waitFor();
    const [row] = await portal.api.db.query(
      'SELECT status FROM membership_periods WHERE membership_id = $1 ORDER BY starts_at DESC, ends_at NULLS FIRST LIMIT 1',
      [member.membershipId],
    );
    expect(row).toEqual({ status: 'suspended' });
  });

  it('lead a member from the task on the home page over what changed to the acknowledgement', async () => {
    const page = await portal.open(member.person, '/', DESK);
    await page.getByText('Acknowledge the code of ethics, edition 2').waitFor();
    await page.getByRole('link', { name: 'Read the code' }).click();
    await page.getByText('Clause 1 is firmer.').waitFor();
    await page.getByText('Show 1 clause, old and new').click();
    expect(await page.locator('ins').first().innerText()).toMatch(/Always/);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Acknowledge the code' }).click();
    await page.getByText('You have acknowledged it').waitFor();
  });

  it('let an officer see who is missing and publish the next edition', async () => {
    const page = await portal.open(officer, '/office/code', DESK);
    await page.getByText('1 of 2 members have acknowledged this edition; 1 are missing.').waitFor();
    await page.getByRole('button', { name: 'Publish a new edition' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What changed, in Indonesian').fill('Pasal 2 baru.');
    await dialog.getByLabel('What changed, in English').fill('Clause 2 is new.');
    for (const [part, value] of [
      ['Day', '15'],
      ['Month', '1'],
      ['Year', '2027'],
    ] as const) {
      await dialog.getByLabel(part, { exact: true }).fill(value);
    }
    await dialog.getByLabel('Text, English').nth(1).fill('Never stop learning.');
    await dialog.getByRole('button', { name: 'Publish this edition' }).click();
    await page.getByText('0 of 2 members have acknowledged this edition; 2 are missing.').waitFor();
  });
});
