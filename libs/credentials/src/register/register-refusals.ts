import { DomainError, type Reason } from '@himpun/kernel';

/** Why something cannot be done with an import, in words. */
export const IMPORT_REFUSALS = {
  closed: () =>
    new DomainError('register_import.closed', {
      id: 'Berkas ini tidak dapat diimpor. Perbaiki kesalahannya lalu unggah lagi.',
      en: 'This file cannot be taken in. Mend its faults, then upload it again.',
    }),
  running: () =>
    new DomainError('register_import.in_progress', {
      id: 'Impor lain untuk register ini masih berjalan. Tunggu sampai selesai.',
      en: 'Another import of this register is still running. Wait until it has ended.',
    }),
  outdated: () =>
    new DomainError('register_import.outdated_conflict', {
      id: 'Register ini berubah sejak berkas dibaca. Baca berkasnya sekali lagi, lalu lihat perubahannya.',
      en: 'The register has changed since this file was read. Have it read once more, then look at the changes.',
    }),
  reason_missing: () =>
    new DomainError(
      'register_import.reason_invalid',
      {
        id: 'Versi ini menghilangkan atau mengubah banyak pemegang. Tulis alasannya.',
        en: 'This version drops or changes many holders. Write down why.',
      },
      [
        {
          code: 'is_not_empty',
          field: 'reason',
          text: { id: 'Isi alasannya.', en: 'Enter a reason.' },
        },
      ],
    ),
} as const;

/** Why a version cannot be undone, in words. */
export const UNDOING_REFUSALS = {
  unused: () =>
    new DomainError('register_rollback.closed', {
      id: 'Versi ini belum pernah berlaku, jadi tidak ada yang dapat dibatalkan.',
      en: 'This version has never counted, so there is nothing to undo.',
    }),
  first: () =>
    new DomainError('register_rollback.first_conflict', {
      id: 'Sebelum versi pertama tidak ada apa-apa. Unggah berkas yang benar sebagai gantinya.',
      en: 'There is nothing before the first version. Upload the right file instead.',
    }),
  undone: () =>
    new DomainError('register_rollback.undone_conflict', {
      id: 'Versi ini sudah dibatalkan. Batalkan versi pembatalannya untuk memulihkannya.',
      en: 'This version has been undone already. Undo the version that undid it to have it back.',
    }),
  busy: () => IMPORT_REFUSALS.running(),
} as const;

/** A correction that cannot be entered, with what is wrong with each field. */
export function correctionRefused(reasons: readonly Reason[]): DomainError {
  return new DomainError(
    'register_correction.invalid',
    {
      id: 'Perbaikan ini belum dapat disimpan. Perbaiki yang ditandai.',
      en: 'This correction cannot be entered yet. Mend what is marked.',
    },
    reasons,
  );
}
