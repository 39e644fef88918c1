import fc from 'fast-check';
import { acknowledgementGaps } from './acknowledgement.policy';

const clauses = [
  { id: 'a', position: 1, mustAcknowledge: true },
  { id: 'b', position: 2, mustAcknowledge: false },
  { id: 'c', position: 3, mustAcknowledge: true },
];

describe('an acknowledgement is complete', () => {
  it.each([
    ['when every marked clause is ticked', ['a', 'c'], []],
    ['when unmarked ones are ticked too', ['a', 'b', 'c'], []],
    ['not when a marked clause is left out', ['a', 'b'], ['clauses.3']],
    ['not when nothing is ticked', [], ['clauses.1', 'clauses.3']],
    ['not with a clause of another edition', ['a', 'c', 'z'], ['clauseIds']],
  ])('%s', (_, ticked, fields) => {
    expect(acknowledgementGaps(clauses, ticked).map((gap) => gap.field)).toEqual(fields);
  });

  it('exactly when marked ⊆ ticked ⊆ the edition, in any order and with repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<string>('a', 'b', 'c', 'z')), (ticked) => {
        const complete = ['a', 'c'].every((id) => ticked.includes(id)) && !ticked.includes('z');
        expect(acknowledgementGaps(clauses, ticked).length === 0).toBe(complete);
      }),
    );
  });
});
