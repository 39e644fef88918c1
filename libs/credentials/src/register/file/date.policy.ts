import type { LocalDate } from '@himpun/kernel';
import type { DateForm } from './register-file';

/** The first letters of months in Indonesian and English, by number; `mei` and `may`, `agu` and `aug` alike. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'aug', 'ags'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];
const WORDS =
  'januari january februari february pebruari maret march april mei may juni june juli july agustus august agt september sept oktober october november nopember desember december'.split(
    ' ',
  );

const ISO = /^\d{4}-\d\d-\d\d$/;

const ORDER: Readonly<Record<DateForm, readonly ('year' | 'month' | 'day')[]>> = {
  day_first: ['day', 'month', 'year'],
  month_first: ['month', 'day', 'year'],
  year_first: ['year', 'month', 'day'],
};

/**
 * A date as an authority writes it. ISO 8601 and named months (`5 Mei 1990`, `May 5, 1990`, `05-Agu-1990`) are understood in
 * each form; bare numbers go by the form. Years have four figures: a guess about the century would be one about a person.
 * Null when it is no date.
 */
export function readDate(text: string, form: DateForm): LocalDate | null {
  if (text === '') return null;
  const bare = ISO.test(text) ? text : text.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  if (bare === '') return null;
  if (ISO.test(bare))
    return exists(figures(bare, 0, 4), figures(bare, 5, 7), figures(bare, 8, 10)) ? bare : null;
  return numbered(bare, form) ?? named(bare);
}

function numbered(text: string, form: DateForm): LocalDate | null {
  const parts = /^(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})$/.exec(text)?.slice(1);
  if (!parts) return null;
  // A year in front can only be the year.
  const order = parts[0]?.length === 4 ? ORDER.year_first : ORDER[form];
  const [year, month, day] = (['year', 'month', 'day'] as const).map(
    (part) => parts[order.indexOf(part)] ?? '',
  );
  return year?.length === 4 ? joined(year, month ?? '', day ?? '') : null;
}

function named(text: string): LocalDate | null {
  const dayFirst = /^(\d{1,2})[. -]*(\p{L}{3,9})\.?[ ,-]*(\d{4})$/u.exec(text);
  const monthFirst = /^(\p{L}{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4})$/u.exec(text);
  const [day, word, year] = dayFirst
    ? dayFirst.slice(1)
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthOf(word ?? '');
  return month === 0 ? null : joined(year ?? '', String(month), day ?? '');
}

/** 1 to 12; 0 when it is no month. */
function monthOf(word: string): number {
  const plain = word.toLowerCase();
  if (plain.length > 3 && !WORDS.includes(plain)) return 0;
  const short = plain === 'agt' ? 'agu' : plain.slice(0, 3);
  return MONTHS.findIndex((names) => names.includes(short)) + 1;
}

function joined(year: string, month: string, day: string): LocalDate | null {
  return exists(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null;
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

/** The number that stands there in figures. */
function figures(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}

const ZERO = 48;

// A register has millions of dates: no object is made for one.
function lastDay(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
