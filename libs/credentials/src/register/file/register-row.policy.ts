import type { LocalDate } from '@himpun/kernel';
import { numberKey } from '../../source/authority-key';
import type { EntryStatus } from '../register-entry.entity';
import { readDate } from './date.policy';
import type { FileReading, HolderEntry, RegisterColumn, RowProblem } from './register-file';
import { ROW_TEXTS, type RowCode } from './row-texts';

/** A line of a register as it is taken in. */
export interface RegisterRow extends HolderEntry {
  row: number;
  numberKey: string;
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

/** Control characters, and the mark that stands where a letter was lost. */
const NO_TEXT = /[^\P{Cc}\t\r\n]|\ufffd/u;

/**
 * Reads one line. Every fault is named with its column, so that all can be mended at once. Cells are text and stay text:
 * what looks like a formula is a fault, never something to carry out.
 */
export function readRow(row: number, cells: RegisterCells, reading: FileReading): RegisterRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const note = (column: RegisterColumn, code: RowCode): void => {
    problems.push(rowProblem(row, reading.columns[column] ?? column, code, cells[column] ?? ''));
  };
  const read: RegisterCells = {};
  for (const [column, value] of Object.entries(cells) as [RegisterColumn, string][]) {
    read[column] = unwrapped(value);
    if (read[column] === '') continue;
    if (/^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL)[!?]?$/.test(read[column])) note(column, 'cell_error');
    else if (looksLikeFormula(read[column])) note(column, 'formula');
    else if (NO_TEXT.test(read[column])) note(column, 'not_text');
    else if (read[column].length > 300) note(column, 'too_long');
  }
  const [number = '', name = ''] = [read.number, read.name];
  if (numberKey(number) === '') note('number', 'number_missing');
  else if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(number)) note('number', 'number_rounded');
  if (!/\p{L}/u.test(name)) note('name', 'name_missing');
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

/** `="0012"` is how spreadsheets write text that looks like a number. */
function unwrapped(value: string): string {
  // Most cells are plain: a register has millions of them.
  const plain = /[^ -~]/.test(value) ? value.normalize('NFC').replace(/\u00a0/g, ' ') : value;
  const text = plain.trim();
  return text.startsWith('="') ? (/^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text) : text;
}

function looksLikeFormula(text: string): boolean {
  return /^[=+@\uff1d\uff0b\uff20]/.test(text) || /^[-\uff0d](?![-\s\d]*$)/.test(text);
}

function readStatus(text: string): EntryStatus | null {
  const plain = text.toLowerCase();
  const found = Object.entries(STATUSES).find(([, shape]) => shape.test(plain));
  return found ? (found[0] as EntryStatus) : null;
}
