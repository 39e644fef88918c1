import { isLocalDate, type Bilingual, type LocalDate } from '@himpun/kernel';
import { numberKey } from '../source/authority-key';
import type { EntryStatus } from './register-entry.entity';
import type { ColumnMapping, RegisterColumn, RowProblem } from './register-file';

/** A line of a register as it is taken in. */
export interface RegisterRow {
  row: number;
  number: string;
  numberKey: string;
  name: string;
  birthDate: LocalDate | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

/** The cells of one line by column; absent columns are empty. */
export type RegisterCells = Partial<Record<RegisterColumn, string>>;

const STATUSES: Readonly<Record<EntryStatus, RegExp>> = {
  active: /^(?:|aktif|active|berlaku|valid|terdaftar|registered|a)$/,
  expired:
    /^(?:expired|kadaluwarsa|kedaluwarsa|kadaluarsa|lapsed|inactive|non-?aktif|tidak aktif|tidak berlaku)$/,
  suspended: /^(?:suspended|dibekukan|ditangguhkan|skorsing|cuti)$/,
  revoked: /^(?:revoked|dicabut|cancelled|dibatalkan|removed)$/,
};

/**
 * Reads one line. Every fault is named with its column, so that all can be mended at once. Cells are text and stay text:
 * what looks like a formula is a fault, never something to carry out.
 */
export function readRow(
  row: number,
  cells: RegisterCells,
  mapping: ColumnMapping,
): RegisterRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const note = (column: RegisterColumn, code: keyof typeof ROW_TEXTS): void => {
    problems.push(rowProblem(row, mapping[column] ?? column, code, cells[column] ?? ''));
  };
  const read: RegisterCells = {};
  for (const [column, value] of Object.entries(cells) as [RegisterColumn, string][]) {
    read[column] = unwrapped(value);
    if (looksLikeFormula(read[column])) note(column, 'formula');
    else if (read[column].length > 300) note(column, 'too_long');
  }
  const [number = '', name = ''] = [read.number, read.name];
  if (numberKey(number) === '') note('number', 'number_missing');
  else if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(number)) note('number', 'number_rounded');
  if (!/\p{L}/u.test(name)) note('name', 'name_missing');
  const date = (column: 'birth_date' | 'valid_from' | 'valid_until'): LocalDate | null => {
    const text = read[column] ?? '';
    const found = readDate(text);
    if (text !== '' && found === null) note(column, 'date_wrong');
    return found;
  };
  const [birthDate, validFrom, validUntil] = [date('birth_date'), date('valid_from'), date('valid_until')];
  if (validFrom !== null && validUntil !== null && validFrom > validUntil)
    note('valid_until', 'dates_crossed');
  const status = readStatus(read.status ?? '');
  if (status === null) note('status', 'status_unknown');
  if (problems.length > 0 || status === null) return problems;
  const profession = read.profession === undefined || read.profession === '' ? null : read.profession;
  return {
    row,
    number,
    numberKey: numberKey(number),
    name,
    birthDate,
    profession,
    status,
    validFrom,
    validUntil,
  };
}

/** A fault of one cell. */
export function rowProblem(
  row: number | null,
  column: string | null,
  code: keyof typeof ROW_TEXTS,
  value: string | null = null,
): RowProblem {
  return { row, column, code, text: ROW_TEXTS[code], value: value === null ? null : value.slice(0, 80) };
}

/** `="0012"` is how spreadsheets write text that looks like a number. */
function unwrapped(value: string): string {
  const text = value
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .trim();
  return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;
}

function looksLikeFormula(text: string): boolean {
  return /^[=+@\uff1d\uff0b\uff20]/.test(text) || /^[-\uff0d](?![-\s\d]*$)/.test(text);
}

function readDate(text: string): LocalDate | null {
  if (isLocalDate(text)) return text;
  const parts =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (!parts) return null;
  const [first = '', second = '', third = ''] = parts.slice(1);
  const date = first.length === 4 ? [first, second, third] : [third, second, first];
  const iso = date.map((part) => part.padStart(2, '0')).join('-');
  return isLocalDate(iso) ? iso : null;
}

function readStatus(text: string): EntryStatus | null {
  const plain = text.toLowerCase();
  const found = Object.entries(STATUSES).find(([, shape]) => shape.test(plain));
  return found ? (found[0] as EntryStatus) : null;
}

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
    'Tanggal tidak terbaca. Pakai 2026-11-21 atau 21/11/2026.',
    'This date cannot be read. Use 2026-11-21 or 21/11/2026.',
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
  not_csv: text('Berkas ini bukan CSV.', 'This file is not a CSV file.'),
  empty: text('Berkas ini tidak memuat baris data.', 'This file holds no rows of data.'),
  too_many_rows: text('Lebih dari 200.000 baris.', 'More than 200,000 rows.'),
  column_missing: text('Kolom yang wajib ada tidak ditemukan.', 'A column that is needed was not found.'),
} as const;
