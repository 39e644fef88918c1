import type { LocalDate } from '@himpun/kernel';
import { isRounded, readCells, type Cells } from '../register/file/cell.policy';
import { readDate } from '../register/file/date.policy';
import { plainHeading, REGISTER_HEADINGS, type UsualHeadings } from '../register/file/header.policy';
import type { RowProblem } from '../register/file/register-file';
import { rowProblem } from '../register/file/register-row.policy';
import type { RowCode } from '../register/file/row-texts';
import type { SheetReading, SheetShape } from '../register/file/sheet-reader';
import { authorityKey, numberKey } from '../source/authority-key';

/** The columns of a list that we read. */
export const LIST_COLUMNS = [
  'number',
  'name',
  'birth_date',
  'authority',
  'profession',
  'valid_until',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Column → heading of the file, as written there; absent and empty ones are not read. */
export type ListMapping = Partial<Record<ListColumn, string>>;

/** People in one list. */
export const MOST_LIST_ROWS = 20_000;

/** One person of a list, and what is to be asked. */
export interface ListRow {
  row: number;
  /** Authority and number for comparison: nobody is asked about twice. */
  key: string;
  number: string;
  name: string;
  birthDate: LocalDate | null;
  authority: string;
  profession: string | null;
  validUntil: LocalDate | null;
  /** The number has the form of a national identity number. */
  looksNational: boolean;
}

/** What holds for the whole list. */
export interface ListDefaults {
  authority: string | null;
  profession: string | null;
  /** Whether a number has the form of a national identity number. */
  isNationalId: (number: string) => boolean;
}

const { number, name, birth_date, profession, valid_until } = REGISTER_HEADINGS;
/** Headings as employers and associations write them. */
export const LIST_HEADINGS: UsualHeadings<ListColumn> = {
  number,
  name,
  birth_date,
  authority:
    'authority otoritas lembaga penerbit issuer issuedby issuingauthority konsil council board'.split(' '),
  profession,
  valid_until,
};
const NATIONAL =
  /^(?:no|nomor)?(?:nik|ktp|nikktp|ektp|paspor|passport)(?:no|number)?$|^(?:nomor)?indukkependudukan$|^national(?:id|identity)(?:number)?$/;

/** How a list is read: its columns, and one person per row. */
export function listShape(defaults: ListDefaults): SheetShape<ListColumn, ListRow> {
  return {
    headings: LIST_HEADINGS,
    needed: defaults.authority === null ? ['number', 'name', 'authority'] : ['number', 'name'],
    mostRows: { count: MOST_LIST_ROWS, code: 'list_too_long' },
    headingFaults: nationalColumns,
    readRow: (row, cells, reading) => readListRow(row, cells, reading, defaults),
  };
}

/** Columns of national ids: a list has no use for them, and what is not taken in needs no keeping. */
export function nationalColumns(headings: readonly string[]): RowProblem[] {
  return headings
    .filter((heading) => NATIONAL.test(plainHeading(heading)))
    .map((heading) => rowProblem(1, heading, 'national_id'));
}

/** Whether the numbers of a list are national ids after all: half of them look so, and they are not a few. */
export function isNationalColumn(rows: number, lookNational: number): boolean {
  return lookNational >= 3 && lookNational * 2 > rows;
}

/** Reads one line. Every fault is named with its column, so that all can be mended at once. */
export function readListRow(
  row: number,
  cells: Cells<ListColumn>,
  reading: SheetReading<ListColumn>,
  defaults: ListDefaults,
): ListRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const note = (column: ListColumn, code: RowCode): void => {
    problems.push(rowProblem(row, reading.columns[column] ?? column, code, cells[column] ?? ''));
  };
  const read = readCells(cells, note);
  const date = (column: 'birth_date' | 'valid_until'): LocalDate | null => {
    const text = read[column] ?? '';
    const found = readDate(text, reading.dates);
    if (text !== '' && found === null) note(column, 'date_wrong');
    return found;
  };
  const [text = '', person = ''] = [read.number, read.name];
  if (numberKey(text) === '') note('number', 'number_missing');
  else if (isRounded(text)) note('number', 'number_rounded');
  if (!/\p{L}/u.test(person)) note('name', 'name_missing');
  const [birthDate, validUntil] = [date('birth_date'), date('valid_until')];
  const looksNational = defaults.isNationalId(text);
  if (looksNational && birthDate !== null && bearsBirthDate(numberKey(text), birthDate))
    problems.push(rowProblem(row, reading.columns.number ?? 'number', 'national_id'));
  const authority = filled(read.authority) ?? defaults.authority;
  if (authority === null || authorityKey(authority) === '') note('authority', 'authority_missing');
  if (problems.length > 0 || authority === null) return problems;
  return {
    row,
    key: `${authorityKey(authority)}:${numberKey(text)}`,
    number: text,
    name: person,
    birthDate,
    authority,
    profession: filled(read.profession) ?? defaults.profession,
    validUntil,
    looksNational,
  };
}

/** A national identity number carries the day of birth: day (women: and 40), month, year. */
function bearsBirthDate(key: string, birthDate: LocalDate): boolean {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const days = [day, String(Number(day) + 40)];
  return days.some((one) => key.slice(6, 12) === `${one}${month}${year.slice(2)}`);
}

const filled = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
