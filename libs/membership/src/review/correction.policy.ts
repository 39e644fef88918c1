import type { Requirement } from '@himpun/groups';
import { plusDays, type LocalDate, type Reason } from '@himpun/kernel';
import type { CorrectionItem } from '../application/application.entity';
import { followsApproval } from '../membership/admission.policy';

/** What an applicant can be asked to correct besides the requirements: their own details. */
export const DETAILS = 'details';

const LONGEST_NOTE = 2_000;

/** What is wrong with a request for correction: each item must be one that the applicant can change, named once, with a why. */
export function correctionFaults(
  items: readonly CorrectionItem[],
  requirements: readonly Requirement[],
): Reason[] {
  if (items.length === 0) return [EMPTY];
  const correctable = new Set([
    DETAILS,
    ...requirements.filter((line) => !followsApproval(line)).map(({ id }) => id),
  ]);
  const seen = new Set<string>();
  return items.flatMap(({ requirementId, note }, index) => {
    const field = `items.${index}`;
    if (!correctable.has(requirementId)) return [{ ...UNKNOWN, field }];
    if (seen.has(requirementId)) return [{ ...TWICE, field }];
    seen.add(requirementId);
    if (note.trim() === '') return [{ ...UNEXPLAINED, field: `${field}.note` }];
    return note.length > LONGEST_NOTE ? [{ ...TOO_LONG, field: `${field}.note` }] : [];
  });
}

const USUAL_DAYS = 14;
const MOST_DAYS = 180;

/** The last day to answer where the officer names none: two weeks. */
export function usualAnswerBy(today: LocalDate): LocalDate {
  return plusDays(today, USUAL_DAYS);
}

/** What is wrong with the day until which an answer is expected: not today, and not after half a year. */
export function answerByFaults(answerBy: LocalDate, today: LocalDate): Reason[] {
  return answerBy > today && answerBy <= plusDays(today, MOST_DAYS) ? [] : [WRONG_DAY];
}

const WRONG_DAY: Reason = {
  code: 'answer_by_wrong',
  field: 'answerBy',
  text: {
    id: 'Pilih hari setelah hari ini, paling lama setengah tahun lagi.',
    en: 'Choose a day after today, at most half a year away.',
  },
};
const EMPTY: Reason = {
  code: 'nothing_to_correct',
  field: 'items',
  text: {
    id: 'Pilih sedikitnya satu hal yang harus diperbaiki.',
    en: 'Choose at least one thing to correct.',
  },
};
const UNKNOWN: Reason = {
  code: 'not_correctable',
  text: {
    id: 'Bagian ini tidak dapat diperbaiki oleh pemohon.',
    en: 'The applicant cannot correct this part.',
  },
};
const TWICE: Reason = {
  code: 'named_twice',
  text: { id: 'Bagian ini disebut dua kali.', en: 'This part is named twice.' },
};
const UNEXPLAINED: Reason = {
  code: 'note_missing',
  text: {
    id: 'Tulis apa yang kurang dan mengapa, agar pemohon tahu apa yang harus dilakukan.',
    en: 'Write what is missing and why, so that the applicant knows what to do.',
  },
};
const TOO_LONG: Reason = {
  code: 'note_too_long',
  text: { id: 'Catatan paling banyak 2.000 huruf.', en: 'A note has at most 2,000 characters.' },
};
