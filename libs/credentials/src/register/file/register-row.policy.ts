import type { LocalDate } from '@himpun/kernel';
import { numberKey } from '../../source/authority-key';
import type { EntryStatus } from '../register-entry.entity';
import { isRounded, readCells, type Cells } from './cell.policy';
import { readDate } from './date.policy';
import type { FileReading, HolderEntry, RegisterColumn, RowProblem } from './register-file';
import { ROW_TEXTS, type RowCode } from './row-texts';

/** A line of a register as it is taken in. */
export interface RegisterRow extends HolderEntry {
  row: number;
  numberKey: string;
}

/** The cells of one line by column; absent columns are empty. */
export type RegisterCells = Cells<RegisterColumn>;

const STATUSES: Readonly<Record<EntryStatus, RegExp>> = {
  active: /^(?:|aktif|active|berlaku|valid|terdaftar|registered|a)$/,
  expired:
    /^(?:expired|kadaluwarsa|kedaluwarsa|kadaluarsa|lapsed|inactive|non-?aktif|tidak aktif|tidak berlaku)$/,
  suspended: /^(?:suspended|dibekukan|ditangguhkan|skorsing|cuti)$/,
  revoked: /^(?:revoked|dicabut|cancelled|dibatalkan|removed)$/,
};

const STATUS_SHAPES = Object.entries(STATUSES) as [EntryStatus, RegExp][];

/** Reads one line. Every fault is named with its column, so that all can be mended at once. */
export function readRow(row: number, cells: RegisterCells, reading: FileReading): RegisterRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const note = (column: RegisterColumn, code: RowCode): void => {
    problems.push(rowProblem(row, reading.columns[column] ?? column, code, cells[column] ?? ''));
  };
  const read = readCells(cells, note);
  const [number = '', name = ''] = [read.number, read.name];
  const key = numberKey(number);
  if (key === '') note('number', 'number_missing');
  else if (isRounded(number)) note('number', 'number_rounded');
  if (!/[A-Za-z]/.test(name) && !/\p{L}/u.test(name)) note('name', 'name_missing');
  const date = (column: 'birth_date' | 'valid_from' | 'valid_until'): LocalDate | null => {
    const text = read[column] ?? '';
    const found = readDate(text, reading.dates);
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
    numberKey: key,
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
  code: RowCode,
  value: string | null = null,
): RowProblem {
  return { row, column, code, text: ROW_TEXTS[code], value: shown(value) };
}

// Cut by whole characters; PostgreSQL takes no NUL.
function shown(value: string | null): string | null {
  return value === null
    ? null
    : [...value.slice(0, 160).replace(/[^\P{Cc}\t\r\n]/gu, '·')].slice(0, 80).join('');
}

function readStatus(text: string): EntryStatus | null {
  const plain = text.toLowerCase();
  return STATUS_SHAPES.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}
