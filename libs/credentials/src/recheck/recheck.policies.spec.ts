import fc from 'fast-check';
import type { CheckOutcome } from '../check/check.states';
import { changeSeen, type AnsweredCheck } from './credential-change.policy';
import { nextRecheck, spreadOf } from './recheck-timing.policy';

const DAY = 86_400_000;
const zone = 'Asia/Jakarta';
const endedAt = new Date('2026-11-21T03:00:00Z');
const monthly = { everyDays: 30, atExpiry: true };
const after = (days: number, hours = 0) => new Date(endedAt.getTime() + days * DAY + hours * 3_600_000);

describe('the next question about a credential', () => {
  it.each([
    ['comes after the interval', monthly, { expiresOn: null }, 0, after(30)],
    ['comes up to a tenth earlier', monthly, { expiresOn: null }, 1, after(27)],
    [
      'comes on the morning after its last day',
      monthly,
      { expiresOn: '2026-11-30' },
      0,
      new Date('2026-11-30T17:00:00Z'),
    ],
    ['does not come back to a last day that has passed', monthly, { expiresOn: '2026-11-01' }, 0, after(30)],
    ['never comes where no rule asks', null, { expiresOn: '2026-11-30' }, 0, null],
    [
      'never comes by a rule that says so',
      { everyDays: null, atExpiry: false },
      { expiresOn: '2026-11-30' },
      0,
      null,
    ],
    ['comes in a day when the source was silent', monthly, { expiresOn: null, answered: false }, 0, after(1)],
  ])('%s', (_, rule, facts, spread, next) => {
    expect(nextRecheck(rule, { endedAt, answered: true, zone, ...facts }, spread)).toEqual(next);
  });

  it('always lies ahead, never later than promised, and spreads a day of admissions over a tenth of the interval', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 730 }), (id, everyDays) => {
        const facts = { endedAt, answered: true, expiresOn: null, zone };
        const next = nextRecheck({ everyDays, atExpiry: false }, facts, spreadOf(id)) as Date;
        const days = (next.getTime() - endedAt.getTime()) / DAY;
        expect(days).toBeGreaterThan(everyDays * 0.9 - 1e-6);
        expect(days).toBeLessThanOrEqual(everyDays);
      }),
    );
    const minutes = new Map<number, number>();
    for (let at = 0; at < 20_000; at += 1) {
      const next = nextRecheck(
        monthly,
        { endedAt, answered: true, expiresOn: null, zone },
        spreadOf(String(at)),
      );
      const minute = Math.floor((next as Date).getTime() / 60_000);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    expect(Math.max(...minutes.values())).toBeLessThan(25);
  });
});

type Field = AnsweredCheck['fields'][number];
const name: Field = { field: 'name', found: 'Ana', result: 'match' };
const until = (found: string, result = 'review'): Field => ({ field: 'validUntil', found, result });
const answer = (outcome: CheckOutcome | null, ...fields: Field[]): AnsweredCheck => ({
  runState: outcome === null ? 'unavailable' : 'ran',
  outcome,
  fields: [name, ...fields],
});
const KNOWN = '2027-01-31';

describe('what is new in an answer', () => {
  it.each<[string, AnsweredCheck | null, AnsweredCheck, string]>([
    ['a match again', answer('match'), answer('match'), 'same'],
    ['a licence withdrawn', answer('match'), answer('revoked'), 'revoked'],
    ['still withdrawn', answer('revoked'), answer('revoked'), 'same'],
    ['from suspended to withdrawn', answer('suspended'), answer('revoked'), 'revoked'],
    ['given back', answer('suspended'), answer('match'), 'restored'],
    ['no longer found', answer('match'), answer('not_found'), 'not_found'],
    ['a later last day', answer('match'), answer('partial', until('2029-01-31')), 'renewed'],
    ['renewed after it had ended', answer('expired'), answer('partial', until('2029-01-31')), 'restored'],
    ['an earlier last day', answer('match'), answer('partial', until('2026-12-01')), 'differs'],
    [
      'a later day and another name',
      answer('match'),
      answer('partial', { ...name, found: 'Ani', result: 'review' }, until('2029-01-31')),
      'differs',
    ],
    ['a difference a person has weighed', answer('partial'), answer('partial'), 'same'],
    ['no answer', answer('match'), answer(null), 'unanswered'],
    ['a first answer against it', null, answer('revoked'), 'revoked'],
  ])('%s', (_, before, now, change) => expect(changeSeen(before, now, KNOWN)).toBe(change));

  it('is nothing at all, whatever came before, when the source could not answer', () => {
    const outcomes = fc.constantFrom<CheckOutcome>(
      'match',
      'partial',
      'mismatch',
      'not_found',
      'expired',
      'revoked',
    );
    const silent = fc.constantFrom('unavailable', 'refused', 'not_covered', 'queued') as fc.Arbitrary<
      AnsweredCheck['runState']
    >;
    fc.assert(
      fc.property(outcomes, silent, (outcome, runState) => {
        expect(changeSeen(answer(outcome), { runState, outcome: null, fields: [] }, KNOWN)).toBe(
          'unanswered',
        );
      }),
    );
  });

  it('is said once: the same answer again is never a change', () => {
    const outcomes = fc.constantFrom<CheckOutcome>(
      'match',
      'partial',
      'mismatch',
      'not_found',
      'expired',
      'revoked',
      'suspended',
    );
    fc.assert(
      fc.property(outcomes, (outcome) => {
        expect(changeSeen(answer(outcome), answer(outcome), KNOWN)).toBe('same');
      }),
    );
  });
});
