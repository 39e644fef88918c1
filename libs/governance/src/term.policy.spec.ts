import fc from 'fast-check';
import { localDateOf, plusDays } from '@himpun/kernel';
import { appointmentFaults, serving, termInstants } from './term.policy';

const zones = [
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'America/New_York',
  'Pacific/Kiritimati',
  'UTC',
];

const long = new Date('2020-01-01T00:00:00Z');

describe('a term', () => {
  it('that starts today starts now, not at the midnight that has passed', () => {
    const now = new Date('2026-11-21T03:00:00Z');
    expect(
      termInstants({ startsOn: '2026-11-21', endsOn: '2026-12-31' }, 'Asia/Jakarta', now).startsAt,
    ).toEqual(now);
  });

  it('ends at local midnight after its last day, not a second later', () => {
    const term = termInstants({ startsOn: '2026-01-01', endsOn: '2026-12-31' }, 'Asia/Jakarta', long);
    expect(term.startsAt.toISOString()).toBe('2025-12-31T17:00:00.000Z');
    expect(serving(term, new Date('2026-12-31T16:59:59.999Z'))).toBe(true);
    expect(serving(term, new Date('2026-12-31T17:00:00.000Z'))).toBe(false);
  });

  it('covers exactly its days on the calendar of the group, in any zone and across clock changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...zones),
        (offset, length, zone) => {
          const startsOn = plusDays('2024-01-01', offset);
          const endsOn = plusDays(startsOn, length);
          const { startsAt, endsAt } = termInstants({ startsOn, endsOn }, zone, long);
          expect(localDateOf(startsAt, zone)).toBe(startsOn);
          expect(localDateOf(new Date(startsAt.getTime() - 1), zone)).toBe(plusDays(startsOn, -1));
          expect(localDateOf(new Date(endsAt.getTime() - 1), zone)).toBe(endsOn);
          expect(localDateOf(endsAt, zone)).toBe(plusDays(endsOn, 1));
        },
      ),
    );
  });
});

describe('an appointment', () => {
  const good = { personId: 'b', appointerId: 'a', startsOn: '2026-11-21', endsOn: '2027-11-20' };
  it.each([
    ['of another person from today on', good, []],
    ['of oneself', { ...good, personId: 'a' }, ['own_appointment']],
    ['that ends before it starts', { ...good, endsOn: '2026-11-20' }, ['ends_before_start']],
    ['that has passed', { ...good, startsOn: '2026-01-01', endsOn: '2026-02-01' }, ['already_over']],
    ['for a lifetime', { ...good, endsOn: '2056-01-01' }, ['too_long']],
    ['on a day that does not exist', { ...good, startsOn: '2026-02-30' }, ['not_a_date']],
  ])('%s', (_, appointment, codes) => {
    expect(appointmentFaults(appointment, '2026-11-21').map((fault) => fault.code)).toEqual(codes);
  });
});
