import { systemActor, type Actor } from '@himpun/kernel';
import { isApplicant, mayChange } from './application.access';

const person = (personId: string): Actor => ({ ...systemActor('x'), kind: 'person', personId });
const returned = { items: [{ requirementId: 'licence', note: 'Buram' }] };

describe('an application in its applicant’s hands', () => {
  it.each([
    ['its applicant', person('ana'), true],
    ['another person', person('ben'), false],
    ['the system', { ...systemActor('job'), personId: 'ana' }, false],
  ])('belongs to %s: %s', (_, actor, own) => {
    expect(isApplicant(actor, { personId: 'ana' })).toBe(own);
  });

  it.each([
    ['any part of a draft', { state: 'draft', returned: null }, 'education', true],
    ['a named item after it was sent back', { state: 'returned', returned }, 'licence', true],
    ['another item after it was sent back', { state: 'returned', returned }, 'education', false],
    ['anything once submitted', { state: 'submitted', returned: null }, 'licence', false],
    ['anything once approved', { state: 'approved', returned: null }, 'licence', false],
  ] as const)('may change %s: %s', (_, application, part, may) => {
    expect(mayChange(application, part)).toBe(may);
  });
});
