import { effectOf, moves, verdictOf, type RuleVerdict } from './rule-change.policy';
import type { RequirementResult } from '../requirement/requirements.policy';

const line = (result: RequirementResult['result'], kind: RequirementResult['kind'] = 'licence') =>
  ({ requirementId: 'x', kind, result, reasons: [] }) satisfies RequirementResult;

describe('what a new rule makes of an open case', () => {
  it.each([
    [[line('met'), line('waived')], 'met'],
    [[line('met'), line('pending')], 'pending'],
    [[line('not_met'), line('pending')], 'not_met'],
    [[line('met'), line('pending', 'ethics')], 'met'],
    [[], 'met'],
  ] as const)('is read from its results', (results, verdict) => {
    expect(verdictOf(results)).toBe(verdict);
  });

  it.each([
    ['not_met', 'met', 'now_meets'],
    ['pending', 'met', 'now_meets'],
    ['not_met', 'pending', 'may_meet'],
    ['met', 'not_met', 'no_longer_meets'],
    ['met', 'pending', 'no_longer_meets'],
    ['pending', 'not_met', 'no_longer_meets'],
  ] as const)('from %s to %s is %s', (before, after, effect) => {
    expect(effectOf(before, after)).toBe(effect);
  });

  it('is nothing where the verdict stays', () => {
    for (const same of ['met', 'pending', 'not_met'] as RuleVerdict[]) {
      expect(effectOf(same, same)).toBe('unchanged');
    }
  });

  it('moves nobody, everybody, or those who gain, as the officer chooses', () => {
    const effects = ['now_meets', 'may_meet', 'no_longer_meets', 'unchanged'] as const;
    const moved = (choice: Parameters<typeof moves>[0]) => effects.filter((effect) => moves(choice, effect));
    expect(moved('keep')).toEqual([]);
    expect(moved('move')).toEqual(effects);
    expect(moved('move_gaining')).toEqual(['now_meets', 'may_meet']);
  });
});
