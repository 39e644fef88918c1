import fc from 'fast-check';
import { countingYear, isNumberPattern, memberNumber } from './member-number.policy';

describe('a member number', () => {
  it.each([
    ['PI-{year}-{seq:5}', '2026-11-21', 42, 'PI-2026-00042'],
    ['PI-{year}-{seq:2}', '2027-01-01', 12_345, 'PI-2027-12345'],
    ['REL{seq}', '2026-11-21', 7, 'REL7'],
  ])('%s on %s with %i is %s', (pattern, today, sequence, number) => {
    expect(memberNumber(pattern, today, sequence)).toBe(number);
  });

  it('never comes twice from one pattern: another year or another count gives another number', () => {
    const pattern = fc.constantFrom('PI-{year}-{seq:5}', '{seq:3}', 'A{seq}/{year}', '{year}{seq:1}');
    const issue = fc.tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 200_000 }));
    fc.assert(
      fc.property(pattern, issue, issue, (shape, one, other) => {
        const key = ([year, sequence]: [number, number]) =>
          `${countingYear(shape, `${year}-06-01`)}/${sequence}`;
        const of = ([year, sequence]: [number, number]) => memberNumber(shape, `${year}-06-01`, sequence);
        expect(of(one) === of(other)).toBe(key(one) === key(other));
      }),
    );
  });
});

describe('a number pattern', () => {
  it.each([
    ['PI-{year}-{seq:5}', true],
    ['{seq}', true],
    ['PI-{year}', false],
    ['PI-{month}-{seq}', false],
    ['{seq}-{seq}', false],
    ['PI', false],
  ])('%s is usable: %s', (pattern, usable) => {
    expect(isNumberPattern(pattern)).toBe(usable);
  });
});
