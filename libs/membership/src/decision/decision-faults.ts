import type { Bilingual, Reason } from '@himpun/kernel';

const fault = (code: string, field: string, id: string, en: string): Reason => ({
  code,
  field,
  text: { id, en },
});

/** Every sentence with which a decision is refused, in one place. */
export const faults = {
  noReason: (): Reason =>
    fault('reason_missing', 'reasonCodes', 'Pilih sedikitnya satu alasan.', 'Choose at least one reason.'),
  foreignReason: (): Reason =>
    fault(
      'reason_unknown',
      'reasonCodes',
      'Alasan yang dipilih tidak cocok dengan keputusan ini. Pilih dari daftar.',
      'A chosen reason does not fit this decision. Choose from the list.',
    ),
  noteMissing: (): Reason =>
    fault(
      'note_missing',
      'note',
      'Alasan yang dipilih perlu penjelasan tertulis bagi pemohon.',
      'The chosen reason needs an explanation in writing for the applicant.',
    ),
  abstentionUnexplained: (): Reason =>
    fault('note_missing', 'note', 'Tulis mengapa Anda abstain.', 'Write why you abstain.'),
  disclosureUnassessed: (id: string, title: Bilingual): Reason =>
    fault(
      'disclosure_unassessed',
      `waivers.${id}`,
      `Baca dan nilai dulu yang diungkapkan pada "${title.id}".`,
      `Read and assess first what was disclosed in “${title.en}”.`,
    ),
  waiverOfRejected: (): Reason =>
    fault(
      'waiver_of_rejected',
      'waivers',
      'Pengecualian hanya ada pada persetujuan.',
      'A requirement can be waived only when approving.',
    ),
  waiverImpossible: (id: string): Reason =>
    fault(
      'waiver_impossible',
      `waivers.${id}`,
      'Syarat ini tidak dapat dikecualikan.',
      'This requirement cannot be waived.',
    ),
  waiverNeedless: (id: string): Reason =>
    fault(
      'waiver_needless',
      `waivers.${id}`,
      'Syarat ini sudah terpenuhi; tidak perlu dikecualikan.',
      'This requirement is met; there is nothing to waive.',
    ),
  waiverUnexplained: (id: string): Reason =>
    fault(
      'waiver_unexplained',
      `waivers.${id}`,
      'Tulis alasan pengecualian ini.',
      'Write why this requirement is waived.',
    ),
  requirementOpen: (id: string, title: Bilingual, isPending: boolean): Reason =>
    isPending
      ? fault(
          'requirement_pending',
          `waivers.${id}`,
          `"${title.id}" masih menunggu. Selesaikan pemeriksaannya atau kecualikan dengan alasan.`,
          `"${title.en}" is still pending. Finish its check, or waive it with a reason.`,
        )
      : fault(
          'requirement_not_met',
          `waivers.${id}`,
          `"${title.id}" belum terpenuhi. Mintalah perbaikan, tolak, atau kecualikan dengan alasan.`,
          `"${title.en}" is not met. Ask for a correction, reject, or waive it with a reason.`,
        ),
};
