import { type DateParts, datePartsOf, isNoDate, isoDateOf } from '../../ui/form/date-parts';
import type { ClaimBody, Credential, Kind } from './credentials.api';

/** A claim as it stands in the form. */
export interface ClaimValues {
  holderName: string;
  title: string;
  institution: string;
  /** KKNI 1 to 9 as text; empty for none. */
  level: string;
  field: string;
  number: string;
  authority: string;
  profession: string;
  validFrom: DateParts;
  validUntil: DateParts;
  startedOn: DateParts;
  endedOn: DateParts;
}

const TEXTS = ['holderName', 'title', 'institution', 'field', 'number', 'authority', 'profession'] as const;
const DATES = ['validFrom', 'validUntil', 'startedOn', 'endedOn'] as const;

/** What each kind needs before it can be presented, in the order of the page; the API decides by the same list. */
export const NEEDED: Record<Kind, readonly (keyof ClaimValues)[]> = {
  education: ['institution', 'level', 'field', 'endedOn', 'holderName'],
  licence: ['authority', 'profession', 'number', 'holderName'],
  certification: ['title', 'institution', 'holderName'],
  experience: ['institution', 'title', 'startedOn'],
};

export function valuesOf(claim: Credential['claim']): ClaimValues {
  const texts = TEXTS.map((name) => [name, claim[name] ?? '']);
  const dates = DATES.map((name) => [name, datePartsOf(claim[name])]);
  return {
    ...(Object.fromEntries([...texts, ...dates]) as Omit<ClaimValues, 'level'>),
    level: claim.level === null ? '' : String(claim.level),
  };
}

/** What to save: everything but dates that are not finished, which stay as they were stored. */
export function claimOf(values: ClaimValues): ClaimBody {
  const texts = TEXTS.map((name) => [name, values[name].trim()]);
  const dates = DATES.map((name) => [
    name,
    isNoDate(values[name]) ? null : (isoDateOf(values[name]) ?? undefined),
  ]);
  return {
    ...(Object.fromEntries([...texts, ...dates].filter(([, value]) => value !== undefined)) as ClaimBody),
    level: values.level === '' ? null : Number(values.level),
  };
}

/** Names of the fields that are empty though needed, or hold half a date. */
export function claimGaps(kind: Kind, values: ClaimValues): (keyof ClaimValues)[] {
  const isEmpty = (name: keyof ClaimValues) => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() === '' : isoDateOf(value) === null;
  };
  const halves = DATES.filter((name) => !isNoDate(values[name]) && isoDateOf(values[name]) === null);
  const missing = NEEDED[kind].filter(isEmpty);
  return [...missing, ...halves.filter((name) => !missing.includes(name))];
}
