import { isLocalDate, type LocalDate, type Reason } from '@himpun/kernel';
import type { Claim, CredentialKind } from './claim';

const EARLIEST = '1930-01-01';
const DATES = ['validFrom', 'validUntil', 'startedOn', 'endedOn'] as const;
const NEEDED: Readonly<Record<CredentialKind, readonly (keyof Claim)[]>> = {
  education: ['holderName', 'institution', 'level', 'field', 'endedOn'],
  licence: ['holderName', 'authority', 'profession', 'number'],
  certification: ['holderName', 'title', 'institution'],
  experience: ['institution', 'title', 'startedOn'],
};

/** What cannot be true of a claim on `today`, however unfinished it is. */
export function claimFaults(kind: CredentialKind, claim: Claim, today: LocalDate): Reason[] {
  const faults: Reason[] = [];
  for (const field of DATES) {
    const date = claim[field];
    if (date !== null && (!isLocalDate(date) || date < EARLIEST))
      faults.push(fault(field, 'date_wrong', DATE_WRONG));
  }
  if (claim.level !== null && (claim.level < 1 || claim.level > 9))
    faults.push(fault('level', 'level_wrong', LEVEL_WRONG));
  if (after(claim.validFrom, claim.validUntil)) faults.push(fault('validUntil', 'dates_crossed', CROSSED));
  if (after(claim.startedOn, claim.endedOn)) faults.push(fault('endedOn', 'dates_crossed', CROSSED));
  const past = kind === 'experience' ? (['startedOn', 'endedOn'] as const) : (['endedOn'] as const);
  for (const field of past)
    if (after(claim[field], today)) faults.push(fault(field, 'in_the_future', FUTURE));
  return faults;
}

/** What a claim still lacks before it can be presented. */
export function claimGaps(kind: CredentialKind, claim: Claim): Reason[] {
  return NEEDED[kind]
    .filter((field) => claim[field] === null || claim[field] === '')
    .map((field) => fault(field, 'missing', MISSING));
}

function after(one: LocalDate | null, other: LocalDate | null): boolean {
  return one !== null && other !== null && one > other;
}

function fault(field: string, code: string, text: Reason['text']): Reason {
  return { code, field, text };
}

const MISSING = { id: 'Isi bagian ini.', en: 'Fill this in.' };
const DATE_WRONG = { id: 'Isi tanggal yang benar, setelah 1930.', en: 'Enter a correct date, after 1930.' };
const LEVEL_WRONG = { id: 'Pilih jenjang 1 sampai 9.', en: 'Choose a level from 1 to 9.' };
const CROSSED = {
  id: 'Tanggal akhir mendahului tanggal awal.',
  en: 'The last day comes before the first.',
};
const FUTURE = { id: 'Tanggal ini belum tiba.', en: 'This date has not come yet.' };
