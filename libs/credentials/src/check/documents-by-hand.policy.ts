import type { Bilingual } from '@himpun/kernel';
import type { CredentialKind } from '../credential/claim';
import type { CheckOutcome, RunState } from './check.states';

/** Runs that leave a question to a person, through no fault of the applicant. */
const BY_HAND: readonly RunState[] = ['not_covered', 'unavailable', 'refused'];

/**
 * What an officer needs to check a claim by hand where no source could say: nothing is asked of the applicant twice, and an
 * answer "not found" opens the same way as no answer at all. Empty where no look by hand is open.
 */
export function documentsByHand(
  kind: CredentialKind,
  { runState, outcome }: { runState: RunState; outcome: CheckOutcome | null },
): readonly Bilingual[] {
  return outcome === 'not_found' || BY_HAND.includes(runState) ? DOCUMENTS[kind] : [];
}

const COPY = (id: string, en: string): Bilingual => ({ id, en });

const DOCUMENTS: Readonly<Record<CredentialKind, readonly Bilingual[]>> = {
  education: [
    COPY('Ijazah, kedua sisi', 'The diploma, both sides'),
    COPY('Transkrip nilai', 'The transcript of records'),
    COPY(
      'Surat keterangan kelulusan dari perguruan tinggi, bila lulusan sebelum pencatatan nasional atau dari luar negeri: penyetaraan ijazah',
      'A letter of graduation from the institution; for degrees from abroad, the recognition of the diploma',
    ),
  ],
  licence: [
    COPY(
      'Surat tanda registrasi atau izin praktik, kedua sisi',
      'The registration or practice licence, both sides',
    ),
    COPY('Kartu identitas', 'An identity card'),
    COPY(
      'Surat keterangan dari otoritas (certificate of good standing), tidak lebih dari enam bulan',
      'A certificate of good standing from the authority, not older than six months',
    ),
  ],
  certification: [
    COPY('Sertifikat, kedua sisi', 'The certificate, both sides'),
    COPY('Nama dan alamat surel lembaga penerbit', 'Name and e-mail address of the issuing body'),
  ],
  experience: [
    COPY(
      'Surat keterangan kerja dengan tanggal mulai dan berakhir',
      'A letter of employment with its first and last day',
    ),
    COPY('Nama dan nomor telepon atasan', 'Name and telephone number of a superior'),
  ],
};
