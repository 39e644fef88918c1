import type { Bilingual } from '@himpun/kernel';
import type { CertificateKind } from '../certificate/certificate';

/** What the form itself says, beside what the certificate says. */
export const WORDS = {
  awardedTo: { id: 'Diberikan kepada', en: 'Awarded to' },
  issued: { id: 'Diterbitkan', en: 'Issued' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
  forAlways: { id: 'Tanpa batas waktu', en: 'No end date' },
  code: { id: 'Kode sertifikat', en: 'Certificate code' },
  checkAt: { id: 'Periksa keasliannya di', en: 'Check that it is genuine at' },
  onBehalf: { id: 'Atas nama', en: 'On behalf of' },
  signed: { id: 'Ditandatangani secara digital', en: 'Signed digitally' },
  qr: { id: 'Kode QR ke halaman pemeriksaan', en: 'QR code leading to the check page' },
  attachment: {
    id: 'Kredensial bertanda tangan (Open Badges 3.0)',
    en: 'Signed credential (Open Badges 3.0)',
  },
} as const satisfies Record<string, Bilingual>;

export const KIND_WORDS: Readonly<Record<CertificateKind, Bilingual>> = {
  attendance: { id: 'Sertifikat kehadiran', en: 'Certificate of attendance' },
  membership: { id: 'Sertifikat keanggotaan', en: 'Certificate of membership' },
};
