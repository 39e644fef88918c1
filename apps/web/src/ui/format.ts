import type { Language } from '../app/language';

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** Indonesia's zones by their own short names; elsewhere the name that Intl gives. */
const ZONE_NAMES: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** A calendar date (`2026-11-21`, or the day of an instant in `zone`): "21 November 2026". */
export function formatDate(
  value: string,
  language: Language,
  style: 'long' | 'short' = 'long',
  zone = ownZone(),
): string {
  const isDateOnly = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: isDateOnly ? 'UTC' : zone,
  }).format(new Date(value));
}

/** An instant with its zone in words: "21 November 2026 pukul 14.05 WIB". */
export function formatDateTime(value: string, language: Language, zone = ownZone()): string {
  const joint = language === 'id' ? 'pukul' : 'at';
  return `${formatDate(value, language, 'long', zone)} ${joint} ${formatTime(value, language, zone)}`;
}

/** The time of an instant: "14.05 WIB". */
export function formatTime(value: string, language: Language, zone = ownZone()): string {
  const time = new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(value));
  return `${time} ${zoneName(new Date(value), language, zone)}`;
}

/** Whole rupiah: "Rp 1.500.000", with a space that does not break. */
export function formatMoney(rupiah: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], {
    style: 'currency',
    currency: 'IDR',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  })
    .format(rupiah)
    .replace(/^(-?)Rp\s*/, '$1Rp\u00a0');
}

/** A count with the language's separators. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** A file's size for a person: "2,4 MB". Decimal units, as limits are stated. */
export function formatBytes(bytes: number, language: Language): string {
  const [size, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000, 'kB'];
  return `${new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(size)}\u00a0${unit}`;
}

/** The reader's zone when it is one of Indonesia's, else Jakarta's: an officer abroad still reads the office's time. */
export function ownZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone in ZONE_NAMES ? zone : 'Asia/Jakarta';
}

function zoneName(at: Date, language: Language, zone: string): string {
  const known = ZONE_NAMES[zone];
  if (known) return known;
  const parts = new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: zone,
    timeZoneName: 'short',
  }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
