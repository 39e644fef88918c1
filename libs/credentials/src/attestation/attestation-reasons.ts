import type { Reason } from '@himpun/kernel';

/** Reasons of the institution's own answer, or of its absence. None of them says or hints that somebody lied. */
export const issuerReason = {
  yes: reason(
    'issuer_yes',
    'Lembaga penerbit membenarkan isian ini.',
    'The institution confirms this claim.',
  ),
  no: reason(
    'issuer_no',
    'Lembaga penerbit tidak menemukan isian ini pada catatannya. Catatan bisa belum lengkap; petugas akan memeriksanya.',
    'The institution does not find this in its records. Records have gaps; an officer will look.',
  ),
  differs: reason(
    'issuer_differs',
    'Menurut lembaga penerbit, sebagian isian berbeda dari catatannya. Petugas akan memeriksanya.',
    'According to the institution, part of this differs from its records. An officer will look.',
  ),
  remark: reason(
    'issuer_remark',
    'Lembaga penerbit menambahkan catatan atau berkas, yang dibaca petugas.',
    'The institution added a remark or a file, which an officer reads.',
  ),
  unanswered: reason(
    'issuer_unanswered',
    'Lembaga penerbit tidak menjawab sampai tautannya habis. Ini bukan kesalahan pemohon; petugas memeriksa dengan cara lain.',
    'The institution did not answer in time. That is no fault of the applicant; an officer checks in another way.',
  ),
  undelivered: reason(
    'issuer_undelivered',
    'Surat kepada lembaga penerbit tidak dapat diantar. Petugas mencari alamat lain.',
    'The mail to the institution could not be delivered. An officer looks for another address.',
  ),
  withdrawn: reason(
    'issuer_withdrawn',
    'Petugas menarik pertanyaan kepada lembaga penerbit.',
    'An officer took the question to the institution back.',
  ),
};

function reason(code: string, id: string, en: string): Reason {
  return { code, text: { id, en } };
}
