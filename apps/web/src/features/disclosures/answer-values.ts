import type { DisclosureBody, OwnDisclosure } from './disclosures.api';
import type { EvidenceFile } from './evidence-field';

/** The form: by question `answer-<id>` (`yes`, `no` or empty) and `explanation-<id>`. */
export interface AnswerValues {
  fields: Record<string, string>;
  evidence: EvidenceFile[];
}

type Question = { id: string };

export function valuesOf(questions: readonly Question[], own: OwnDisclosure): AnswerValues {
  const fields: Record<string, string> = {};
  for (const { id } of questions) {
    const given = own.answers.find(({ questionId }) => questionId === id);
    fields[`answer-${id}`] = given ? (given.yes ? 'yes' : 'no') : '';
    fields[`explanation-${id}`] = given?.explanation ?? '';
  }
  return { fields, evidence: own.evidence };
}

/** Names of fields that are not filled in: an answer is missing, or a yes without explanation. */
export function missingFields(questions: readonly Question[], { fields }: AnswerValues): string[] {
  return questions.flatMap(({ id }) => {
    if (!fields[`answer-${id}`]) return [`answer-${id}`];
    const isBare = fields[`answer-${id}`] === 'yes' && !fields[`explanation-${id}`]?.trim();
    return isBare ? [`explanation-${id}`] : [];
  });
}

/** As the API takes it; an explanation belongs to a yes, and files go with one. */
export function bodyOf(
  questions: readonly Question[],
  { fields, evidence }: AnswerValues,
  seenId: string | null,
): DisclosureBody {
  const answers = questions.map(({ id }) => {
    const yes = fields[`answer-${id}`] === 'yes';
    return { questionId: id, yes, explanation: yes ? (fields[`explanation-${id}`] ?? '').trim() : '' };
  });
  return {
    answers,
    evidenceFileIds: answers.some(({ yes }) => yes) ? evidence.map(({ id }) => id) : [],
    ...(seenId !== null && { replaces: seenId }),
  };
}
