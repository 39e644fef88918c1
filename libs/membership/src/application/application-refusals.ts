import { DomainError, type Reason } from '@himpun/kernel';

/** Every refusal of the applicant's side. */
export const refusals = {
  gradeClosed: (): DomainError =>
    new DomainError('grade.closed', {
      id: 'Jenjang keanggotaan ini belum menerima permohonan.',
      en: 'This grade does not take applications yet.',
    }),
  taken: (applicationId: string): DomainError =>
    new DomainError(
      'application.taken',
      {
        id: 'Anda sudah memiliki permohonan yang masih berjalan di kelompok ini. Lanjutkan yang itu.',
        en: 'You already have an open application to this group. Continue that one.',
      },
      [],
      { applicationId },
    ),
  member: (): DomainError =>
    new DomainError('application.member_conflict', {
      id: 'Anda sudah menjadi anggota kelompok ini.',
      en: 'You are a member of this group already.',
    }),
  notOpen: (): DomainError =>
    new DomainError('application.closed', {
      id: 'Langkah ini tidak mungkin pada keadaan permohonan sekarang. Muat ulang halaman untuk melihatnya.',
      en: 'This step is not possible in the application’s present state. Reload the page to see it.',
    }),
  partClosed: (): DomainError =>
    new DomainError('application.section_closed', {
      id: 'Bagian ini tidak dapat diubah sekarang. Yang dapat diubah hanya bagian yang diminta untuk diperbaiki.',
      en: 'This part cannot be changed now. Only the parts you were asked to correct can be.',
    }),
  answer: (faults: readonly Reason[]): DomainError =>
    new DomainError(
      'application_section.invalid',
      { id: 'Isian ini belum benar.', en: 'This answer is not right.' },
      faults,
    ),
  details: (faults: readonly Reason[]): DomainError =>
    new DomainError(
      'application_details.invalid',
      { id: 'Data diri belum benar.', en: 'The details are not right.' },
      faults,
    ),
  otherKind: (): DomainError =>
    new DomainError('application_credential.mismatch', {
      id: 'Kredensial ini bukan jenis yang diminta syarat tersebut.',
      en: 'This credential is not of the kind that the requirement asks for.',
    }),
  incomplete: (gaps: readonly Reason[]): DomainError =>
    new DomainError(
      'application.incomplete',
      {
        id: 'Permohonan belum dapat dikirim. Lengkapi bagian yang disebut di bawah.',
        en: 'The application cannot be submitted yet. Complete the parts named below.',
      },
      gaps,
    ),
};
