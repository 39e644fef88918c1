import { plusDays, plusMonths } from '@himpun/kernel';
import fc from 'fast-check';
import { monthsWorked, type Post } from './experience.policy';

const TODAY = '2026-11-21';
const post = (startedOn: string | null, endedOn: string | null): Post => ({ startedOn, endedOn });

describe('months worked', () => {
  it.each([
    ['nothing', [], 0],
    ['one year to the day', [post('2020-01-15', '2021-01-15')], 12],
    ['one day less than a year', [post('2020-01-15', '2021-01-14')], 11],
    ['a post that lasts', [post('2026-08-21', null)], 3],
    ['a post that ends in the future', [post('2026-08-21', '2030-01-01')], 3],
    ['a post that begins in the future', [post('2027-01-01', null)], 0],
    ['a post without a first day', [post(null, '2020-01-01')], 0],
    ['two posts at the same time', [post('2020-01-01', '2021-01-01'), post('2020-06-01', '2020-12-01')], 12],
    ['posts that overlap', [post('2020-01-01', '2020-09-01'), post('2020-06-01', '2021-01-01')], 12],
    ['posts with a gap', [post('2020-01-01', '2020-07-01'), post('2021-01-01', '2021-07-01')], 12],
    ['from the end of January to the end of February', [post('2023-01-31', '2023-02-28')], 1],
    ['across a leap day', [post('2024-02-29', '2025-02-28')], 12],
  ])('count %s', (_, posts, months) => {
    expect(monthsWorked(posts, TODAY)).toBe(months);
  });

  const posts = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 2_000 }))
      .map(([from, length]) => post(plusDays('2000-01-01', from), plusDays('2000-01-01', from + length))),
    { maxLength: 6 },
  );

  it('do not depend on the order of posts, nor count one twice', () => {
    fc.assert(
      fc.property(posts, (list) => {
        const months = monthsWorked(list, TODAY);
        expect(monthsWorked([...list].reverse(), TODAY)).toBe(months);
        expect(monthsWorked([...list, ...list], TODAY)).toBe(months);
      }),
    );
  });

  it('never exceed the time from the first day to today', () => {
    fc.assert(
      fc.property(posts, (list) => {
        const months = monthsWorked(list, TODAY);
        expect(plusMonths('2000-01-01', months) <= TODAY).toBe(true);
      }),
    );
  });
});
