import { canonicalJson } from './canonical-json';
import { requirementFaults } from './requirement.policy';

const text = { id: 'Teks', en: 'Text' };
const base = { title: text, hint: text };
const education = { ...base, id: 'education', kind: 'education', minimumLevel: 6, fields: [] };
const interest = { ...base, id: 'interest', kind: 'interest', options: [{ code: 'a', label: text }] };

describe('a rule to be published', () => {
  it.each([
    ['one requirement', [education]],
    ['an optional evidence', [{ ...education, evidence: 'optional' }]],
    ['professional and volunteer kinds together', [education, interest]],
  ])('may have %s', (_, requirements) => {
    expect(requirementFaults(requirements)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', []],
    ['no list', { education }],
    ['a kind nobody knows', [{ ...base, id: 'x', kind: 'wealth' }]],
    ['a level beyond KKNI', [{ ...education, minimumLevel: 10 }]],
    ['a field nobody knows', [{ ...education, secret: true }]],
    ['the same name twice', [education, { ...interest, id: 'education' }]],
    ['the name of the personal details', [{ ...education, id: 'details' }]],
    ['one language only', [{ ...education, title: { id: 'Teks' } }]],
    ['no options', [{ ...interest, options: [] }]],
    ['an option twice', [{ ...interest, options: [...interest.options, ...interest.options] }]],
  ])('may not have %s', (_, requirements) => {
    expect(requirementFaults(requirements)).not.toEqual([]);
  });

  it('has the same text in whatever order a database kept its keys', () => {
    expect(canonicalJson([{ b: 1, a: { d: [2, 1], c: null } }])).toBe('[{"a":{"c":null,"d":[2,1]},"b":1}]');
  });
});
