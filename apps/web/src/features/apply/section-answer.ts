import type { Answer, Requirement } from './apply.api';

/** A section's form: every kind's fields as the page holds them. */
export interface SectionValues {
  chosen: string[];
  days: string[];
  hours: string;
  note: string;
  accepted: boolean;
}

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What the page shows of a stored answer. */
export function valuesOf(answer: Answer | null | undefined): SectionValues {
  const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const hours = answer?.['hoursPerWeek'];
  return {
    chosen: list(answer?.['chosen']),
    days: list(answer?.['days']),
    hours: typeof hours === 'number' ? String(hours) : '',
    note: text(answer?.['note']),
    accepted: answer?.['accepted'] === true,
  };
}

/** What is stored of the page's values. Hours that are no number are not stored; the page says so when one is done. */
export function answerOf(kind: Requirement['kind'], values: SectionValues): Answer {
  switch (kind) {
    case 'interest':
      return { chosen: values.chosen, note: values.note };
    case 'availability':
      return { hoursPerWeek: hoursOf(values.hours), days: values.days, note: values.note };
    default:
      return { accepted: values.accepted };
  }
}

/** Whole hours of a week; null for anything else. */
export function hoursOf(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,3}$/.test(text) && Number(text) <= 168 ? Number(text) : null;
}
