import { ANSWER_REASONS } from '../source/answer.policy';
import { FinalError, type CheckAnswer } from '../source/check-source';

/** What is written down when a source could not be asked: nothing about the claim, and a person has to look. */
export function failedAnswer(error: unknown, sourceVersion: string): CheckAnswer {
  const reason =
    error instanceof FinalError ? ANSWER_REASONS.source_refused : ANSWER_REASONS.source_unavailable;
  return {
    run: 'could_not_run',
    outcome: null,
    needsPerson: true,
    reasons: [reason],
    fields: [],
    query: {},
    answer: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2_000) : null,
    sourceVersion,
  };
}
