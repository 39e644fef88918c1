import type { Bilingual, LocalDate, Reason } from '@himpun/kernel';

const reason = (code: string, id: string, en: string): Reason => ({ code, text: { id, en } });

/** Every sentence a requirement answers with, in one place. */
export const reasons = {
  missing: (what: Bilingual): Reason =>
    reason('missing', `Belum diisi: ${what.id}.`, `Not filled in yet: ${what.en}.`),
  unfinished: (): Reason =>
    reason(
      'claim_unfinished',
      'Data kredensial ini belum lengkap.',
      'The data of this credential are not complete.',
    ),
  evidenceMissing: (): Reason =>
    reason(
      'evidence_missing',
      'Unggah bukti untuk kredensial ini (PDF, JPEG, atau PNG).',
      'Upload evidence for this credential (PDF, JPEG or PNG).',
    ),
  levelTooLow: (needed: number): Reason =>
    reason(
      'level_too_low',
      `Jenjang minimal adalah KKNI ${needed}; yang Anda isi lebih rendah.`,
      `The lowest accepted level is KKNI ${needed}; yours is lower.`,
    ),
  fieldNotAccepted: (fields: readonly string[]): Reason =>
    reason(
      'field_not_accepted',
      `Bidang yang diterima: ${fields.join(', ')}.`,
      `Accepted fields: ${fields.join(', ')}.`,
    ),
  otherAuthority: (authority: string): Reason =>
    reason(
      'other_authority',
      `Lisensi harus diterbitkan oleh ${authority}.`,
      `The licence must be issued by ${authority}.`,
    ),
  otherProfession: (profession: string): Reason =>
    reason(
      'other_profession',
      `Lisensi harus untuk profesi ${profession}.`,
      `The licence must be for the profession ${profession}.`,
    ),
  notYetValid: (from: LocalDate): Reason =>
    reason('not_yet_valid', `Lisensi baru berlaku mulai ${from}.`, `The licence is valid only from ${from}.`),
  expired: (until: LocalDate): Reason =>
    reason('expired', `Masa berlaku lisensi berakhir pada ${until}.`, `The licence expired on ${until}.`),
  tooShort: (months: number, needed: number): Reason =>
    reason(
      'too_short',
      `Pengalaman Anda ${months} bulan; yang diminta ${needed} bulan.`,
      `You have ${months} months of experience; ${needed} are asked for.`,
    ),
  unchecked: (): Reason =>
    reason('unchecked', 'Akan diperiksa setelah permohonan dikirim.', 'Will be checked once you submit.'),
  checking: (): Reason =>
    reason('checking', 'Sedang diperiksa pada sumbernya.', 'Being checked at its source.'),
  withPerson: (): Reason =>
    reason('with_person', 'Petugas sedang memeriksanya.', 'An officer is looking at it.'),
  refuted: (): Reason =>
    reason(
      'refuted',
      'Sumber belum membenarkan kredensial ini. Petugas akan menilainya; ini bukan tuduhan.',
      'The source did not confirm this credential. An officer will weigh it; this is no accusation.',
    ),
  confirmed: (): Reason => reason('confirmed', 'Dibenarkan oleh pemeriksaan.', 'Confirmed by the checks.'),
  answered: (): Reason => reason('answered', 'Sudah diisi.', 'Filled in.'),
  acknowledged: (): Reason =>
    reason('acknowledged', 'Kode etik sudah disetujui.', 'The code of ethics is acknowledged.'),
  afterApproval: (): Reason =>
    reason(
      'after_approval',
      'Kode etik disetujui setelah permohonan diterima.',
      'The code of ethics is acknowledged after approval.',
    ),
  sponsorsMissing: (count: number): Reason =>
    reason(
      'sponsors_missing',
      `Sebutkan ${count} anggota yang mendukung Anda.`,
      `Name ${count} members who support you.`,
    ),
  sponsorsAsked: (): Reason =>
    reason(
      'sponsors_asked',
      'Petugas akan menghubungi pendukung Anda.',
      'An officer will ask your sponsors.',
    ),
};
