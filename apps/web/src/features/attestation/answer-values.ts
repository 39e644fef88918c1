import type { Word } from './attestation.api';

/** What the form of an answer holds: `found.level` is what the records say where the level differs. */
export interface AnswerValues {
  verdict: '' | Word['verdict'];
  /** Fields that differ. */
  differing: string[];
  name: string;
  office: string;
  remark: string;
  [found: `found.${string}`]: string;
}

export const NO_ANSWER: AnswerValues = { verdict: '', differing: [], name: '', office: '', remark: '' };

/** The form's name for what the records say of a field. */
export function foundName(field: string): `found.${string}` {
  return `found.${field}`;
}

/** The answer as the API takes it; what was typed and then unchosen is left out. */
export function wordOf(values: AnswerValues): Word {
  const { verdict, name, office, remark } = values;
  return {
    verdict: verdict || 'no',
    name: name.trim(),
    office: office.trim(),
    ...(remark.trim() && { remark: remark.trim() }),
    ...(verdict === 'differs' && {
      differences: values.differing.map((field) => ({
        field,
        found: values[foundName(field)]?.trim() ?? '',
      })),
    }),
  };
}
