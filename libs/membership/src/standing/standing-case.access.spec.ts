import { systemActor, type Actor } from '@himpun/kernel';
import { maySeeStandingCase, maySettleStandingCase } from './standing-case.access';

const officer = (personId: string, powers: string[], groupId = 'bandung'): Actor => ({
  ...systemActor('x'),
  personId,
  powers: powers.map((power) => ({ power, groupId, until: null })),
});
const ofBandung = { personId: 'ana', groupPath: ['house', 'bandung'] };

describe('a case about a member’s standing', () => {
  it.each([
    ['a deciding officer of the group', officer('sari', ['applications.decide']), true, true],
    ['a deciding officer of the group above', officer('sari', ['applications.decide'], 'house'), true, true],
    ['who checks credentials', officer('sari', ['licences.check']), true, false],
    ['a deciding officer in their own case', officer('ana', ['applications.decide']), false, false],
    ['an officer of another group', officer('sari', ['applications.decide'], 'surabaya'), false, false],
    ['a member', officer('budi', []), false, false],
  ])('%s', (_, actor, sees, settles) => {
    expect([maySeeStandingCase(actor, ofBandung), maySettleStandingCase(actor, ofBandung)]).toEqual([
      sees,
      settles,
    ]);
  });
});
