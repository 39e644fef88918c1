import { DomainError, type Bilingual } from '@himpun/kernel';
import { PURPOSES, type FilePurpose } from './file-purpose';

const TYPE_NAMES: Readonly<Record<FilePurpose, string>> = {
  evidence: 'PDF, JPEG, PNG',
  credential: 'JSON, JWT, PNG, SVG',
  import: 'CSV',
};

const refusal = (code: string, id: string, en: string): DomainError =>
  new DomainError(`file.${code}`, { id, en } satisfies Bilingual);

/** Every reason for which an upload is refused; each names the case and the way out. */
export const refusals = {
  tooLarge: (purpose: FilePurpose): DomainError => {
    const limit = PURPOSES[purpose].maxBytes / (1024 * 1024);
    return new DomainError(
      'file.too_large',
      {
        id: `Berkas ini lebih besar dari ${limit} MB. Perkecil atau pindai ulang dengan resolusi lebih rendah.`,
        en: `This file is larger than ${limit} MB. Make it smaller, or scan it again at a lower resolution.`,
      },
      [],
      { maxBytes: PURPOSES[purpose].maxBytes },
    );
  },
  unsupported: (purpose: FilePurpose): DomainError =>
    refusal(
      'unsupported',
      `Isi, nama, dan jenis berkas tidak cocok, atau jenisnya tidak diterima. Yang diterima: ${TYPE_NAMES[purpose]}.`,
      `The file’s content, name and type do not agree, or the type is not accepted. Accepted: ${TYPE_NAMES[purpose]}.`,
    ),
  empty: (): DomainError =>
    refusal('empty', 'Berkas ini kosong. Pilih berkas lain.', 'This file is empty. Choose another one.'),
  badName: (): DomainError =>
    refusal(
      'name_invalid',
      'Nama berkas memuat tanda yang tidak diterima. Ganti namanya lalu unggah lagi.',
      'The file’s name contains characters that are not accepted. Rename it, then upload it again.',
    ),
  passwordProtected: (): DomainError =>
    refusal(
      'password_protected',
      'PDF ini dilindungi kata sandi. Simpan ulang tanpa kata sandi lalu unggah lagi.',
      'This PDF is protected by a password. Save it without one, then upload it again.',
    ),
  broken: (): DomainError =>
    refusal(
      'broken',
      'Berkas ini rusak dan tidak dapat dibuka. Simpan atau pindai ulang lalu unggah lagi.',
      'This file is damaged and cannot be opened. Save or scan it again, then upload it.',
    ),
  active: (): DomainError =>
    refusal(
      'active_content',
      'PDF ini memuat skrip atau perintah untuk menjalankan program. Cetak ke PDF baru lalu unggah lagi.',
      'This PDF contains a script or a command to run a program. Print it to a new PDF, then upload that.',
    ),
  archive: (): DomainError =>
    refusal(
      'hidden_archive',
      'Berkas ini memuat arsip lain di dalamnya. Simpan ulang sebagai gambar atau PDF biasa.',
      'This file hides an archive. Save it again as a plain picture or PDF.',
    ),
  tooManyPixels: (): DomainError =>
    refusal(
      'picture_too_large',
      'Gambar ini terlalu besar: paling banyak 50 juta piksel. Perkecil ukurannya.',
      'This picture is too large: at most 50 million pixels. Reduce its size.',
    ),
  tooManyPages: (): DomainError =>
    refusal(
      'too_many_pages',
      'PDF ini lebih dari 200 halaman. Unggah halaman yang diperlukan saja.',
      'This PDF has more than 200 pages. Upload only the pages that are needed.',
    ),
  quotaFull: (): DomainError =>
    refusal(
      'quota_full',
      'Ruang unggahan Anda penuh (200 MB). Hapus berkas yang tidak dipakai lagi.',
      'Your upload space is full (200 MB). Delete files you no longer use.',
    ),
  tooManyAtOnce: (): DomainError =>
    refusal(
      'uploads_exhausted',
      'Terlalu banyak unggahan sekaligus. Tunggu yang lain selesai.',
      'Too many uploads at once. Wait until the others have finished.',
    ),
  interrupted: (): DomainError =>
    refusal(
      'upload_malformed',
      'Unggahan terputus sebelum selesai. Coba lagi.',
      'The upload was cut off before it was complete. Try again.',
    ),
  inUse: (): DomainError =>
    refusal(
      'in_use_conflict',
      'Berkas ini sudah dilampirkan pada permohonan yang dikirim, jadi tidak dapat dihapus.',
      'This file belongs to an application that was submitted, so it cannot be deleted.',
    ),
  notViewable: (): DomainError =>
    refusal(
      'view_unsupported',
      'Berkas jenis ini hanya dapat diunduh.',
      'A file of this kind can only be downloaded.',
    ),
};
