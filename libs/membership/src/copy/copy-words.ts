import type { Bilingual } from '@himpun/kernel';

/** What the copy itself says, beside what the applicant said. */
export const COPY_WORDS = {
  title: { id: 'Salinan permohonan', en: 'Copy of an application' },
  reference: { id: 'Nomor rujukan', en: 'Reference' },
  grade: { id: 'Jenjang', en: 'Grade' },
  submitted: { id: 'Dikirim', en: 'Submitted' },
  decisionBy: { id: 'Keputusan paling lambat', en: 'Decision by' },
  contact: { id: 'Kontak', en: 'Contact' },
  details: { id: 'Data diri', en: 'Your details' },
  empty: { id: 'Tidak diisi', en: 'Not filled in' },
  files: { id: 'Berkas bukti', en: 'Evidence' },
  kind: { id: 'Jenis', en: 'Kind' },
  note: { id: 'Catatan', en: 'Note' },
  chosen: { id: 'Bidang yang diminati', en: 'Fields of interest' },
  hours: { id: 'Jam per minggu', en: 'Hours per week' },
  days: { id: 'Hari', en: 'Days' },
  sponsors: { id: 'Anggota pendukung', en: 'Sponsoring members' },
  promise: { id: 'Pernyataan', en: 'Statement' },
  accepted: { id: 'Disetujui', en: 'Agreed' },
  yes: { id: 'Ya', en: 'Yes' },
  page: { id: 'Halaman {page} dari {pages}', en: 'Page {page} of {pages}' },
} as const satisfies Record<string, Bilingual>;

export const DETAIL_WORDS = {
  fullName: { id: 'Nama lengkap', en: 'Full name' },
  titleBefore: { id: 'Gelar di depan nama', en: 'Title before the name' },
  titleAfter: { id: 'Gelar di belakang nama', en: 'Title after the name' },
  certificateName: { id: 'Nama di sertifikat', en: 'Name on certificates' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  phone: { id: 'Nomor telepon', en: 'Phone number' },
} as const satisfies Record<string, Bilingual>;

/** In the order in which a claim is read. */
export const CLAIM_WORDS: Readonly<Record<string, Bilingual>> = {
  holderName: { id: 'Atas nama', en: 'Name on it' },
  title: { id: 'Gelar atau jabatan', en: 'Title or role' },
  institution: { id: 'Lembaga', en: 'Institution' },
  level: { id: 'Jenjang KKNI', en: 'KKNI level' },
  field: { id: 'Bidang', en: 'Field' },
  authority: { id: 'Otoritas', en: 'Authority' },
  profession: { id: 'Profesi', en: 'Profession' },
  number: { id: 'Nomor', en: 'Number' },
  startedOn: { id: 'Mulai', en: 'From' },
  endedOn: { id: 'Selesai', en: 'To' },
  validFrom: { id: 'Berlaku sejak', en: 'Valid from' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
};

export const KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  education: { id: 'Ijazah', en: 'Degree' },
  licence: { id: 'Lisensi', en: 'Licence' },
  certification: { id: 'Sertifikat', en: 'Certificate' },
  experience: { id: 'Pengalaman kerja', en: 'Experience' },
};

export const DAY_WORDS: Readonly<Record<string, Bilingual>> = {
  mon: { id: 'Senin', en: 'Monday' },
  tue: { id: 'Selasa', en: 'Tuesday' },
  wed: { id: 'Rabu', en: 'Wednesday' },
  thu: { id: 'Kamis', en: 'Thursday' },
  fri: { id: 'Jumat', en: 'Friday' },
  sat: { id: 'Sabtu', en: 'Saturday' },
  sun: { id: 'Minggu', en: 'Sunday' },
};
