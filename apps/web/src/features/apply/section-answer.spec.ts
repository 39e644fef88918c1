import { answerOf, hoursOf, valuesOf } from './section-answer';

describe('the answer of a section', () => {
  it.each([
    ['interest', { chosen: ['health'], note: 'O’Brien' }],
    ['availability', { hoursPerWeek: 6, days: ['sat'], note: '' }],
    ['commitment', { accepted: true }],
  ] as const)('of %s is the same after showing it', (kind, answer) => {
    expect(answerOf(kind, valuesOf(answer as never))).toEqual(answer);
  });

  it.each([
    ['', null],
    ['6', 6],
    [' 40 ', 40],
    ['168', 168],
    ['169', null],
    ['4,5', null],
    ['empat', null],
    ['-1', null],
  ])('hours %j are %j', (typed, hours) => {
    expect(hoursOf(typed)).toBe(hours);
  });
});
