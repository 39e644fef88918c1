import fc from 'fast-check';
import { plusDays } from '@himpun/kernel';
import { dueDistance } from './acknowledgement-round.policy';

describe('the reminder that is due', () => {
  it.each([
    ['2026-12-01', null],
    ['2026-12-17', 14],
    ['2026-12-27', 14],
    ['2026-12-28', 3],
    ['2026-12-31', 0],
    ['2027-02-01', 0],
  ])('on %s for the last day 2026-12-31 is the one at %s days', (today, distance) => {
    expect(dueDistance('2026-12-31', today, [14, 3, 0])).toBe(distance);
  });

  it('never becomes less urgent as days pass', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.integer({ min: -120, max: 60 }), fc.nat(30), (list, at, later) => {
        const on = (day: number) => dueDistance('2026-12-31', plusDays('2026-12-31', day), list) ?? 1_000;
        expect(on(at + later)).toBeLessThanOrEqual(on(at));
      }),
    );
  });
});
