import type { Requirement } from '@himpun/groups';
import type { Bilingual, Reason } from '@himpun/kernel';

const MAX_NOTE = 1_000;
const MAX_HOURS = 168;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The fields of work that the applicant chose, by the option's code. */
export interface InterestAnswer {
  chosen: string[];
  note: string;
}

/** When the applicant can help. */
export interface AvailabilityAnswer {
  /** Whole hours, 0 to 168; null while not filled in. */
  hoursPerWeek: number | null;
  days: string[];
  note: string;
}

export interface CommitmentAnswer {
  accepted: boolean;
}

/** Sponsors as they were typed before the portal asked them itself; kept by what was sent in then. */
export interface SponsorAnswer {
  names: string[];
}

type Shape = (value: Record<string, unknown>, requirement: Requirement) => Reason[];

/** Kinds that are answered in the form itself; the others are credentials or come later. */
const SHAPES: Readonly<Partial<Record<Requirement['kind'], { fields: readonly string[]; faults: Shape }>>> = {
  interest: {
    fields: ['chosen', 'note'],
    faults: (value, requirement) => [
      ...(isListOf(value['chosen'], codesOf(requirement)) ? [] : [fault('chosen', CHOOSE)]),
      ...noteFaults(value['note']),
    ],
  },
  availability: {
    fields: ['hoursPerWeek', 'days', 'note'],
    faults: (value) => [
      ...(isHours(value['hoursPerWeek']) ? [] : [fault('hoursPerWeek', HOURS)]),
      ...(isListOf(value['days'], WEEKDAYS) ? [] : [fault('days', CHOOSE)]),
      ...noteFaults(value['note']),
    ],
  },
  commitment: {
    fields: ['accepted'],
    faults: (value) => (typeof value['accepted'] === 'boolean' ? [] : [fault('accepted', YES_OR_NO)]),
  },
};

/** Whether the requirement is answered in the form. */
export function isAnswerable(requirement: Requirement): boolean {
  return SHAPES[requirement.kind] !== undefined;
}

/**
 * What is wrong with a draft's answer. Unfinished is fine (nothing chosen, no hours yet); unknown fields, wrong types and
 * options that the rule does not offer are not.
 */
export function answerFaults(requirement: Requirement, value: unknown): Reason[] {
  const shape = SHAPES[requirement.kind];
  if (!shape) return [fault('value', NOT_HERE)];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [fault('value', DATA)];
  const unknown = Object.keys(value).filter((key) => !shape.fields.includes(key));
  if (unknown.length > 0) return unknown.map((key) => fault(key, UNKNOWN));
  return shape.faults(value as Record<string, unknown>, requirement);
}

function codesOf(requirement: Requirement): string[] {
  return requirement.kind === 'interest' ? requirement.options.map(({ code }) => code) : [];
}

function isListOf(value: unknown, allowed: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((item) => allowed.includes(item as string))
  );
}

function isHours(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_HOURS);
}

function noteFaults(value: unknown): Reason[] {
  return typeof value === 'string' && value.length <= MAX_NOTE ? [] : [fault('note', NOTE)];
}

function fault(field: string, text: Bilingual): Reason {
  return { code: 'answer', field, text };
}

const CHOOSE = {
  id: 'Pilih dari pilihan yang ada, masing-masing sekali.',
  en: 'Choose from the options, each once.',
};
const HOURS = { id: 'Isi jam per minggu, 0 sampai 168.', en: 'Enter hours per week, 0 to 168.' };
const NOTE = { id: 'Catatan paling banyak 1.000 huruf.', en: 'A note has at most 1,000 characters.' };
const YES_OR_NO = { id: 'Pilih ya atau tidak.', en: 'Choose yes or no.' };
const UNKNOWN = { id: 'Isian ini tidak dikenal.', en: 'This field is not known.' };
const DATA = { id: 'Isi dengan data terstruktur.', en: 'Give structured data.' };
const NOT_HERE = {
  id: 'Syarat ini tidak diisi di sini.',
  en: 'This requirement is not answered here.',
};
