import { appealUntil, mayAppeal, type AppealableDecision } from './appeal.policy';

const rejected: AppealableDecision = {
  outcome: 'rejected',
  decidedOn: '2026-11-21',
  decision: { kind: 'officer' },
  isAppeal: false,
};

describe('an appeal', () => {
  it('is possible for thirty days, or as many as the rule says, the last included', () => {
    expect(appealUntil(rejected)).toBe('2026-12-21');
    expect(appealUntil({ ...rejected, decision: { kind: 'two_persons', appealDays: 14 } })).toBe(
      '2026-12-05',
    );
    expect(mayAppeal(rejected, false, '2026-12-21')).toBe(true);
    expect(mayAppeal(rejected, false, '2026-12-22')).toBe(false);
  });

  it('is possible once, against a rejection, and not against what an appeal came to', () => {
    expect(mayAppeal(rejected, true, '2026-11-22')).toBe(false);
    expect(appealUntil({ ...rejected, outcome: 'approved' })).toBeNull();
    expect(appealUntil({ ...rejected, isAppeal: true })).toBeNull();
  });
});
