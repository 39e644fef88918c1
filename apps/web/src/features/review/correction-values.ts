import { datePartsOf, isoDateOf, type DateParts } from '../../ui/form/date-parts';
import type { CorrectionItem } from './review.api';

/** Whether a part is to be corrected, and why. */
export interface Note {
  isWrong: boolean;
  note: string;
}

type PartName = `part-${string}`;

/** The officer's request as typed: the parts by name, in the order of the page, and the last day to answer. */
export type CorrectionValues = Record<PartName, Note> & { answerBy: DateParts };

const PREFIX = 'part-';
const USUAL_DAYS = 14;
const DAY_MS = 86_400_000;
/** The day turns where the association has its seat. */
const ZONE = 'Asia/Jakarta';

/** The field of a part; its own id could be anything. */
export const partName = (id: string): PartName => `part-${id}`;

/** Nothing marked but the part that the officer came from, and two weeks to answer. */
export function firstValues(parts: readonly string[], from: string | undefined, now: Date): CorrectionValues {
  const notes = parts.map((id): [PartName, Note] => [partName(id), { isWrong: id === from, note: '' }]);
  return { ...Object.fromEntries(notes), answerBy: datePartsOf(usualAnswerBy(now)) };
}

/** `YYYY-MM-DD`, two weeks from today. */
export function usualAnswerBy(now: Date): string {
  const then = new Date(now.getTime() + USUAL_DAYS * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(then);
}

/** What is wrong, by field, in the words given. Whether the day is near enough the server says. */
export function faultsIn(
  values: CorrectionValues,
  words: { nothing: string; why: string; answerBy: string },
): Record<string, string | undefined> {
  const parts = notesOf(values);
  const chosen = parts.filter(([, { isWrong }]) => isWrong);
  const faults =
    chosen.length === 0
      ? [[parts[0]?.[0] ?? '', words.nothing]]
      : chosen.map(([name, { note }]) => [name, note.trim() === '' ? words.why : undefined]);
  return {
    ...Object.fromEntries(faults),
    answerBy: isoDateOf(values.answerBy) === null ? words.answerBy : undefined,
  };
}

/** What is sent. */
export function itemsOf(values: CorrectionValues): CorrectionItem[] {
  return notesOf(values)
    .filter(([, { isWrong }]) => isWrong)
    .map(([name, { note }]) => ({ requirementId: name.slice(PREFIX.length), note: note.trim() }));
}

function notesOf({ answerBy: _, ...notes }: CorrectionValues): [string, Note][] {
  return Object.entries(notes);
}
