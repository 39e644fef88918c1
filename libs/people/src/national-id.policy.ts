import { isLocalDate, type Reason } from '@himpun/kernel';

export const NATIONAL_ID_KINDS = ['nik', 'passport'] as const;

/** `nik`: number of the Indonesian identity card, 16 digits. */
export type NationalIdKind = (typeof NATIONAL_ID_KINDS)[number];

/** A number as somebody typed it. */
export interface TypedNationalId {
  kind: NationalIdKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
  number: string;
}

/** Without what people put between digits; letters in capitals. */
export function nationalIdKey(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[\s.\-/]/g, '')
    .toUpperCase();
}

/** Why a number cannot be one of its kind; empty when its form is right. */
export function nationalIdFaults({ kind, country, number }: TypedNationalId): Reason[] {
  const key = nationalIdKey(number);
  if (kind === 'passport') return /^[A-Z0-9]{6,12}$/.test(key) && /[0-9]/.test(key) ? [] : [PASSPORT];
  if (country !== 'ID') return [COUNTRY];
  if (!/^[0-9]{16}$/.test(key)) return [DIGITS];
  return isNik(key) ? [] : [NIK];
}

/** Whether a number has the form of an Indonesian national id (NIK), wherever it stands. */
export function isNationalId(number: string): boolean {
  return nationalIdFaults({ kind: 'nik', country: 'ID', number }).length === 0;
}

/** What may be shown: the last four signs. */
export function maskedNationalId(key: string): string {
  return `${'•'.repeat(Math.max(0, key.length - 4))}${key.slice(-4)}`;
}

/** Province 11 to 96, regency and district from 01, a date of birth (women: day + 40), a serial number from 0001. */
function isNik(key: string): boolean {
  const part = (from: number, to: number): number => Number(key.slice(from, to));
  const province = part(0, 2);
  if (province < 11 || province > 96 || part(2, 4) === 0 || part(4, 6) === 0 || part(12, 16) === 0)
    return false;
  const day = part(6, 8) > 40 ? part(6, 8) - 40 : part(6, 8);
  const [month, year] = [key.slice(8, 10), key.slice(10, 12)];
  // Of which century is not said: one of them has to know the day.
  return ['19', '20'].some((century) =>
    isLocalDate(`${century}${year}-${month}-${String(day).padStart(2, '0')}`),
  );
}

const fault = (code: string, id: string, en: string): Reason => ({ code, text: { id, en } });
const DIGITS = fault('nik_digits', 'NIK terdiri atas 16 angka.', 'A NIK has 16 digits.');
const NIK = fault(
  'nik_form',
  'Nomor ini bukan NIK: periksa kode wilayah, tanggal lahir, dan nomor urutnya.',
  'This is no NIK: look at its region, its date of birth and its serial number.',
);
const COUNTRY = fault(
  'nik_country',
  'NIK hanya diberikan oleh Indonesia.',
  'A NIK is given by Indonesia only.',
);
const PASSPORT = fault(
  'passport_form',
  'Nomor paspor terdiri atas 6 sampai 12 huruf dan angka.',
  'A passport number has 6 to 12 letters and digits.',
);
