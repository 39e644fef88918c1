import { createHash } from 'node:crypto';
import type { CheckAnswer } from '../source/check-source';

/** Longest answer kept word for word; its hash covers all of it. */
const LONGEST_ANSWER = 200_000;

/** The answer as it is kept: PostgreSQL takes no NUL characters in text. */
export function storable(answer: string | null): string | null {
  return answer === null
    ? null
    : answer.slice(0, LONGEST_ANSWER).replaceAll('\u0000', '\uFFFD').toWellFormed();
}

/** SHA-256 of the whole answer. */
export function answerHash(answer: string | null): Buffer | null {
  return answer === null ? null : createHash('sha256').update(answer).digest();
}

/** Key, text and end of an answer that may serve the same question again. */
export function keptValues({ kept }: CheckAnswer, now: Date): [Buffer | null, string | null, Date | null] {
  if (!kept) return [null, null, null];
  const answer = JSON.stringify(kept.answer).replaceAll('\\u0000', '\\ufffd');
  return [kept.key, answer, new Date(now.getTime() + kept.forMs)];
}
