import { NO_DECISION, decisionBody, decisionFaults } from './decision-values';
import type { Case } from './review.api';

const line = (requirementId: string, result: string, followsApproval = false) => ({
  requirementId,
  result,
  followsApproval,
});
const seen = {
  factsHash: 'f'.repeat(64),
  requirements: [line('licence', 'not_met'), line('education', 'met'), line('ethics', 'pending', true)],
  decisionReasons: [
    { code: 'requirement_waived', outcome: 'approved', needsNote: false },
    { code: 'other_reason', outcome: 'rejected', needsNote: true },
  ],
} as unknown as Case;

const approval = {
  ...NO_DECISION,
  outcome: 'approved',
  reasonCodes: ['requirement_waived'],
  waivers: { licence: ' Seen in person ' },
  isImpartial: true,
};

describe('a decision form', () => {
  it.each([
    ['nothing chosen', NO_DECISION, ['outcome']],
    ['a complete approval', approval, []],
    ['an open requirement without a waiver', { ...approval, waivers: {} }, ['waivers']],
    ['reasons of the other outcome only', { ...approval, reasonCodes: ['other_reason'] }, ['reasonCodes']],
    [
      'a reason that needs a note',
      { ...approval, outcome: 'rejected', reasonCodes: ['other_reason'] },
      ['note'],
    ],
    ['no word on impartiality', { ...approval, isImpartial: false }, ['isImpartial']],
  ])('with %s lacks %p', (_, values, fields) => {
    const faults = decisionFaults(values, seen, (key) => key);
    expect(Object.keys(faults).filter((name) => faults[name as keyof typeof faults])).toEqual(fields);
  });

  it('sends waivers with an approval and none with a rejection', () => {
    expect(decisionBody(approval, seen)).toMatchObject({
      outcome: 'approved',
      factsHash: seen.factsHash,
      waivers: [{ requirementId: 'licence', reason: 'Seen in person' }],
    });
    const rejection = {
      ...approval,
      outcome: 'rejected',
      reasonCodes: ['requirement_waived', 'other_reason'],
    };
    expect(decisionBody(rejection, seen)).toMatchObject({ reasonCodes: ['other_reason'], waivers: [] });
  });
});
