import type { Requirement } from '@himpun/groups';
import { answerFaults } from './answers.policy';

const text = { id: 'x', en: 'x' };
const base = { id: 'a', title: text, hint: text };
const interest: Requirement = {
  ...base,
  kind: 'interest',
  options: [
    { code: 'health', label: text },
    { code: 'social', label: text },
  ],
};
const availability: Requirement = { ...base, kind: 'availability' };
const commitment: Requirement = { ...base, kind: 'commitment', text };
const sponsor: Requirement = { ...base, kind: 'sponsor', count: 2 };

describe('answers', () => {
  it.each<[string, Requirement, unknown]>([
    ['nothing chosen yet', interest, { chosen: [], note: '' }],
    ['two fields of work', interest, { chosen: ['social', 'health'], note: 'Malam saja, O’Brien' }],
    ['no hours yet', availability, { hoursPerWeek: null, days: [], note: '' }],
    ['some hours', availability, { hoursPerWeek: 6, days: ['sat', 'sun'], note: '' }],
    ['a promise', commitment, { accepted: true }],
  ])('may be %s', (_, requirement, value) => {
    expect(answerFaults(requirement, value)).toEqual([]);
  });

  it.each<[string, Requirement, unknown]>([
    ['an option that the rule lacks', interest, { chosen: ['war'], note: '' }],
    ['the same option twice', interest, { chosen: ['social', 'social'], note: '' }],
    ['a text for a list', interest, { chosen: 'social', note: '' }],
    ['a field nobody knows', interest, { chosen: [], note: '', admin: true }],
    ['more hours than a week has', availability, { hoursPerWeek: 169, days: [], note: '' }],
    ['half an hour', availability, { hoursPerWeek: 0.5, days: [], note: '' }],
    ['an unknown day', availability, { hoursPerWeek: 1, days: ['funday'], note: '' }],
    ['a note of 1,001 letters', availability, { hoursPerWeek: 1, days: [], note: 'x'.repeat(1_001) }],
    ['a text for yes', commitment, { accepted: 'true' }],
    ['a list', commitment, []],
    ['nothing', commitment, null],
    ['sponsors, who are asked by themselves', sponsor, { names: ['Ana'] }],
    ['an answer to ethics', { ...base, kind: 'ethics' }, { accepted: true }],
  ])('may not be %s', (_, requirement, value) => {
    expect(answerFaults(requirement, value)).not.toEqual([]);
  });
});
