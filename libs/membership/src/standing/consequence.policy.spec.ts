import type { ChangeSeen } from '@himpun/credentials';
import { DEFAULT_STANDING_RULE, type ConsequenceRule } from '@himpun/groups';
import fc from 'fast-check';
import type { MembershipStatus } from '../membership/standing.policy';
import { consequence, verdictsFor, type RestingMembership } from './consequence.policy';

const { consequences } = DEFAULT_STANDING_RULE;
const member: RestingMembership = {
  ...{ kind: 'licence', status: 'active', isStillMet: false, isSuspendedForIt: false },
};

describe('a change of a credential', () => {
  it.each<[string, ChangeSeen | 'cleared' | 'renewal', Partial<RestingMembership>, string | null]>([
    ['a licence revoked', 'revoked', {}, 'suspension'],
    ['a licence revoked while another one carries the membership', 'revoked', { isStillMet: true }, 'review'],
    ['a licence revoked of a member already suspended', 'revoked', { status: 'suspended' }, 'review'],
    ['a licence revoked of a former member', 'revoked', { status: 'resigned' }, null],
    ['a certificate revoked', 'revoked', { kind: 'certification' }, 'review'],
    ['a licence that ended', 'expired', {}, 'review'],
    ['a licence no longer found', 'not_found', {}, 'review'],
    ['no answer', 'unanswered', {}, null],
    ['a renewal', 'renewed', {}, null],
    ['confirmed again', 'restored', {}, null],
    [
      'confirmed again after a suspension for it',
      'restored',
      { status: 'suspended', isSuspendedForIt: true },
      'reinstatement',
    ],
    ['confirmed again after a suspension for something else', 'restored', { status: 'suspended' }, null],
    ['let stand by a person', 'cleared', {}, null],
    ['a renewal that no source could confirm', 'renewal', {}, 'review'],
    ['such a renewal of who has left', 'renewal', { status: 'resigned' }, null],
  ])('%s', (_, change, facts, proposal) => {
    expect(consequence(change, consequences, { ...member, ...facts })).toBe(proposal);
  });

  const changes = fc.constantFrom<ChangeSeen>(
    ...([
      'same',
      'unanswered',
      'renewed',
      'restored',
      'revoked',
      'suspended',
      'expired',
      'mismatch',
    ] as const),
    ...(['differs', 'not_found'] as const),
  );
  const anyRules = fc.array(
    fc.record({
      kind: fc.constantFrom('*', 'licence', 'education'),
      change: fc.constantFrom('revoked', 'suspended', 'expired', 'mismatch', 'differs', 'not_found'),
      proposes: fc.constantFrom('review', 'suspension', null),
    }),
  ) as fc.Arbitrary<ConsequenceRule[]>;
  const members = fc.record({
    kind: fc.constantFrom('licence', 'education'),
    status: fc.constantFrom<MembershipStatus | 'none'>(
      'active',
      'grace',
      'leave',
      'suspended',
      'lapsed',
      'expelled',
      'none',
    ),
    isStillMet: fc.boolean(),
    isSuspendedForIt: fc.boolean(),
  });

  it('never proposes a suspension without a source’s word against it, whatever a group wrote into its rule', () => {
    fc.assert(
      fc.property(changes, anyRules, members, (change, rules, facts) => {
        const proposal = consequence(change, rules, facts);
        if (proposal === 'suspension') {
          expect(['revoked', 'suspended', 'expired']).toContain(change);
          expect(facts.isStillMet).toBe(false);
        }
        if (['unanswered', 'same', 'renewed'].includes(change)) expect(proposal).toBeNull();
        if (proposal === 'reinstatement') expect(facts.isSuspendedForIt).toBe(true);
      }),
    );
  });

  it('leads only to verdicts that change something, and always lets all stay as it is', () => {
    fc.assert(
      fc.property(members, ({ status }) => {
        const verdicts = verdictsFor(status);
        expect(verdicts[0]).toBe('keep');
        expect(verdicts.includes('reinstate')).toBe(status === 'suspended');
      }),
    );
  });
});
