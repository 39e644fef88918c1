import { DomainError, type Reason } from '@himpun/kernel';

/** Why a credential cannot be renewed now. */
export const renewalRefusal = {
  notRenewable: (): DomainError =>
    new DomainError('renewal.mismatch', {
      id: 'Hanya lisensi dan sertifikat yang menjadi dasar keanggotaan Anda yang dapat diperpanjang di sini.',
      en: 'Only licences and certificates that a membership of yours rests on can be renewed here.',
    }),
  underWay: (): DomainError =>
    new DomainError('renewal.conflict', {
      id: 'Perpanjangan kredensial ini sedang diperiksa.',
      en: 'A renewal of this credential is being checked.',
    }),
  done: (): DomainError =>
    new DomainError('renewal.conflict', {
      id: 'Kredensial ini sudah diperpanjang. Perpanjanglah yang terbaru.',
      en: 'This credential is renewed already. Renew the newest one.',
    }),
  incomplete: (reasons: Reason[]): DomainError =>
    new DomainError(
      'renewal.incomplete',
      {
        id: 'Perpanjangan ini belum lengkap. Perbaiki yang ditandai lalu kirim lagi.',
        en: 'This renewal is not complete. Correct what is marked, then send it again.',
      },
      reasons,
    ),
};
