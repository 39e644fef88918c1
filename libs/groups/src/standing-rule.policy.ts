import type { Reason } from '@himpun/kernel';
import { CREDENTIAL_CHANGES, type StandingRule } from './standing-rule';

/** Changes that say what a source knows. What is not found, or reads a little differently, never reaches further than a review. */
const SOURCES_WORD: readonly string[] = ['revoked', 'suspended', 'expired'];

/** Why a rule of standing cannot be published; empty when it can. */
export function standingRuleFaults(rule: StandingRule): Reason[] {
  const { rechecks, reminders, consequences, acknowledgement } = rule;
  return [
    ...rechecks.flatMap(({ everyDays }, at) =>
      everyDays === null || isWithin(everyDays, 1, 730) ? [] : [{ ...DAYS, field: `rechecks.${at}` }],
    ),
    ...daysFaults(reminders.daysBefore, 'reminders.daysBefore'),
    ...consequences.flatMap(({ change, proposes }, at) => [
      ...(CREDENTIAL_CHANGES.includes(change) ? [] : [{ ...UNKNOWN, field: `consequences.${at}` }]),
      ...(proposes === 'suspension' && !SOURCES_WORD.includes(change)
        ? [{ ...TOO_FAR, field: `consequences.${at}` }]
        : []),
    ]),
    ...(isWithin(acknowledgement.withinDays, 1, 365)
      ? []
      : [{ ...DAYS, field: 'acknowledgement.withinDays' }]),
    ...daysFaults(acknowledgement.daysBefore, 'acknowledgement.daysBefore'),
  ];
}

/** The first line for this kind (and source) of credential; null where none fits. */
export function firstFitting<Line extends { kind: string; source?: string }>(
  lines: readonly Line[],
  kind: string,
  source: string,
): Line | null {
  const fits = (asked: string, given: string): boolean => asked === '*' || asked === given;
  return lines.find((line) => fits(line.kind, kind) && fits(line.source ?? '*', source)) ?? null;
}

function daysFaults(days: readonly number[], field: string): Reason[] {
  const isFine = days.length <= 10 && new Set(days).size === days.length;
  return isFine && days.every((day) => isWithin(day, 0, 365)) ? [] : [{ ...DAYS, field }];
}

function isWithin(days: number, least: number, most: number): boolean {
  return Number.isInteger(days) && days >= least && days <= most;
}

const DAYS: Reason = {
  code: 'days_out_of_range',
  text: {
    id: 'Isi jumlah hari yang utuh, wajar, dan masing-masing satu kali.',
    en: 'Give whole days within reason, each once.',
  },
};
const UNKNOWN: Reason = {
  code: 'unknown_change',
  text: { id: 'Perubahan ini tidak dikenal.', en: 'This change is not known.' },
};
const TOO_FAR: Reason = {
  code: 'proposes_too_much',
  text: {
    id: 'Tidak ditemukan atau berbeda penulisannya bukan alasan untuk pembekuan; paling jauh peninjauan.',
    en: 'Not being found, or reading differently, is no ground for a suspension: a review at most.',
  },
};
