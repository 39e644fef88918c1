import type { Reason } from '@himpun/kernel';
import { edits } from './word-similarity';

/** How two dates of birth, or two numbers, agree. `near` is what a slip of the hand makes: never agreement, never a refusal. */
export type SignalVerdict = 'match' | 'near' | 'mismatch' | 'absent';

/** One signal beside the name. */
export interface Signal {
  verdict: SignalVerdict;
  /** Empty when the signal agrees or is missing. */
  reasons: Reason[];
}

const FULL_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * Compares two dates of birth, `YYYY-MM-DD`; a source that has only the year writes `YYYY`, or the first of January.
 * @returns `near` with its reason for day and month swapped, one digit off, or a year alone that agrees
 */
export function birthDateSignal(one: string | null, other: string | null): Signal {
  if (!one?.trim() || !other?.trim()) return { verdict: 'absent', reasons: [] };
  const [a, b] = [one.trim(), other.trim()];
  if (a === b && FULL_DATE.test(a)) return { verdict: 'match', reasons: [] };
  const [first, second] = [FULL_DATE.exec(a), FULL_DATE.exec(b)];
  const sameYear = a.slice(0, 4) === b.slice(0, 4);
  if (!first || !second) return sameYear ? near('birth_year_only') : different('birth_date_differs');
  if (sameYear && first[2] === second[3] && first[3] === second[2]) return near('birth_day_month_swapped');
  if (sameYear && (a.endsWith('-01-01') || b.endsWith('-01-01'))) return near('birth_year_only');
  return edits(a, b) === 1 ? near('birth_digit_differs') : different('birth_date_differs');
}

/**
 * Compares two numbers of licences or diplomas: letter case, spaces, dots, dashes and slashes make no difference.
 * @returns `near` for one sign more, less or other, or two neighbours swapped
 */
export function numberSignal(one: string | null, other: string | null): Signal {
  const [a, b] = [plainNumber(one), plainNumber(other)];
  if (a === '' || b === '') return { verdict: 'absent', reasons: [] };
  if (a === b) return { verdict: 'match', reasons: [] };
  const short = Math.min(a.length, b.length) < 4 || Math.max(a.length, b.length) > 100;
  return !short && edits(a, b) === 1 ? near('number_digit_differs') : different('number_differs');
}

function plainNumber(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const near = (code: keyof typeof SIGNAL_REASONS): Signal => ({
  verdict: 'near',
  reasons: [SIGNAL_REASONS[code]],
});
const different = (code: keyof typeof SIGNAL_REASONS): Signal => ({
  verdict: 'mismatch',
  reasons: [SIGNAL_REASONS[code]],
});

const reason = (code: string, field: string, id: string, en: string): Reason => ({
  code,
  field,
  text: { id, en },
});

const SIGNAL_REASONS = {
  birth_day_month_swapped: reason(
    'birth_day_month_swapped',
    'birthDate',
    'Hari dan bulan lahir tertukar.',
    'Day and month of birth are swapped.',
  ),
  birth_digit_differs: reason(
    'birth_digit_differs',
    'birthDate',
    'Satu angka pada tanggal lahir berbeda.',
    'One digit of the date of birth differs.',
  ),
  birth_year_only: reason(
    'birth_year_only',
    'birthDate',
    'Sumber hanya mengetahui tahun lahir, dan tahunnya sama.',
    'Only the year of birth is known there, and it agrees.',
  ),
  birth_date_differs: reason(
    'birth_date_differs',
    'birthDate',
    'Tanggal lahir pada sumber berbeda.',
    'The date of birth at the source differs.',
  ),
  number_digit_differs: reason(
    'number_digit_differs',
    'number',
    'Satu angka atau huruf pada nomornya berbeda.',
    'One digit or letter of the number differs.',
  ),
  number_differs: reason('number_differs', 'number', 'Nomornya berbeda.', 'The number differs.'),
} as const;
