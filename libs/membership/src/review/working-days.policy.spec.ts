import fc from 'fast-check';
import { plusDays } from '@himpun/kernel';
import { workingDays } from './working-days.policy';

describe('the age of a case in working days', () => {
  it.each([
    ['the day it came', '2026-11-20', '2026-11-20', 0],
    ['a Friday, seen on Saturday', '2026-11-20', '2026-11-21', 0],
    ['a Friday, seen on Monday', '2026-11-20', '2026-11-23', 1],
    ['a Saturday, seen on Monday', '2026-11-21', '2026-11-23', 1],
    ['a Monday, seen a week later', '2026-11-16', '2026-11-23', 5],
    ['seen before it came', '2026-11-23', '2026-11-20', 0],
  ])('%s', (_, from, to, days) => {
    expect(workingDays(from, to, new Set())).toBe(days);
  });

  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 200 }), (offset, length) => {
        const from = plusDays('2026-01-01', offset);
        let counted = 0;
        for (let n = 1; n <= length; n += 1) {
          const weekday = new Date(`${plusDays(from, n)}T00:00:00Z`).getUTCDay();
          if (weekday >= 1 && weekday <= 5) counted += 1;
        }
        expect(workingDays(from, plusDays(from, length), new Set())).toBe(counted);
      }),
    );
  });
});
