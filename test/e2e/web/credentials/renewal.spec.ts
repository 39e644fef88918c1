import { randomUUID } from 'node:crypto';
import { CheckRuns } from '@himpun/credentials';
import { plusDays } from '@himpun/kernel';
import { RenewalWatch } from '@himpun/membership';
import { anAdmittingGroup, asks, type AdmittingGroup } from '../../../support/admission';
import { LICENCE } from '../../../support/claims';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, WALKED_LOOKS, type Look } from '../../../support/look';
import { aMember, type TestMember } from '../../../support/members';
import { aRegister, imported } from '../../../support/registers';
import { aPdf } from '../../../support/sample-files';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const DESK = LOOKS[2] as Look;

describe('one’s own credentials', () => {
  let portal: WebPortal;
  let group: AdmittingGroup;
  let officer: TestClient;
  let member: TestMember;
  beforeAll(async () => {
    portal = await startWebPortal();
    const { api } = portal;
    group = await anAdmittingGroup(api, [asks.licence]);
    officer = await portal.asBrowser(await signedIn(api, { fullName: 'Sari Handayani' }));
    const powers = ['registers.import', 'licences.check', 'applications.decide'];
    await grantPowers(api, String(officer.personId), group.groupId, powers);
    const csv =
      'number,name,profession,status,valid_until\nPT-500,Ana Lestari,Fisioterapis,active,2031-12-31\n';
    await imported(api, officer, await aRegister(api, group.groupId), csv);
  });
  beforeEach(async () => {
    await portal.api.flushRedis();
    member = await aMemberWhoseLicenceEnds();
  });
  afterAll(() => portal.close());

  async function aMemberWhoseLicenceEnds(): Promise<TestMember> {
    const { api } = portal;
    const until = plusDays('2026-11-21', 20);
    const made = await aMember(
      api,
      group,
      { claims: [{ ...LICENCE, validUntil: until }], as: portal.asBrowser },
      async () => undefined,
    );
    for (const id of made.checkIds) await api.app.get(CheckRuns, { strict: false }).run(id, 8);
    await api.db.query(
      `INSERT INTO credential_watches (id, created_at, credential_id, group_id, source, check_id, expires_on)
       VALUES ($1, $2, $3, $4, 'authority_register', $5, $6)`,
      [randomUUID(), api.clock.now(), made.credentialIds[0], group.groupId, made.checkIds[0], until],
    );
    return made;
  }
  /** What a worker does: asks the sources, and weighs what they say. */
  async function checked(): Promise<void> {
    const { api } = portal;
    const open: { id: string; origin: string }[] = await api.db.query(
      `SELECT id, origin_id AS origin FROM checks WHERE origin_type = 'renewal' AND ended_at IS NULL`,
    );
    for (const { id } of open) await api.app.get(CheckRuns, { strict: false }).run(id, 1);
    for (const { origin } of open) await api.app.get(RenewalWatch, { strict: false }).weigh(origin);
  }

  it.each(WALKED_LOOKS)(
    'are renewed from the task on the home page, and confirmed by themselves ($language, $theme, $width px)',
    async (look) => {
      const word = (id: string, en: string) => (look.language === 'id' ? id : en);
      const page = await portal.open(member.person, '/', look);
      await page
        .getByRole('main')
        .getByRole('link', { name: word('Perpanjang', 'Renew'), exact: true })
        .click();
      await page
        .getByRole('heading', { level: 1, name: word('Kredensial saya', 'My credentials') })
        .waitFor();
      await page.getByText(word('Riwayat', 'What has happened'), { exact: true }).click();
      await looksRight('credentials');
      await page.getByRole('link', { name: word('Perpanjang', 'Renew'), exact: true }).click();
      await page.locator('[name=number]').fill('PT-500');
      const until = page.getByRole('group', { name: word('Berlaku sampai', 'Valid until') });
      for (const [place, value] of ['31', '12', '2031'].entries()) {
        await until.getByRole('textbox').nth(place).fill(value);
      }
      await looksRight('renewal');
      await page.getByRole('button', { name: word('Kirim untuk diperiksa', 'Send for checking') }).click();
      await page
        .getByText(word('Perpanjangan Anda sedang diperiksa', 'Your renewal is being checked'))
        .first()
        .waitFor();
      await checked();
      await page.getByText(word('Sudah diperpanjang', 'Renewed'), { exact: true }).waitFor();
      await looksRight('credentials-renewed');
      await page.context().close();

      async function looksRight(name: string): Promise<void> {
        await page.waitForLoadState('networkidle');
        expect(await axeFaults(page)).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
        await picture(page, `own-${name}`, look);
      }
    },
  );

  it('that no source knows are confirmed by an officer, who sees the evidence', async () => {
    const { api } = portal;
    const { body } = await member.person.post<{ id: string; version: number }>(
      `/api/credentials/${member.credentialIds[0]}/renewals`,
    );
    const file = { name: 'str.pdf', type: 'application/pdf', bytes: await aPdf() };
    const uploaded = await member.person.upload<{ id: string }>('/api/files?purpose=evidence', file);
    await member.person.put(`/api/credentials/${body.id}/evidence/${uploaded.body.id}`, {});
    const change = { number: 'PT-777', validUntil: '2031-12-31' };
    await member.person.patch(`/api/credentials/${body.id}`, change, { 'If-Match': `"${body.version}"` });
    expect((await member.person.post(`/api/credentials/${body.id}/presentation`)).status).toBe(201);
    await checked();

    const page = await portal.open(officer, '/standing', DESK);
    await page.getByRole('link', { name: 'Look at the renewal of Ana Lestari' }).click();
    await page.getByRole('link', { name: 'str.pdf' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'renewal-case', DESK);
    await page.getByLabel('Set another outcome').check();
    await page.getByLabel('Outcome that counts').selectOption('match');
    await page.getByLabel('Reason', { exact: true }).fill('Seen in the original.');
    await page.getByRole('button', { name: 'Save your word' }).click();
    await page.getByText('Your word on the check was saved.').waitFor();
    const [row]: { origin: string }[] = await api.db.query(
      `SELECT origin_id AS origin FROM checks WHERE credential_id = $1`,
      [body.id],
    );
    await api.app.get(RenewalWatch, { strict: false }).weigh(String(row?.origin));
    await page.goto(`${api.url}/standing`);
    await page.getByText('No open cases').waitFor();
    await page.context().close();
  });
});
