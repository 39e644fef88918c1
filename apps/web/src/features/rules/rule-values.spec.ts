import { draftOf, valuesOf } from './rule-values';
import type { GradeRule } from './rules.api';

const rule = {
  gradeId: 'g',
  version: 3,
  promisedDays: 10,
  appealDays: 30,
  decision: { kind: 'officer', size: null, quorum: null, majority: null, onRecusal: null },
  requirements: [
    { id: 'education', kind: 'education', minimumLevel: 6, fields: [], authority: null, count: null },
    { id: 'licence', kind: 'licence', minimumLevel: null, authority: 'KTKI', count: null },
  ],
} as unknown as GradeRule;

describe('a rule in the form', () => {
  it('goes out as it came in, without what its kinds do not use', () => {
    expect(draftOf(valuesOf(rule), rule)).toEqual({
      requirements: [
        { id: 'education', kind: 'education', minimumLevel: 6, fields: [] },
        { id: 'licence', kind: 'licence', authority: 'KTKI' },
      ],
      promisedDays: 10,
      decision: { kind: 'officer' },
    });
  });

  it('takes what was changed, and a panel with its seats', () => {
    const values = { ...valuesOf(rule), kept: ['education'], amounts: { education: '7' }, kind: 'panel' };
    expect(draftOf({ ...values, appealDays: '14' }, rule)).toMatchObject({
      requirements: [{ id: 'education', minimumLevel: 7 }],
      decision: {
        kind: 'panel',
        size: 3,
        quorum: 2,
        majority: 'simple',
        onRecusal: 'replace',
        appealDays: 14,
      },
    });
  });
});
