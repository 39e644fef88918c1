import type { Page } from 'playwright-core';
import { anAdmittingGroup, anApplication, anOfferedLicence, asks } from '../../../support/admission';
import { byLink, REGISTRAR, sentToken } from '../../../support/attestations';
import { grantPowers, signedIn, type TestClient } from '../../../support/client';
import { axeFaults, LOOKS, picture, scrollsSideways, type Look } from '../../../support/look';
import { startWebPortal, type WebPortal } from '../../../support/web-portal';

const CLAIM = {
  kind: 'licence',
  holderName: 'Ben Pratama',
  authority: 'Universitas Gadjah Mada',
  profession: 'Fisioterapis',
  number: 'STR-1',
};
const SHOWN = [LOOKS[2], LOOKS[4], LOOKS[1]] as Look[];

describe('an officer at a case', () => {
  let portal: WebPortal;
  beforeAll(async () => {
    portal = await startWebPortal();
  });
  beforeEach(() => portal.api.flushRedis());
  afterAll(() => portal.close());

  async function aCase(): Promise<{ id: string; checkId: string; officers: TestClient[] }> {
    const { api } = portal;
    const group = await anAdmittingGroup(api, [asks.licence]);
    const application = await anApplication(api, group);
    const waits = { outcome: 'mismatch', action: 'needs_person' };
    const { checkId } = await anOfferedLicence(api, group, application, waits);
    await api.db.query('UPDATE checks SET claim = $2 WHERE id = $1', [checkId, JSON.stringify(CLAIM)]);
    await api.db.query(
      `INSERT INTO verification_rules (id, created_at, group_id, version, link_days, reminder_days, ask_issuer_for, two_readers_for, reason)
       VALUES (gen_random_uuid(), now(), $1, 1, 14, '{5,10}', '{}', '{licence}', 'Rapat')`,
      [group.groupId],
    );
    const officers = [
      await signedIn(api, { fullName: 'Bima Petugas' }),
      await signedIn(api, { fullName: 'Citra Petugas' }),
    ];
    for (const { personId } of officers) {
      await grantPowers(api, String(personId), group.groupId, ['applications.review', 'licences.check']);
    }
    return { id: application.id, checkId, officers };
  }
  async function faultless(page: Page, name: string, look: Look): Promise<void> {
    await picture(page, name, look);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }

  it.each(SHOWN)('asks the institution and reads its answer ($language, $theme, $width px)', async (look) => {
    const say = (id: string, en: string): string => (look.language === 'id' ? id : en);
    const { id, officers } = await aCase();
    const page = await portal.open(officers[0] as TestClient, `/review/${id}`, look);
    const ask = page.getByRole('button', { name: say('Tanya lembaga penerbit', 'Ask the institution') });
    await ask.first().click();
    await page
      .getByLabel(say('Alamat surel di lembaga', 'E-mail address at the institution'))
      .fill('ugm@gmail.com');
    const send = page.getByRole('button', { name: say('Kirim pertanyaan', 'Send the question') });
    await send.click();
    await page.getByText(say('layanan surel umum', 'public mail service')).first().waitFor();
    await faultless(page, 'officer-ask', look);
    await page
      .getByLabel(say('Alamat surel di lembaga', 'E-mail address at the institution'))
      .fill(REGISTRAR);
    await send.click();
    await page.getByText(say('Surel dalam perjalanan', 'Mail on its way')).waitFor();
    const [row] = await portal.api.db.query(
      'SELECT a.id FROM attestations a JOIN checks k ON k.id = a.check_id WHERE k.origin_id = $1',
      [id],
    );
    await byLink(portal.api, await sentToken(portal.api, row.id)).answer({
      verdict: 'no',
      name: 'Dewi Registrasi',
      office: 'Registrar',
      remark: 'Nomor tidak dikenal',
    });
    await page.reload();
    await page.getByText('Nomor tidak dikenal').first().waitFor();
    await faultless(page, 'officer-answer', look);
  });

  it.each(SHOWN)(
    'verifies by himself, and a colleague reads it ($language, $theme, $width px)',
    async (look) => {
      const say = (id: string, en: string): string => (look.language === 'id' ? id : en);
      const { id, checkId, officers } = await aCase();
      const page = await portal.open(officers[0] as TestClient, `/review/${id}`, look);
      await page
        .getByRole('button', { name: say('Catat pemeriksaan', 'Record your own') })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('Bagaimana Anda', 'How did you')).selectOption('telephone');
      await dialog.getByLabel(say('Tanggal', 'Day'), { exact: true }).fill('20');
      await dialog.getByLabel(say('Bulan', 'Month'), { exact: true }).fill('11');
      await dialog.getByLabel(say('Tahun', 'Year'), { exact: true }).fill('2026');
      await dialog.getByLabel(say('Dengan siapa?', 'With whom?')).fill('Dewi, Registrar');
      await dialog
        .getByLabel(say('Nomor atau alamat yang', 'Number or address that'))
        .fill('stikes@gmail.com');
      await dialog.getByLabel(say('Di mana Anda', 'Where did you')).fill('Situs resmi');
      await dialog.getByLabel(say('Apa yang Anda', 'What did you')).selectOption('match');
      await dialog.getByLabel(say('Yang dikatakan', 'What was said')).fill('Nomornya benar.');
      await faultless(page, 'officer-verification', look);
      const save = dialog.getByRole('button', { name: say('Simpan', 'Save'), exact: true });
      await save.click();
      await dialog.getByLabel(say('Saya sudah membaca', 'I have read the warning')).check();
      await save.click();
      await page.getByText(say('Menunggu pembaca kedua', 'Waits for a second reader')).waitFor();
      await faultless(page, 'officer-awaiting', look);

      const other = await portal.open(officers[1] as TestClient, `/review/${id}`, look);
      await other.getByLabel(say('Ya, ini berlaku', 'Yes, it counts')).check();
      const form = other.locator('form', { has: other.getByLabel(say('Ya, ini berlaku', 'Yes, it counts')) });
      await form.getByLabel(say('Alasan', 'Reason')).fill('Nomornya dari situs resmi.');
      await faultless(other, 'officer-reading', look);
      await form.getByRole('button', { name: say('Simpan', 'Save') }).click();
      await other.getByText(say('Citra Petugas setuju', 'Citra Petugas agreed')).waitFor();
      const [check] = await portal.api.db.query('SELECT outcome, action FROM checks WHERE id = $1', [
        checkId,
      ]);
      expect(check).toEqual({ outcome: 'match', action: 'done' });
    },
  );
});
