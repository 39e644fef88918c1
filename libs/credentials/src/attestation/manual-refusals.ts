import { DomainError, forbidden, type Bilingual, type Reason } from '@himpun/kernel';

/** Why a verification by a person, or its second reading, is refused. */
export const manualRefusal = {
  stillRunning: () =>
    refusal(
      'check.in_progress',
      'Pemeriksaan ini masih berjalan. Tunggu sampai selesai, lalu coba lagi.',
      'This check is still running. Wait until it has ended, then try again.',
    ),
  invalid: (faults: readonly Reason[]) =>
    new DomainError('verification.invalid', faults[0]?.text ?? INCOMPLETE, faults),
  warned: (warnings: readonly Reason[]) =>
    new DomainError('verification.warned_conflict', warnings[0]?.text ?? INCOMPLETE, warnings),
  awaiting: () =>
    refusal(
      'verification.awaiting_conflict',
      'Petugas lain sudah memeriksa dan menunggu pembaca kedua. Baca hasilnya lebih dulu.',
      'Another officer has verified this and waits for a second reader. Read that first.',
    ),
  noFile: () =>
    refusal(
      'verification.file_invalid',
      'Unggah berkas bukti Anda sendiri.',
      'Upload an evidence file of your own.',
    ),
  own: () =>
    forbidden('verification.own', {
      id: 'Pembaca kedua harus petugas lain.',
      en: 'The second reader must be another officer.',
    }),
  closed: () =>
    refusal(
      'verification.read_closed',
      'Pemeriksaan ini sudah dibaca, diganti, atau tidak memerlukan pembaca kedua.',
      'This verification was read already, was replaced, or needs no second reader.',
    ),
  twoReaders: () =>
    refusal(
      'check.two_readers_conflict',
      'Aturan kelompok meminta dua pembaca. Catat pemeriksaan Anda beserta caranya; petugas lain membacanya.',
      'The group’s rules want two readers. Record your verification with its method; another officer reads it.',
    ),
};

const INCOMPLETE: Bilingual = { id: 'Lengkapi yang ditandai.', en: 'Complete what is marked.' };

function refusal(code: string, id: string, en: string): DomainError {
  return new DomainError(code, { id, en });
}
