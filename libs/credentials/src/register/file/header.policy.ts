import { REGISTER_COLUMNS, type ColumnMapping, type RegisterColumn } from './register-file';

/** Which headings are usual for each column of a kind of file; letters and digits only, lower case. */
export type UsualHeadings<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Headings as authorities write them. */
export const REGISTER_HEADINGS: UsualHeadings<RegisterColumn> = {
  number:
    'number no nomor nomorstr nostr str nomorregistrasi noregistrasi noreg registrationnumber licencenumber licensenumber licence license npi nomorlisensi nomorizin id'.split(
      ' ',
    ),
  name: 'name nama namalengkap fullname namapemegang holder holdername providername'.split(' '),
  birth_date: 'birthdate tanggallahir tgllahir dob dateofbirth'.split(' '),
  profession: 'profession profesi jenistenaga jenisprofesi speciality specialty bidang taxonomy'.split(' '),
  status: 'status statusregistrasi registrationstatus statusstr keterangan'.split(' '),
  valid_from:
    'validfrom berlakudari berlakusejak tanggalterbit tglterbit tanggalmulai issued issuedon startdate'.split(
      ' ',
    ),
  valid_until:
    'validuntil berlakusampai berlakuhingga masaberlaku tanggalberakhir tglberakhir expires expiry expirydate enddate validto'.split(
      ' ',
    ),
};

/** Which heading of a register stands for which column; as `mapColumns`. */
export function mapHeadings(headings: readonly string[], named: ColumnMapping = {}): ColumnMapping {
  return mapColumns(REGISTER_HEADINGS, headings, named);
}

/** Which heading stands for which column: what the officer named, else what is usual. Headings as written in the file. */
export function mapColumns<Column extends string>(
  usual: UsualHeadings<Column>,
  headings: readonly string[],
  named: Partial<Record<Column, string>> = {},
): Partial<Record<Column, string>> {
  const columns = Object.keys(usual) as Column[];
  const mapping: Partial<Record<Column, string>> = {};
  const free = new Set(headings);
  for (const column of columns) {
    const wanted = named[column];
    if (wanted !== undefined && free.delete(wanted)) mapping[column] = wanted;
  }
  for (const column of columns) {
    if (mapping[column] !== undefined || named[column] === '') continue;
    const found = usual[column]
      .map((one) => [...free].find((heading) => plainHeading(heading) === one))
      .find((heading) => heading !== undefined);
    if (found !== undefined && free.delete(found)) mapping[column] = found;
  }
  return mapping;
}

/** The same choice with every column named: what was not chosen is not read. */
export function allNamed(chosen: ColumnMapping): ColumnMapping {
  return Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, chosen[column] ?? '']));
}

/** Comma, semicolon or tab: whichever stands most often outside quotation marks in the first line. */
export function delimiterOf(firstLine: string): ',' | ';' | '\t' {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length - 1;
  const [best = ','] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return best;
}

/** A heading for comparison: letters and digits only, lower case. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
