import { stageOf } from './case-stage.policy';

describe('the stage of a case', () => {
  it.each([
    ['returned', 'applicant', 1, 'correction'],
    ['submitted', 'source', 1, 'checking'],
    ['submitted', 'officer', 1, 'judging'],
    ['submitted', 'officer', 0, 'deciding'],
  ] as const)(
    '%s, waiting on the %s with %d checks for a person: %s',
    (state, waitingOn, needsPerson, stage) => {
      expect(stageOf({ state, waitingOn, needsPerson })).toBe(stage);
    },
  );
});
