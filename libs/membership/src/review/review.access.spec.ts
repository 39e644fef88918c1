import type { Actor } from '@himpun/kernel';
import { assertMayReview, reviewRefusal, reviewedGroups } from './review.access';

const officer = (powers: [string, string][], personId = 'officer'): Actor => ({
  kind: 'person',
  accountId: 'a',
  personId,
  label: 'Sari',
  language: 'id',
  sessionId: 's',
  powers: powers.map(([power, groupId]) => ({ power, groupId, until: null })),
});
const reviewed = { personId: 'ben', groupPath: ['national', 'chapter'], conflictedIds: ['chloe'] };
const review: [string, string] = ['applications.review', 'national'];
const decide: [string, string] = ['applications.decide', 'chapter'];

describe('an application may be handled', () => {
  it.each([
    ['reviewed with the power in the group above', officer([review]), 'review', null],
    ['decided with the power in the group', officer([decide]), 'decide', null],
    ['reviewed by whoever decides', officer([decide]), 'review', null],
    ['not decided with the power to review alone', officer([review]), 'decide', 'hidden'],
    ['not with the power in another group', officer([['applications.review', 'other']]), 'review', 'hidden'],
    ['not without powers', officer([]), 'review', 'hidden'],
    ['not by the applicant, whatever their powers', officer([review, decide], 'ben'), 'decide', 'own_case'],
    ['not after declaring a conflict', officer([review, decide], 'chloe'), 'review', 'conflict'],
    ['not by the system', { ...officer([decide]), kind: 'system' as const }, 'decide', 'hidden'],
  ] as const)('%s', (_, actor, act, refusal) => {
    expect(reviewRefusal(actor, act, reviewed)).toBe(refusal);
  });

  it.each([
    ['hidden', officer([]), 'application.not_found'],
    ['seen but not theirs to decide', officer([review]), 'application.forbidden'],
    ['their own', officer([decide], 'ben'), 'application.forbidden'],
  ])('and is refused as %s', (_, actor, code) => {
    expect(() => assertMayReview(actor, 'decide', reviewed)).toThrow(expect.objectContaining({ code }));
  });

  it('in every group where the actor reviews or decides, each named once', () => {
    expect(
      reviewedGroups(officer([review, decide, ['applications.decide', 'national'], ['audit.read', 'x']])),
    ).toEqual(['national', 'chapter']);
  });
});
