import type { Reason } from '@himpun/kernel';
import { outcomeOf, type Outcome, type Reason as SignedReasonCode } from '../signed-credential';

const reason = (code: string, id: string, en: string, field?: string): Reason => ({
  code,
  text: { id, en },
  ...(field !== undefined && { field }),
});

/** What a genuine credential still leaves open. */
export const SIGNED_REASONS = {
  genuine: reason(
    'genuine',
    'Tanda tangan penerbit tepercaya sah, dan kredensial ini milik pemohon.',
    'The signature of a trusted issuer is genuine, and the credential is the applicant’s.',
  ),
  issuer_untrusted: reason(
    'issuer_untrusted',
    'Tanda tangannya sah, tetapi penerbitnya belum ada di daftar penerbit tepercaya.',
    'The signature is genuine, but the issuer is not on the list of trusted issuers.',
    'issuer',
  ),
  issuer_other_kind: reason(
    'issuer_other_kind',
    'Penerbit ini dipercaya, tetapi bukan untuk jenis kredensial ini.',
    'This issuer is trusted, but not with this kind of credential.',
    'issuer',
  ),
  holder_differs: reason(
    'holder_differs',
    'Kredensial ini menyebut alamat surel atau tanda pengenal lain daripada milik pemohon.',
    'The credential names another e-mail address or identifier than the applicant’s.',
    'holder',
  ),
  holder_by_name_only: reason(
    'holder_by_name_only',
    'Kredensial ini tidak memuat tanda pengenal pemohon yang kami kenal, hanya nama.',
    'The credential carries no identifier of the applicant that we know, only a name.',
    'holder',
  ),
  claim_differs: reason(
    'claim_differs',
    'Isian tidak sepenuhnya sama dengan isi kredensial, atau kredensial tidak menyebutnya.',
    'What was entered is not quite what the credential says, or the credential does not say it.',
  ),
} as const;

/** Sentences for single reasons; the others share the sentence of their outcome. */
const SENTENCES: Partial<Record<SignedReasonCode, [string, string]>> = {
  signature_invalid: [
    'Isi kredensial tidak cocok dengan tanda tangannya. Unduh lagi berkas asli dari penerbit.',
    'The content does not fit its signature. Download the original file from the issuer again.',
  ],
  not_a_credential: ['Berkas ini bukan kredensial bertanda tangan.', 'This file is not a signed credential.'],
  issuer_not_bound: [
    'Ditandatangani dengan kunci yang bukan milik penerbit yang disebut.',
    'It was signed with a key that is not that of the issuer it names.',
  ],
  revoked: ['Penerbit telah mencabut kredensial ini.', 'The issuer has revoked this credential.'],
  suspended: ['Penerbit sedang membekukan kredensial ini.', 'The issuer has suspended this credential.'],
  expired: ['Masa berlaku kredensial ini sudah lewat.', 'This credential is no longer in force.'],
  not_yet_valid: ['Kredensial ini belum mulai berlaku.', 'This credential is not in force yet.'],
  unsigned: [
    'Kredensial ini tidak ditandatangani, jadi tidak dapat diperiksa dengan sendirinya.',
    'This credential is not signed, so it cannot be checked by itself.',
  ],
  unsupported_format: [
    'Format kredensial ini belum dapat kami periksa. Petugas akan memeriksanya.',
    'We cannot check this format yet. An officer will look at it.',
  ],
  key_unresolvable: [
    'Kunci penerbit tidak dapat ditemukan di alamatnya.',
    'The issuer’s key could not be found at its address.',
  ],
  key_self_asserted: [
    'Kuncinya hanya ada di dalam kredensial ini sendiri; itu tidak membuktikan siapa penerbitnya.',
    'The key comes with the credential itself, which does not show who the issuer is.',
  ],
  status_unavailable: [
    'Daftar pencabutan penerbit tidak dapat dibaca, jadi belum diketahui apakah masih berlaku.',
    'The issuer’s revocation list could not be read, so whether it still holds is not known.',
  ],
};

const BY_OUTCOME: Record<Outcome, [string, string]> = {
  verified: ['Kredensial ini sah.', 'This credential is genuine.'],
  expired: ['Masa berlakunya sudah lewat.', 'It is no longer in force.'],
  not_yet_valid: ['Belum mulai berlaku.', 'It is not in force yet.'],
  revoked: ['Penerbit telah mencabutnya.', 'The issuer has revoked it.'],
  suspended: ['Penerbit sedang membekukannya.', 'The issuer has suspended it.'],
  mismatch: [
    'Bagian-bagian kredensial ini tidak cocok satu sama lain.',
    'Parts of this credential do not fit each other.',
  ],
  invalid: [
    'Kredensial ini rusak atau tidak lengkap. Unduh lagi berkas asli dari penerbit.',
    'This credential is damaged or incomplete. Download the original file from the issuer again.',
  ],
  inconclusive: [
    'Keaslian kredensial ini tidak dapat dipastikan. Petugas akan memeriksanya.',
    'Whether this credential is genuine could not be settled. An officer will look at it.',
  ],
};

/** A reason of the verifier in words. */
export function signedReason(code: SignedReasonCode): Reason {
  const [id, en] = SENTENCES[code] ?? BY_OUTCOME[outcomeOf(code)];
  return reason(code, id, en);
}
