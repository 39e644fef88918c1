import fc from 'fast-check';
import { standing, type MembershipStatus, type StandingPeriod } from './standing.policy';

const at = (text: string) => new Date(text);
const life: StandingPeriod[] = [
  { status: 'active', startsAt: at('2025-01-10T02:00:00Z'), endsAt: at('2026-01-01T00:00:00Z') },
  { status: 'grace', startsAt: at('2026-01-01T00:00:00Z'), endsAt: at('2026-02-01T00:00:00Z') },
  { status: 'suspended', startsAt: at('2026-03-01T00:00:00Z'), endsAt: at('2026-06-01T00:00:00Z') },
  { status: 'active', startsAt: at('2026-06-01T00:00:00Z'), endsAt: null },
];

describe('standing', () => {
  it.each([
    ['before the beginning', '2025-01-10T01:59:59.999Z', 'none', false],
    ['at the first instant', '2025-01-10T02:00:00Z', 'active', true],
    ['in the last millisecond of a period', '2025-12-31T23:59:59.999Z', 'active', true],
    ['at the first instant of the next', '2026-01-01T00:00:00Z', 'grace', true],
    ['in a gap', '2026-02-15T00:00:00Z', 'none', false],
    ['while suspended', '2026-03-01T00:00:00Z', 'suspended', false],
    ['when active again', '2026-06-01T00:00:00Z', 'active', true],
    ['far in an open period', '2040-01-01T00:00:00Z', 'active', true],
  ])('%s', (_, instant, status, isGood) => {
    expect(standing(life, at(instant))).toMatchObject({ status, isGood });
  });

  it.each<[MembershipStatus, boolean]>([
    ['active', true],
    ['grace', true],
    ['lapsed', false],
    ['leave', false],
    ['resigned', false],
    ['transferred', false],
    ['suspended', false],
    ['expelled', false],
    ['deceased', false],
  ])('%s is good standing: %s', (status, isGood) => {
    expect(standing([{ status, startsAt: at('2026-01-01'), endsAt: null }], at('2026-11-21')).isGood).toBe(
      isGood,
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(life, { minLength: life.length }),
        fc.date({ min: at('2024-01-01'), max: at('2028-01-01'), noInvalidDate: true }),
        (rows, instant) => {
          expect(standing(rows, instant)).toEqual(standing(life, instant));
        },
      ),
    );
  });
});
