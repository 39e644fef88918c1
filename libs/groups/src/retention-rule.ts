import type { Reason } from '@himpun/kernel';

/** How long a group keeps evidence, in days of 24 hours; null keeps it for ever. */
export interface RetentionRule {
  /** After the decision to reject. */
  rejectedDays: number | null;
  /** After the person withdrew. */
  withdrawnDays: number | null;
  /** After the membership ended. */
  formerMemberDays: number | null;
}

/** A year each, where a group says nothing. */
export const DEFAULT_RETENTION: RetentionRule = {
  rejectedDays: 365,
  withdrawnDays: 365,
  formerMemberDays: 365,
};

const LEAST_DAYS = 30;
const MOST_DAYS = 36_500;

/** Why a rule of retention cannot be published: less than 30 days would end before an objection could arrive. */
export function retentionFaults(rule: RetentionRule): Reason[] {
  return (['rejectedDays', 'withdrawnDays', 'formerMemberDays'] as const)
    .filter((field) => !isFine(rule[field]))
    .map((field) => ({ code: 'retention_days', field: `retention.${field}`, text: DAYS }));
}

function isFine(days: number | null): boolean {
  return days === null || (Number.isInteger(days) && days >= LEAST_DAYS && days <= MOST_DAYS);
}

const DAYS = {
  id: 'Isi jumlah hari dari 30 sampai 36500, atau kosongkan untuk menyimpan selamanya.',
  en: 'Enter a number of days from 30 to 36500, or nothing to keep it for ever.',
};
