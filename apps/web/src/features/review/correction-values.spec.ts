import { faultsIn, firstValues, itemsOf, usualAnswerBy } from './correction-values';

const WORDS = { nothing: 'nothing', why: 'why', answerBy: 'day' };
const NOW = new Date('2026-11-21T05:00:00Z');

describe('a request for correction as it is typed', () => {
  it('begins with the part that the officer came from, and two weeks to answer', () => {
    expect(firstValues(['details', 'sponsor'], 'sponsor', NOW)).toEqual({
      'part-details': { isWrong: false, note: '' },
      'part-sponsor': { isWrong: true, note: '' },
      answerBy: { day: '5', month: '12', year: '2026' },
    });
    // Late in the evening of Universal Time it is tomorrow in Jakarta already.
    expect(usualAnswerBy(new Date('2026-12-20T18:00:00Z'))).toBe('2027-01-04');
  });

  it('needs a part, a why for each, and a day that exists', () => {
    const values = firstValues(['details', 'sponsor'], undefined, NOW);
    expect(faultsIn(values, WORDS)).toEqual({ 'part-details': 'nothing', answerBy: undefined });
    const marked = { ...values, 'part-sponsor': { isWrong: true, note: ' ' } };
    const never = { ...marked, answerBy: { day: '31', month: '2', year: '2027' } };
    expect(faultsIn(never, WORDS)).toEqual({ 'part-sponsor': 'why', answerBy: 'day' });
  });

  it('sends what was marked', () => {
    const values = firstValues(['details', 'answerBy'], 'answerBy', NOW);
    expect(itemsOf({ ...values, 'part-answerBy': { isWrong: true, note: ' Another day. ' } })).toEqual([
      { requirementId: 'answerBy', note: 'Another day.' },
    ]);
  });
});
