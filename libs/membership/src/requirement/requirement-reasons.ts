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
  sponsorsConfirmed: (count: number): Reason =>
    reason('sponsors_confirmed', `${count} anggota mendukung.`, `${count} members vouch.`),
  sponsorsWaiting: (confirmed: number, count: number): Reason =>
    reason(
      'sponsors_waiting',
      `${confirmed} dari ${count} pendukung sudah mengonfirmasi; jawaban lainnya ditunggu.`,
      `${confirmed} of ${count} sponsors have confirmed; the other answers are awaited.`,
    ),
  sponsorUnavailable: (count: number): Reason =>
    reason(
      'sponsor_unavailable',
      `Sebutkan ${count} anggota lain: tidak semua yang Anda sebutkan dapat mendukung.`,
      `Name ${count} more: not everyone you named can be your sponsor.`,
    ),
  disclosureMissing: (): Reason =>
    reason('disclosure_missing', 'Pertanyaan ini belum dijawab.', 'These questions are not answered yet.'),
  nothingDisclosed: (): Reason =>
    reason('nothing_disclosed', 'Tidak ada yang perlu diungkapkan.', 'There was nothing to disclose.'),
  disclosureWithPerson: (): Reason =>
    reason(
      'disclosure_with_person',
      'Petugas akan menimbang yang diungkapkan. Pengungkapan tidak pernah menolak dengan sendirinya.',
      'An officer will weigh what was disclosed. A disclosure never rejects by itself.',
    ),
  disclosureWeighed: (): Reason =>
    reason(
      'disclosure_weighed',
      'Yang diungkapkan sudah ditimbang; tidak ada keberatan.',
      'What was disclosed has been weighed; there is no concern.',
    ),
  disclosureConditions: (conditions: string): Reason =>
    reason(
      'disclosure_conditions',
      `Yang diungkapkan sudah ditimbang; dapat diterima dengan syarat: ${conditions}`,
      `What was disclosed has been weighed; it is acceptable on condition: ${conditions}`,
    ),
  disclosureConcern: (): Reason =>
    reason(
      'disclosure_concern',
      'Yang diungkapkan akan ditimbang oleh lebih dari satu petugas.',
      'What was disclosed will be weighed by more than one officer.',
    ),
  sponsorsAsked: (): Reason =>
    reason(
      'sponsors_asked',
      'Petugas akan menghubungi pendukung Anda.',
      'An officer will ask your sponsors.',
    ),
};
