import { systemActor, type Actor } from '@himpun/kernel';
import { mayHold, maySeeHold } from './retention-hold.access';

const officer = (power: string, personId = 'sari'): Actor => ({
  ...systemActor('x'),
  kind: 'person',
  personId,
  powers: [{ power, groupId: 'g', until: null }],
});
const scope = { personId: 'ana', groupPath: ['root', 'g'] };

describe('a hold on somebody’s documents', () => {
  it.each([
    ['who decides for the group', officer('applications.decide'), true, true],
    ['who reviews there', officer('applications.review'), false, true],
    ['who checks licences', officer('licences.check'), false, false],
    ['nobody in a case of their own', officer('applications.decide', 'ana'), false, false],
  ])('is placed by %s: %s', (_, actor, places, sees) => {
    expect([mayHold(actor, scope), maySeeHold(actor, scope)]).toEqual([places, sees]);
  });

  it('is placed by who decides in a group above, and by no one of a group beside', () => {
    expect(mayHold(officer('applications.decide'), { ...scope, groupPath: ['g', 'below'] })).toBe(true);
    expect(mayHold(officer('applications.decide'), { ...scope, groupPath: ['other'] })).toBe(false);
    expect(mayHold(systemActor('appeals'), scope)).toBe(true);
  });
});
