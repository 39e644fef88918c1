import type { Bilingual } from '@himpun/kernel';

/** What the decision letter itself says. */
export const LETTER_WORDS = {
  title: { id: 'Surat keputusan', en: 'Decision letter' },
  decided: { id: 'Tanggal keputusan', en: 'Decided on' },
  outcome: { id: 'Hasil', en: 'Outcome' },
  approved: { id: 'Disetujui', en: 'Approved' },
  rejected: { id: 'Belum dapat diterima', en: 'Not accepted' },
  onAppeal: { id: 'Diputuskan atas banding Anda', en: 'Decided on your appeal' },
  rule: { id: 'Versi aturan', en: 'Version of the rule' },
  reasons: { id: 'Alasan', en: 'Reasons' },
  reason: { id: 'Alasan', en: 'Reason' },
  note: { id: 'Catatan', en: 'Note' },
  criteria: { id: 'Setiap syarat', en: 'Each requirement' },
  next: { id: 'Langkah berikutnya', en: 'What to do next' },
  whatNow: { id: 'Sekarang', en: 'Now' },
  begin: {
    id: 'Bila kelompok ini mempunyai kode etik, baca dan setujui dulu di portal; keanggotaan Anda dimulai sesudahnya.',
    en: 'If the group has a code of ethics, read and acknowledge it in the portal first; your membership begins with it.',
  },
  again: {
    id: 'Anda dapat mengajukan lagi bila keadaannya berubah; data dan bukti Anda terbawa.',
    en: 'You may apply again when things have changed; your data and evidence are carried over.',
  },
  appeal: { id: 'Banding', en: 'Appeal' },
  appealText: {
    id: 'Anda dapat mengajukan banding satu kali sampai {day}. Petugas lain yang memutuskannya.',
    en: 'You may appeal once until {day}. Other officers decide it.',
  },
  noAppeal: {
    id: 'Keputusan ini diambil atas banding; tidak ada banding lagi.',
    en: 'This decision was taken on an appeal; there is no other appeal.',
  },
  met: { id: 'Terpenuhi', en: 'Met' },
  pending: { id: 'Menunggu', en: 'Pending' },
  not_met: { id: 'Belum terpenuhi', en: 'Not met' },
  waived: { id: 'Dikecualikan', en: 'Waived' },
} as const satisfies Record<string, Bilingual>;
