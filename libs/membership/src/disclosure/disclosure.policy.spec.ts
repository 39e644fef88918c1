import {
  assessmentFaults,
  disclosureFaults,
  filesFaults,
  needsPerson,
  tellingFaults,
} from './disclosure.policy';

const text = { id: 'x', en: 'x' };
const rule = {
  questions: [
    { id: 'sanctions', text },
    { id: 'convictions', text },
  ],
};
const no = (questionId: string) => ({ questionId, yes: false, explanation: '' });
const yes = (questionId: string, explanation: string) => ({ questionId, yes: true, explanation });

describe('a disclosure', () => {
  it.each([
    ['no twice', [no('sanctions'), no('convictions')], []],
    ['a yes that is explained', [yes('sanctions', 'In 2019.'), no('convictions')], []],
    ['a yes that is not', [yes('sanctions', ' '), no('convictions')], ['explanation-sanctions']],
    ['one question left out', [no('sanctions')], ['answers']],
    ['one question answered twice', [no('sanctions'), no('sanctions')], ['answers']],
    ['a question nobody asked', [no('sanctions'), no('debts')], ['answers']],
    ['a novel', [yes('sanctions', 'x'.repeat(4_001)), no('convictions')], ['explanation-sanctions']],
  ])('with %s', (_, answers, fields) => {
    expect(disclosureFaults(rule, answers).map(({ field }) => field)).toEqual(fields);
  });

  it('needs a person as soon as one answer is a yes', () => {
    expect(needsPerson([no('sanctions'), no('convictions')])).toBe(false);
    expect(needsPerson([no('sanctions'), yes('convictions', 'x')])).toBe(true);
  });

  it('of a member says something, with files of their own', () => {
    expect([tellingFaults(' '), tellingFaults('x')].map((list) => list.length)).toEqual([1, 0]);
    expect([filesFaults(2, 1), filesFaults(2, 2), filesFaults(11, 11)].map((list) => list.length)).toEqual([
      1, 0, 1,
    ]);
  });

  it.each([
    ['no concern', { verdict: 'no_concern', reason: 'Long ago.', conditions: null }, []],
    ['no concern without a reason', { verdict: 'no_concern', reason: ' ', conditions: null }, ['reason']],
    ['conditions', { verdict: 'with_conditions', reason: 'x', conditions: 'A mentor for a year' }, []],
    [
      'conditions that are not named',
      { verdict: 'with_conditions', reason: 'x', conditions: null },
      ['conditions'],
    ],
    ['conditions with a concern', { verdict: 'concern', reason: 'x', conditions: 'y' }, ['conditions']],
  ] as const)('is assessed: %s', (_, assessment, fields) => {
    expect(assessmentFaults(assessment).map(({ field }) => field)).toEqual(fields);
  });
});
