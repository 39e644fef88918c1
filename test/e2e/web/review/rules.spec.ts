import { anApplication, anOfferedLicence } from '../../../support/admission';
import { grantPowers } from '../../../support/client';
import { WALKED_LOOKS } from '../../../support/look';
import { Desk } from './desk';

describe('changing the rule of a grade', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  beforeEach(() => desk.renew());
  afterAll(() => desk.close());

  it.each(WALKED_LOOKS)(
    'shows what becomes of open cases before it is published, and moves them as chosen ($language, $theme, $width px)',
    async (look) => {
      const isIndonesian = look.language === 'id';
      await grantPowers(desk.api, String(desk.sari.personId), desk.group.groupId, ['rules.publish']);
      const waiting = await anApplication(desk.api, desk.group, { fullName: 'Kirana Dewi' });
      await anOfferedLicence(desk.api, desk.group, waiting, { outcome: 'mismatch' });
      const page = await desk.page(desk.sari, '/rules', look);
      await page
        .getByRole('main')
        .getByRole('link', { name: isIndonesian ? /Anggota biasa/ : /Full member/ })
        .click();
      await page
        .getByRole('radio', { name: 'Panel' })
        .or(page.getByRole('radio', { name: 'A panel' }))
        .check();
      await page
        .getByRole('checkbox', { name: isIndonesian ? /Lisensi praktik/ : /Practice licence/ })
        .uncheck();
      await page
        .getByRole('button', { name: isIndonesian ? 'Lihat yang berubah' : 'See what changes' })
        .click();
      await page.getByText('Kirana Dewi').or(page.getByText('Ben Pratama')).first().waitFor();
      await page.getByRole('radio', { name: isIndonesian ? /Semua dipindahkan/ : /All move/ }).check();
      await desk.looksRight(page, 'rule-preview', look);
      const publish = isIndonesian ? 'Terbitkan' : 'Publish';
      await page.getByRole('button', { name: publish, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: publish, exact: true }).click();
      await page.getByText(isIndonesian ? 'Aturan versi 2' : 'Rule version 2', { exact: true }).waitFor();
      const [row] = await desk.api.db.query(
        'SELECT r.version, r.decision FROM applications a JOIN admission_rules r ON r.id = a.rule_id WHERE a.id = $1',
        [waiting.id],
      );
      expect(row).toMatchObject({ version: 2, decision: { kind: 'panel', size: 3, quorum: 2 } });
      await page.context().close();
    },
  );

  it.each(WALKED_LOOKS)('arranges the desk of a group ($language, $theme, $width px)', async (look) => {
    const say = (id: string, en: string) => (look.language === 'id' ? id : en);
    await grantPowers(desk.api, String(desk.sari.personId), desk.group.groupId, ['rules.publish']);
    const page = await desk.page(desk.sari, '/rules', look);
    await page
      .getByRole('main')
      .getByRole('link', { name: say('Hari yang dijanjikan dan hari libur', 'Promised days and holidays') })
      .click();
    await page.getByText(say('Hari Natal', 'Christmas Day')).first().waitFor();
    await page.getByLabel(say('Hari kerja untuk pemeriksaan', 'Working days for checking')).fill('2');
    await page
      .getByLabel(say('Hari kerja untuk penilaian petugas', 'Working days for an officer’s look'))
      .fill('5');
    const closed = page.getByLabel(say('Tutup juga pada hari ini', 'Closed on these days too'));
    await closed.fill('akhir tahun');
    const keep = page.getByRole('button', { name: say('Simpan pengaturan', 'Keep the settings') });
    await keep.click();
    await page.getByRole('alert').getByText('2026-12-31').waitFor();
    await desk.looksRight(page, 'desk-settings-fault', look);
    await closed.fill('2026-12-31 Tutup buku');
    await keep.click();
    await page.getByText(say('Pengaturan tersimpan.', 'The settings are kept.')).waitFor();
    await desk.looksRight(page, 'desk-settings', look);
    const [row] = await desk.api.db.query(
      `SELECT d.checking_days AS checking, d.judging_days AS judging, o.day::text AS day
       FROM review_desks d JOIN desk_days o ON o.group_id = d.group_id WHERE d.group_id = $1`,
      [desk.group.groupId],
    );
    expect(row).toEqual({ checking: 2, judging: 5, day: '2026-12-31' });
    await page.context().close();
  });
});
