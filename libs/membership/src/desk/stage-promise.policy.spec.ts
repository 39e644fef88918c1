import { stagePromises, usualStageDays } from './stage-promise.policy';

const NONE = new Set<string>();
const days = (...args: Parameters<typeof stagePromises>) => stagePromises(...args).map(({ dueOn }) => dueOn);

describe('the promised day of each stage', () => {
  it.each([
    [
      'as the group says',
      '2026-12-04',
      10,
      { checking: 2, judging: 5 },
      NONE,
      ['2026-11-24', '2026-12-01', '2026-12-04'],
    ],
    [
      'by tenths where it says nothing',
      '2026-12-04',
      10,
      null,
      NONE,
      ['2026-11-25', '2026-12-01', '2026-12-04'],
    ],
    [
      'around a holiday',
      '2026-12-29',
      10,
      { checking: 2, judging: 5 },
      new Set(['2026-12-24', '2026-12-25']),
      ['2026-12-15', '2026-12-22', '2026-12-29'],
    ],
    [
      'all at once where the first stages take everything',
      '2026-12-04',
      3,
      { checking: 5, judging: 5 },
      NONE,
      ['2026-12-04', '2026-12-04', '2026-12-04'],
    ],
  ])('%s', (_, dueOn, promised, given, holidays, expected) => {
    expect(days(dueOn, promised, given, holidays)).toEqual(expected);
  });

  it('leaves a promise of one day to the decision', () => {
    expect(usualStageDays(1)).toEqual({ checking: 0, judging: 0 });
  });
});
