/** A date as a person types it: three short texts. The month may be a number or a name. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export const NO_DATE: DateParts = { day: '', month: '', year: '' };

// Enough letters to tell the months of both languages apart: Agustus/August, Maret/March, Mei/May …
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^[fp]eb/,
  /^mar/,
  /^apr/,
  /^(mei|may)/,
  /^jun/,
  /^jul/,
  /^(ag|aug)/,
  /^sep/,
  /^(okt|oct)/,
  /^nov/,
  /^(des|dec)/,
];

/** The calendar date, `YYYY-MM-DD`; null when the parts are not a date that exists. */
export function isoDateOf(parts: DateParts): string | null {
  const day = numberOf(parts.day, 1, 31);
  const month = monthOf(parts.month);
  const year = /^\d{4}$/.test(parts.year.trim()) ? Number(parts.year) : null;
  if (day === null || month === null || year === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  // 31 February rolls over into March: then it was no date.
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

/** The parts of a stored date, for editing; empty parts for none. */
export function datePartsOf(isoDate: string | null | undefined): DateParts {
  const [year, month, day] = (isoDate ?? '').split('-');
  if (!year || !month || !day) return NO_DATE;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Whether nothing was typed at all. */
export function isNoDate(parts: DateParts): boolean {
  return Object.values(parts).every((part: string) => part.trim() === '');
}

function monthOf(text: string): number | null {
  const asNumber = numberOf(text, 1, 12);
  if (asNumber !== null) return asNumber;
  const place = MONTHS.findIndex((name) => name.test(text.trim().toLowerCase()));
  return place < 0 ? null : place + 1;
}

function numberOf(text: string, from: number, to: number): number | null {
  if (!/^\d{1,2}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= from && value <= to ? value : null;
}
