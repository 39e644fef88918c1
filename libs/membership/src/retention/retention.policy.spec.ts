import fc from 'fast-check';
import { retentionVerdict, type EvidenceUse } from './retention.policy';

const RULE = { rejectedDays: 365, withdrawnDays: 100, formerMemberDays: 730 };
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const application = (
  state: 'open' | 'rejected' | 'withdrawn' | 'admitted',
  endedAt: string | null = null,
): EvidenceUse => ({
  ...{ kind: 'application', state, rule: RULE },
  endedAt: endedAt === null ? null : day(endedAt),
});
const membership = (endedAt: string | null): EvidenceUse => ({
  ...{ kind: 'membership', rule: RULE },
  endedAt: endedAt === null ? null : day(endedAt),
});
const verdictOn = (now: string, ...uses: EvidenceUse[]): string => {
  const verdict = retentionVerdict(uses, day(now));
  return verdict.erase ? 'erase' : verdict.because;
};

describe('how long evidence is kept', () => {
  it.each([
    ['a day before the year is over', '2027-12-31', [application('rejected', '2027-01-01')], 'not_yet'],
    ['when the year is over', '2028-01-01', [application('rejected', '2027-01-01')], 'erase'],
    ['after a withdrawal', '2027-04-11', [application('withdrawn', '2027-01-01')], 'erase'],
    ['of a withdrawal that nobody dated', '2099-01-01', [application('withdrawn')], 'open_case'],
    [
      'of an open case',
      '2099-01-01',
      [application('open'), application('rejected', '2020-01-01')],
      'open_case',
    ],
    ['of a member', '2099-01-01', [application('admitted', '2020-01-01'), membership(null)], 'member'],
    [
      'of a former member',
      '2028-12-30',
      [application('admitted', '2020-01-01'), membership('2027-01-01')],
      'not_yet',
    ],
    [
      'of one long gone',
      '2030-01-01',
      [application('admitted', '2020-01-01'), membership('2027-01-01')],
      'erase',
    ],
    [
      'of somebody admitted without membership',
      '2099-01-01',
      [application('admitted', '2020-01-01')],
      'open_case',
    ],
    [
      'under a hold',
      '2099-01-01',
      [application('rejected', '2020-01-01'), { kind: 'hold' } as const],
      'held',
    ],
    ['never submitted', '2099-01-01', [], 'unused'],
  ])('%s', (_, now, uses, verdict) => {
    expect(verdictOn(now, ...uses)).toBe(verdict);
  });

  it('is for ever where the rule says so', () => {
    const rule = { ...RULE, rejectedDays: null };
    const use: EvidenceUse = { kind: 'application', state: 'rejected', endedAt: day('2020-01-01'), rule };
    expect(retentionVerdict([use], day('2099-01-01'))).toEqual({ erase: false, because: 'for_ever' });
  });

  const dates = fc.date({ min: day('2020-01-01'), max: day('2040-01-01'), noInvalidDate: true });
  const days = fc.option(fc.integer({ min: 30, max: 4_000 }));
  const rules = fc.record({ rejectedDays: days, withdrawnDays: days, formerMemberDays: days });
  const uses = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('application' as const),
        state: fc.constantFrom(
          'open' as const,
          'rejected' as const,
          'withdrawn' as const,
          'admitted' as const,
        ),
        endedAt: fc.option(dates),
        rule: rules,
      }),
      fc.record({ kind: fc.constant('membership' as const), endedAt: fc.option(dates), rule: rules }),
      fc.constant({ kind: 'hold' as const }),
    ),
    { maxLength: 6 },
  );

  it('never ends while anything is open or held, nor before a single use of it has ended', () => {
    fc.assert(
      fc.property(uses, dates, (all, now) => {
        if (!retentionVerdict(all, now).erase) return;
        expect(
          all.some((use) => use.kind === 'hold' || (use.kind === 'application' && use.state === 'open')),
        ).toBe(false);
        for (const use of all)
          if (use.kind !== 'hold')
            expect(
              use.endedAt ? use.endedAt <= now : use.kind === 'application' && use.state === 'admitted',
            ).toBe(true);
      }),
    );
  });

  it('never comes back with time, and never comes sooner for one more use', () => {
    fc.assert(
      fc.property(uses, uses, dates, fc.nat(5_000), (all, more, now, later) => {
        const isErased = retentionVerdict(all, now).erase;
        if (isErased)
          expect(retentionVerdict(all, new Date(now.getTime() + later * 86_400_000)).erase).toBe(true);
        const memberless = more.filter(({ kind }) => kind !== 'membership');
        if (!isErased && all.length > 0)
          expect(retentionVerdict([...all, ...memberless], now).erase).toBe(false);
      }),
    );
  });
});
