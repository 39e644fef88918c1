import { caseDifferences } from './case-differences';
import type { Case } from './review.api';

const seen = {
  state: 'submitted',
  assignedName: null,
  submissions: [{ number: 1 }],
  requirements: [
    { requirementId: 'licence', result: 'pending', credentials: [{ standing: 'needs_person' }] },
    { requirementId: 'ethics', result: 'pending', credentials: [] },
  ],
} as unknown as Case;

describe('what changed in a case since it was seen', () => {
  it.each<[string, object, object[]]>([
    ['nothing', {}, []],
    [
      'a colleague took it',
      { assignedName: 'Dewi' },
      [{ of: 'officer', kind: 'officer', before: null, after: 'Dewi' }],
    ],
    [
      'it came back corrected',
      { submissions: [{ number: 2 }, { number: 1 }] },
      [{ of: 'submission', kind: 'submission', before: '1', after: '2' }],
    ],
    [
      'a check was confirmed',
      {
        requirements: [
          { requirementId: 'licence', result: 'met', credentials: [{ standing: 'confirmed' }] },
          seen.requirements[1],
        ],
      },
      [
        { of: 'licence', kind: 'result', before: 'pending', after: 'met' },
        { of: 'licence', kind: 'checks', before: 'needs_person', after: 'confirmed' },
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(caseDifferences(seen, { ...seen, ...change })).toEqual(expected);
  });
});
