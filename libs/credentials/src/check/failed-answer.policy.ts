import { ANSWER_REASONS } from '../source/answer.policy';
import { FinalError, type CheckAnswer } from '../source/check-source';

/** What is written down when a source could not be asked: nothing about the claim, and a person has to look. */
export function failedAnswer(error: unknown, sourceVersion: string): CheckAnswer {
  const final = error instanceof FinalError;
  return {
    run: final ? 'refused' : 'unavailable',
    outcome: null,
    needsPerson: true,
    reasons: [final ? ANSWER_REASONS.source_refused : ANSWER_REASONS.source_unavailable],
    fields: [],
    query: {},
    answer: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2_000) : null,
    sourceVersion,
  };
}

const PATIENCE_MS = 24 * 3_600_000;

/** A source that is away for a day is a person's business. */
export function waitedTooLong(since: Date | null, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() > PATIENCE_MS;
}
