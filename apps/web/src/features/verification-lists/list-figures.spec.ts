import { longestWait, timeLeft } from './list-figures';

describe('how long a list takes', () => {
  it.each([
    ['nothing when nothing is known', null, null],
    ['a moment', 20, { unit: 'moment', count: 1 }],
    ['one minute', 70, { unit: 'minutes', count: 1 }],
    ['minutes', 1_500, { unit: 'minutes', count: 25 }],
    ['hours, from the first full one', 3_590, { unit: 'hours', count: 1 }],
    ['hours', 9_000, { unit: 'hours', count: 3 }],
  ])('says %s', (_, seconds, words) => {
    expect(timeLeft(seconds)).toEqual(words);
  });

  it('is that of the slowest source, and not known where none has a limit', () => {
    expect(
      longestWait([
        { open: 100, perSecond: 5 },
        { open: 10, perSecond: 0.1 },
        { open: 9_000, perSecond: null },
      ]),
    ).toBe(100);
    expect(longestWait([{ open: 9_000, perSecond: null }])).toBeNull();
  });
});
