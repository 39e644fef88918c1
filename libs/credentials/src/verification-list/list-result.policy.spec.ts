import fc from 'fast-check';
import type { CheckOutcome, RunState } from '../check/check.states';
import { unreachableStates } from '@himpun/kernel';
import { LIST_RESULTS, listPace, listResult, pauseBefore } from './list-result.policy';
import { LIST_TRANSITIONS } from './verification-list.states';

type Answer = { runState: RunState; outcome: CheckOutcome | null };
const said = (outcome: CheckOutcome): Answer => ({ runState: 'ran', outcome });
const ended = (runState: RunState): Answer => ({ runState, outcome: null });

describe('what stands beside a person of a list', () => {
  it.each<[string, Answer[], string]>([
    ['nobody was asked', [], 'waiting'],
    ['one has not answered', [said('revoked'), ended('queued')], 'waiting'],
    ['all say the same', [said('match'), said('match')], 'match'],
    ['a fact stands against a match', [said('match'), said('revoked')], 'revoked'],
    ['another holder weighs more than a fact', [said('expired'), said('mismatch')], 'mismatch'],
    ['one does not know the number', [said('match'), said('not_found')], 'not_found'],
    ['one could not be asked', [said('match'), ended('unavailable')], 'unavailable'],
    ['a source left it to a person', [ended('ran')], 'partial'],
    ['nobody covers it', [ended('not_covered')], 'not_covered'],
  ])('when %s', (_, answers, expected) => {
    expect(listResult(answers)).toBe(expected);
  });

  const outcomes = ['match', 'partial', 'mismatch', 'not_found', 'expired', 'revoked', 'suspended'] as const;
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.constantFrom(...outcomes).map(said),
    fc.constantFrom<RunState>('queued', 'running', 'ran', 'not_covered', 'unavailable', 'refused').map(ended),
  );
  it('never turns better by one more answer, and is a match only where all are', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1 }), answer, (answers, more) => {
        const place = (one: readonly Answer[]) => LIST_RESULTS.indexOf(listResult(one));
        expect(place([...answers, more])).toBeLessThanOrEqual(place(answers));
        expect(listResult(answers) === 'match').toBe(answers.every(({ outcome }) => outcome === 'match'));
      }),
    );
  });
});

describe('how fast a list goes on', () => {
  it('is told from the answers of the last minute', () => {
    expect(listPace(600, 120, 60_000)).toEqual({ perMinute: 120, secondsLeft: 300 });
    expect(listPace(30, 20, 10_000)).toEqual({ perMinute: 120, secondsLeft: 15 });
  });

  it.each([
    ['nothing is left', 0, 50, 60_000],
    ['no answer came', 50, 0, 60_000],
    ['it has only begun', 50, 5, 0],
  ])('is not told when %s', (_, open, recent, windowMs) => {
    expect(listPace(open, recent, windowMs)).toEqual({ perMinute: null, secondsLeft: null });
  });

  it('waits longer after each failure, at most minutes, and never less than the source wishes', () => {
    expect(pauseBefore(1, undefined, 1)).toBe(2_000);
    expect(pauseBefore(1, undefined, 0)).toBe(1_000);
    expect(pauseBefore(4, undefined, 1)).toBe(16_000);
    expect(pauseBefore(30, undefined, 1)).toBe(300_000);
    expect(pauseBefore(1, 60_000, 0)).toBe(60_000);
  });
});

describe('the life of a list', () => {
  it('reaches every state', () => expect(unreachableStates(LIST_TRANSITIONS, 'refused')).toEqual([]));

  it('asks nobody again once it is finished, but where an answer is missing', () => {
    expect(Object.keys(LIST_TRANSITIONS.finished)).toEqual(['repeat']);
  });
});
