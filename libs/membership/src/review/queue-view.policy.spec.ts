import { WHOLE_QUEUE } from './review-queue.filter';
import { keptFilter, viewNameFaults, viewProblem } from './queue-view.policy';

const GRADE = '0198f3a0-0000-7000-8000-000000000001';
const byGrade = { ...WHOLE_QUEUE, gradeId: GRADE };

describe('a kept view of the queue', () => {
  it.each([
    ['whole', WHOLE_QUEUE, WHOLE_QUEUE],
    [
      'without a filter that came later',
      { tab: 'mine', sort: '-due' },
      { ...WHOLE_QUEUE, tab: 'mine', sort: '-due' },
    ],
    ['of a tab that is gone', { tab: 'all' }, null],
    ['of an order that is gone', { sort: 'colour' }, null],
    ['with a filter that is gone', { stars: 3 }, null],
    ['that is no filter', null, WHOLE_QUEUE],
  ])('%s', (_, kept, expected) => {
    expect(keptFilter(kept)).toEqual(expected);
  });

  it.each([
    ['nothing', byGrade, true, 'rule-2', 'rule-2', null],
    ['nothing where it names no grade', WHOLE_QUEUE, null, null, 'rule-2', null],
    ['a rule that was published anew', byGrade, null, 'rule-1', 'rule-2', 'rule_changed'],
    ['a group that the officer reviews no longer', byGrade, false, 'rule-1', 'rule-2', 'group_lost'],
    ['a filter that is not understood', null, null, null, null, 'unreadable'],
  ] as const)('says %s', (_, filter, isGroupReviewed, ruleId, currentRuleId, expected) => {
    expect(viewProblem({ filter, isGroupReviewed, ruleId, currentRuleId })).toBe(expected);
  });

  it.each([
    ['', 1],
    ['   ', 1],
    ['x'.repeat(61), 1],
    ['x'.repeat(60), 0],
  ])('named %j', (name, faults) => {
    expect(viewNameFaults(name)).toHaveLength(faults);
  });
});
