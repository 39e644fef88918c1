import type { LocalDate } from '@himpun/kernel';

const SEQUENCE = /\{seq(?::(\d{1,2}))?\}/;

/**
 * Which count a pattern draws from: a number per year where the pattern shows the year, one count for ever (0) where it
 * does not, so that no number comes twice.
 */
export function countingYear(pattern: string, today: LocalDate): number {
  return pattern.includes('{year}') ? Number(today.slice(0, 4)) : 0;
}

/** The member number: `PI-{year}-{seq:5}` with 42 in 2026 is `PI-2026-00042`. A longer sequence is never cut. */
export function memberNumber(pattern: string, today: LocalDate, sequence: number): string {
  return pattern
    .replace('{year}', today.slice(0, 4))
    .replace(SEQUENCE, (_, width: string | undefined) => String(sequence).padStart(Number(width ?? 1), '0'));
}

/** Whether a pattern can number members: it holds the sequence exactly once, and no other braces. */
export function isNumberPattern(pattern: string): boolean {
  const rest = pattern.replace(SEQUENCE, '').replace('{year}', '');
  return SEQUENCE.test(pattern) && !/[{}]/.test(rest) && pattern.length <= 40;
}
