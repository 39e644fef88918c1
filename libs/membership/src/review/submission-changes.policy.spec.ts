import type { SubmittedContent } from '../application/submitted-content';
import { submissionChanges } from './submission-changes.policy';

const details = {
  fullName: 'Ben',
  titleBefore: null,
  titleAfter: null,
  certificateName: null,
  birthDate: null,
  phone: null,
};
const licence = (number: string, files: string[] = ['f1']) => ({
  credentialId: 'c1',
  kind: 'licence',
  claim: { number, validUntil: null },
  evidenceFileIds: files,
});
const sent: SubmittedContent = {
  details,
  answers: { interest: { chosen: ['a', 'b'], note: '' } },
  credentials: { licence: [licence('STR-1')] },
};

describe('what changed between two submissions', () => {
  it.each<[string, Partial<SubmittedContent>, object[]]>([
    ['nothing', {}, []],
    [
      'a detail filled in',
      { details: { ...details, phone: '+62811' } },
      [{ part: 'details', field: 'phone', before: null, after: '+62811' }],
    ],
    [
      'an answer',
      { answers: { interest: { chosen: ['a'], note: '' } } },
      [{ part: 'interest', field: 'chosen', before: 'a, b', after: 'a' }],
    ],
    [
      'a number and its evidence',
      { credentials: { licence: [licence('STR-2', ['f1', 'f2'])] } },
      [
        { part: 'licence', field: 'number', before: 'STR-1', after: 'STR-2' },
        { part: 'licence', field: 'evidence', before: 'f1', after: 'f1, f2' },
      ],
    ],
    [
      'a credential taken out',
      { credentials: {} },
      [
        { part: 'licence', field: 'number', before: 'STR-1', after: null },
        { part: 'licence', field: 'evidence', before: 'f1', after: null },
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(submissionChanges(sent, { ...sent, ...change })).toEqual(expected);
  });
});
