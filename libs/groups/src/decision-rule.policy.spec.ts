import { decisionRuleFaults } from './decision-rule.policy';

describe('the way a rule wants decisions taken', () => {
  const panel = { kind: 'panel', size: 3, quorum: 2, majority: 'simple', onRecusal: 'replace' };

  it.each([
    [{ kind: 'officer' }],
    [{ kind: 'two_persons', appealDays: 14 }],
    [panel],
    [{ ...panel, size: 5, quorum: 5, majority: 'unanimous', onRecusal: 'vacant', appealDays: 365 }],
  ])('takes %j', (rule) => {
    expect(decisionRuleFaults(rule)).toEqual([]);
  });

  it.each([
    ['a quorum above the seats', { ...panel, quorum: 4 }, 'decision.quorum'],
    ['a panel of one', { ...panel, size: 1, quorum: 1 }, 'decision.size'],
    ['another majority', { ...panel, majority: 'most' }, 'decision.majority'],
    ['an unknown kind', { kind: 'lottery' }, 'decision.kind'],
    ['an unknown field', { kind: 'officer', size: 3 }, 'decision'],
    ['no time for an appeal', { kind: 'officer', appealDays: 0 }, 'decision.appealDays'],
    ['nothing', null, 'decision'],
  ])('refuses %s', (_, rule, field) => {
    expect(decisionRuleFaults(rule).map((fault) => fault.field)).toContain(field);
  });
});
