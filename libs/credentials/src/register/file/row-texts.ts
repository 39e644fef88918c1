import type { Bilingual } from '@himpun/kernel';

const text = (id: string, en: string): Bilingual => ({ id, en });

/** What can be wrong with a file, a line or a cell, in words. */
export const ROW_TEXTS = {
  formula: text(
    'Sel ini berisi rumus. Simpan sebagai nilai saja.',
    'This cell holds a formula. Save values only.',
  ),
  too_long: text('Lebih dari 300 huruf.', 'More than 300 characters.'),
  number_missing: text('Nomor kosong.', 'The number is missing.'),
  number_rounded: text(
    'Nomor dibulatkan oleh lembar kerja. Ubah kolom menjadi teks lalu simpan lagi.',
    'The spreadsheet has rounded this number. Make the column text, then save again.',
  ),
  number_twice: text('Nomor ini sudah ada di baris lain.', 'This number stands in another row already.'),
  name_missing: text('Nama kosong.', 'The name is missing.'),
  date_wrong: text(
    'Tanggal tidak terbaca dalam bentuk yang dipilih. Pakai 2026-11-21 atau ubah bentuk tanggalnya.',
    'This date cannot be read in the form chosen. Use 2026-11-21, or choose another form.',
  ),
  dates_crossed: text('Tanggal akhir mendahului tanggal awal.', 'The last day comes before the first.'),
  status_unknown: text(
    'Status tidak dikenal. Pakai aktif, kedaluwarsa, dibekukan atau dicabut.',
    'This status is not known. Use active, expired, suspended or revoked.',
  ),
  cells_differ: text(
    'Jumlah sel di baris ini berbeda dari judul kolom.',
    'This row has another number of cells than there are headings.',
  ),
  quotes_broken: text(
    'Tanda kutip di sekitar baris ini tidak tertutup, jadi berkas tidak terbaca dari sini.',
    'A quotation mark around this row is not closed, so the file cannot be read from here on.',
  ),
  row_too_long: text('Baris ini terlalu panjang.', 'This row is too long.'),
  not_utf8: text(
    'Berkas bukan UTF-8. Simpan sebagai “CSV UTF-8” lalu unggah lagi.',
    'The file is not UTF-8. Save it as “CSV UTF-8”, then upload it again.',
  ),
  mixed_encoding: text(
    'Berkas mencampur dua pengodean huruf, jadi sebagian nama akan rusak. Simpan sebagai “CSV UTF-8” lalu unggah lagi.',
    'The file mixes two encodings, so some names would be garbled. Save it as “CSV UTF-8”, then upload it again.',
  ),
  not_text: text(
    'Berkas ini memuat byte yang bukan teks. Simpan sebagai “CSV UTF-8” atau XLSX lalu unggah lagi.',
    'The file holds bytes that are no text. Save it as “CSV UTF-8” or XLSX, then upload it again.',
  ),
  not_csv: text('Berkas ini bukan CSV atau XLSX.', 'This file is neither a CSV nor an XLSX file.'),
  workbook_broken: text(
    'Buku kerja ini tidak terbaca. Buka di lembar kerja, simpan lagi sebagai XLSX, lalu unggah.',
    'This workbook cannot be read. Open it in a spreadsheet, save it as XLSX again, then upload it.',
  ),
  workbook_too_large: text(
    'Buku kerja ini mengembang jauh melebihi ukurannya dan tidak dibuka. Simpan sebagai CSV.',
    'This workbook unpacks to far more than its size and was not opened. Save it as CSV.',
  ),
  too_many_columns: text('Lebih dari 200 kolom.', 'More than 200 columns.'),
  heading_twice: text(
    'Judul ini berdiri di dua kolom, jadi tidak jelas kolom mana yang dibaca.',
    'This heading stands over two columns, so it is not clear which is meant.',
  ),
  cell_error: text('Sel ini menunjukkan kesalahan lembar kerja.', 'This cell shows a spreadsheet’s error.'),
  empty: text('Berkas ini tidak memuat baris data.', 'This file holds no rows of data.'),
  too_many_rows: text('Lebih dari 2.000.000 baris.', 'More than 2,000,000 rows.'),
  list_too_long: text(
    'Lebih dari 20.000 orang. Bagi daftar ini.',
    'More than 20,000 people. Divide this list.',
  ),
  authority_missing: text(
    'Otoritas kosong. Isi kolomnya, atau pilih satu otoritas untuk seluruh daftar.',
    'The authority is missing. Fill in its column, or choose one authority for the whole list.',
  ),
  national_id: text(
    'Daftar diperiksa dengan nomor lisensi. Hapus NIK, KTP, atau paspor dari berkas lalu unggah lagi.',
    'Lists are checked by licence number. Take national ids and passports out of the file, then upload it again.',
  ),
  column_missing: text('Kolom yang wajib ada tidak ditemukan.', 'A column that is needed was not found.'),
} as const;

export type RowCode = keyof typeof ROW_TEXTS;

/** The sentence of a code; the code itself when it is one of an older version. */
export function textOf(code: string): Bilingual {
  return code in ROW_TEXTS ? ROW_TEXTS[code as RowCode] : { id: code, en: code };
}
