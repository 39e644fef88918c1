import type { DisclosureRequirement } from '@himpun/groups';
import type { Bilingual, Reason } from '@himpun/kernel';
import type { DisclosureVerdict } from '../requirement/requirement-facts';

const LONGEST = 4_000;
const LONGEST_CONDITIONS = 2_000;
const MOST_FILES = 10;

/** The answer to one question. */
export interface DisclosureAnswer {
  questionId: string;
  /** Yes: there is something to tell. */
  yes: boolean;
  /** What happened and how it stands; empty for a no. */
  explanation: string;
}

/** What an applicant or a member discloses; sealed as it is. */
export interface DisclosureContent {
  answers: DisclosureAnswer[];
  /** A member's own words, where no questions were asked; empty otherwise. */
  text: string;
}

/** What a reviewer makes of a disclosure. */
export interface NewAssessment {
  verdict: DisclosureVerdict;
  /** For officers. */
  reason: string;
  /** Told to the applicant; only with the verdict that names them. */
  conditions: string | null;
}

/** What is wrong with the answers: each question once, and each yes explained. */
export function disclosureFaults(
  { questions }: Pick<DisclosureRequirement, 'questions'>,
  answers: readonly DisclosureAnswer[],
): Reason[] {
  const asked = new Set(questions.map(({ id }) => id));
  if (
    answers.length !== asked.size ||
    new Set(answers.map(({ questionId }) => questionId)).size !== asked.size
  ) {
    return [fault('answers', UNANSWERED)];
  }
  return answers.flatMap(({ questionId, yes, explanation }) => {
    if (!asked.has(questionId)) return [fault('answers', UNANSWERED)];
    if (yes && explanation.trim() === '') return [fault(`explanation-${questionId}`, UNEXPLAINED)];
    return explanation.length > LONGEST ? [fault(`explanation-${questionId}`, TOO_LONG)] : [];
  });
}

/** What is wrong with what a member tells after admission. */
export function tellingFaults(text: string): Reason[] {
  if (text.trim() === '') return [fault('text', UNEXPLAINED)];
  return text.length > LONGEST ? [fault('text', TOO_LONG)] : [];
}

/** What is wrong with the evidence: a few files, all of them one's own. @param own how many of them are. */
export function filesFaults(count: number, own: number): Reason[] {
  return count === own && count <= MOST_FILES ? [] : [fault('evidenceFileIds', FILES)];
}

/** Whether somebody has to look at it: as soon as one answer is a yes. */
export function needsPerson(answers: readonly DisclosureAnswer[]): boolean {
  return answers.some(({ yes }) => yes);
}

/** What is wrong with an assessment: always a reason, and conditions where it names them and nowhere else. */
export function assessmentFaults({ verdict, reason, conditions }: NewAssessment): Reason[] {
  const wanted = verdict === 'with_conditions';
  return [
    ...(reason.trim() === '' || reason.length > LONGEST ? [fault('reason', WHY)] : []),
    ...((conditions !== null && conditions.trim() !== '') === wanted
      ? []
      : [fault('conditions', CONDITIONS)]),
    ...((conditions ?? '').length > LONGEST_CONDITIONS ? [fault('conditions', TOO_LONG)] : []),
  ];
}

function fault(field: string, text: Bilingual): Reason {
  return { code: 'disclosure', field, text };
}

const UNANSWERED = {
  id: 'Jawab setiap pertanyaan dengan ya atau tidak.',
  en: 'Answer each question with yes or no.',
};
const UNEXPLAINED = {
  id: 'Tulis apa yang terjadi dan bagaimana keadaannya sekarang.',
  en: 'Write what happened and how it stands now.',
};
const TOO_LONG = { id: 'Teks ini terlalu panjang.', en: 'This text is too long.' };
const FILES = {
  id: 'Lampirkan paling banyak 10 berkas Anda sendiri.',
  en: 'Attach at most 10 files of your own.',
};
const WHY = { id: 'Tulis alasan penilaian ini.', en: 'Write the reason of this assessment.' };
const CONDITIONS = {
  id: 'Tulis syaratnya bila, dan hanya bila, dapat diterima dengan syarat.',
  en: 'Name the conditions where, and only where, it is acceptable with conditions.',
};
