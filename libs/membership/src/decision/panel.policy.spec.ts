import fc from 'fast-check';
import type { PanelRule } from '@himpun/groups';
import { hasSeat, tally, type CountedVote, type Seats, type VoteChoice } from './panel.policy';

const panel = (changes: Partial<PanelRule> = {}): PanelRule => ({
  ...{ kind: 'panel', size: 3, quorum: 2, majority: 'simple', onRecusal: 'replace' },
  ...changes,
});
const seats = (eligible: number, recused = 0): Seats => ({
  eligibleIds: Array.from({ length: eligible }, (_, index) => `officer-${index}`),
  recused,
});
const LETTERS: Record<string, VoteChoice> = { A: 'approve', R: 'reject', x: 'abstain' };
const votes = (text: string): CountedVote[] =>
  [...text].map((letter, index) => ({ personId: `officer-${index}`, vote: LETTERS[letter] as VoteChoice }));

describe('a panel', () => {
  it.each([
    ['A', {}, null],
    ['AA', {}, 'approved'],
    ['RR', {}, 'rejected'],
    ['AR', {}, null],
    ['ARx', {}, 'rejected'],
    ['ARA', {}, 'approved'],
    ['xxA', {}, 'approved'],
    ['AA', { majority: 'unanimous' }, null],
    ['AAA', { majority: 'unanimous' }, 'approved'],
    ['R', { majority: 'unanimous' }, null],
    ['RA', { majority: 'unanimous' }, 'rejected'],
    ['AAA', { size: 5, quorum: 3, majority: 'two_thirds' }, null],
    ['AAAA', { size: 5, quorum: 3, majority: 'two_thirds' }, 'approved'],
    ['RR', { size: 5, quorum: 3, majority: 'two_thirds' }, null],
    ['RRA', { size: 5, quorum: 3, majority: 'two_thirds' }, 'rejected'],
  ] as const)('that voted %s under %j comes to %s', (cast, rule, outcome) => {
    expect(tally(panel(rule), votes(cast), seats(6)).outcome).toBe(outcome);
  });

  it('keeps its quorum whoever is recused, and says when it is out of reach', () => {
    const rule = panel({ size: 3, quorum: 3, onRecusal: 'vacant' });
    expect(tally(rule, votes('AA'), seats(4, 1))).toMatchObject({
      quorum: 3,
      outcome: null,
      obstacle: 'quorum_out_of_reach',
    });
    expect(tally({ ...rule, onRecusal: 'replace' }, votes('AAA'), seats(4, 1)).outcome).toBe('approved');
  });

  it('gives the seat of who is recused to another, or leaves it empty, as the rule says', () => {
    const rule = panel({ onRecusal: 'vacant' });
    expect(hasSeat(rule, votes('AR'), seats(5, 1), 'officer-4')).toBe(false);
    expect(hasSeat(rule, votes('AR'), seats(5, 1), 'officer-1')).toBe(true);
    expect(hasSeat(panel(), votes('AR'), seats(5, 1), 'officer-4')).toBe(true);
    expect(tally(rule, votes('AR'), seats(5, 1)).outcome).toBe('rejected');
  });

  it('of abstentions alone has no result', () => {
    expect(tally(panel(), votes('xxx'), seats(3))).toMatchObject({ outcome: null, obstacle: 'no_result' });
  });
});

describe('two persons', () => {
  const rule = { kind: 'two_persons' } as const;

  it.each([
    ['A', 3, null, null],
    ['AA', 3, 'approved', null],
    ['AR', 3, null, null],
    ['ARA', 3, 'approved', null],
    ['ARR', 3, 'rejected', null],
    ['AR', 2, null, 'quorum_out_of_reach'],
    ['A', 1, null, 'quorum_out_of_reach'],
  ] as const)('that voted %s, of %i officers, come to %s', (cast, eligible, outcome, obstacle) => {
    expect(tally(rule, votes(cast), seats(eligible))).toMatchObject({ outcome, obstacle });
  });
});

describe('votes, whatever they are', () => {
  const anyRule = fc
    .record({
      size: fc.integer({ min: 2, max: 7 }),
      quorum: fc.integer({ min: 2, max: 7 }),
      majority: fc.constantFrom('simple' as const, 'two_thirds' as const, 'unanimous' as const),
      onRecusal: fc.constantFrom('replace' as const, 'vacant' as const),
    })
    .map((rule) => panel({ ...rule, quorum: Math.min(rule.quorum, rule.size) }));
  const anyCast = fc.array(fc.constantFrom('A', 'R', 'x'), { maxLength: 7 }).map((cast) => cast.join(''));
  const anySeats = fc.tuple(fc.nat(9), fc.nat(3)).map(([eligible, recused]) => seats(eligible, recused));

  it('are never decided before the quorum, nor against it by recusals', () => {
    fc.assert(
      fc.property(anyRule, anyCast, anySeats, (rule, cast, sitting) => {
        const result = tally(rule, votes(cast), sitting);
        expect(result.quorum).toBe(rule.quorum);
        if (cast.length < rule.quorum) expect(result.outcome).toBeNull();
      }),
    );
  });

  it('come to the same in any order', () => {
    fc.assert(
      fc.property(anyRule, anyCast, anySeats, (rule, cast, sitting) => {
        const given = votes(cast);
        expect(tally(rule, [...given].reverse(), sitting)).toEqual(tally(rule, given, sitting));
      }),
    );
  });

  it('once decided, would have been decided alike by everybody who could still vote', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyCast,
        anySeats,
        fc.infiniteStream(fc.constantFrom('A', 'R', 'x')),
        (...drawn) => {
          const [rule, cast, sitting, later] = drawn;
          const before = tally(rule, votes(cast), sitting);
          const more = Array.from({ length: before.outstanding }, () => String(later.next().value)).join('');
          // Those who vote later are officers who have not voted.
          const voted = votes(cast);
          const waiting = sitting.eligibleIds.filter((id) => !voted.some(({ personId }) => personId === id));
          const late = votes(more).map((vote, index) => ({ ...vote, personId: waiting[index] as string }));
          const after = tally(rule, [...voted, ...late], sitting);
          if (before.outcome !== null) expect(after.outcome).toBe(before.outcome);
          if (before.obstacle === 'quorum_out_of_reach') expect(after.outcome).toBeNull();
        },
      ),
    );
  });

  it('are approved only by a majority of those for and against', () => {
    fc.assert(
      fc.property(anyRule, anyCast, anySeats, (rule, cast, sitting) => {
        const { approve, reject, outcome } = tally(rule, votes(cast), sitting);
        if (outcome === 'approved') expect(approve).toBeGreaterThan(reject);
        if (outcome === 'rejected') expect(reject).toBeGreaterThan(0);
      }),
    );
  });
});
