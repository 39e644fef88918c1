import type { Reason } from '@himpun/kernel';
import { outcomeOfPdf, type PdfReason } from '../signed-pdf';

const reason = (code: string, id: string, en: string): Reason => ({ code, text: { id, en } });

/** What a genuine document still leaves open. */
export const SIGNED_PDF_REASONS = {
  genuine: reason(
    'genuine',
    'Dokumen ini asli, ditandatangani pihak tepercaya, dan menyebut pemohon.',
    'The document is genuine, signed by a trusted signer, and names the applicant.',
  ),
  signer_untrusted: reason(
    'issuer_untrusted',
    'Dokumen ini asli, tetapi penandatangannya belum ada di daftar tepercaya.',
    'The document is genuine, but its signer is not on the list of those trusted.',
  ),
  no_text: reason(
    'document_without_text',
    'Isi dokumen tidak dapat dibaca mesin. Petugas akan membacanya.',
    'The document’s content cannot be read by a machine. An officer will read it.',
  ),
} as const;

const SENTENCES: Partial<Record<PdfReason, [string, string]>> = {
  unsigned_document: [
    'Dokumen ini tidak bertanda tangan digital. Petugas akan memeriksanya.',
    'The document carries no digital signature. An officer will look at it.',
  ],
  changed_after_signing: [
    'Dokumen ini diubah setelah ditandatangani. Unduh lagi berkas asli dari penerbit.',
    'The document was changed after it was signed. Download the original file from the issuer again.',
  ],
  certificate_untrusted: [
    'Sertifikat penandatangan tidak berujung pada akar yang dipercaya kelompok ini. Petugas akan memeriksanya.',
    'The signer’s certificate does not lead to a root that this group trusts. An officer will look at it.',
  ],
  certificate_out_of_date: [
    'Sertifikat penandatangan tidak berlaku pada saat penandatanganan.',
    'The signer’s certificate was not in force when it signed.',
  ],
  certificate_revoked: ['Sertifikat penandatangan telah dicabut.', 'The signer’s certificate was revoked.'],
  timestamp_only: [
    'Dokumen ini hanya memuat stempel waktu, bukan tanda tangan penerbit.',
    'The document carries a time stamp only, and no signature of an issuer.',
  ],
};
const DAMAGED: [string, string] = [
  'Tanda tangan dokumen ini rusak. Unduh lagi berkas asli dari penerbit.',
  'The document’s signature is damaged. Download the original file from the issuer again.',
];
const OPEN: [string, string] = [
  'Keaslian dokumen ini tidak dapat dipastikan. Petugas akan memeriksanya.',
  'Whether this document is genuine could not be settled. An officer will look at it.',
];

/** A reason of the verifier in words. */
export function signedPdfReason(code: PdfReason): Reason {
  const [id, en] = SENTENCES[code] ?? (outcomeOfPdf(code) === 'invalid' ? DAMAGED : OPEN);
  return reason(code, id, en);
}
