import { systemActor, type Actor } from '@himpun/kernel';
import { listGroups, mayVerifyLists } from './verification-list.access';

const officer = (power: string, groupId: string): Actor => ({
  ...systemActor('test'),
  kind: 'person',
  personId: 'p',
  powers: [{ power, groupId, until: null }],
});

describe('who may verify lists', () => {
  it.each([
    ['an officer of the group itself', officer('licences.check', 'child'), true],
    ['an officer of a group above it', officer('licences.check', 'parent'), true],
    ['an officer of a group beside it', officer('licences.check', 'sister'), false],
    ['an officer with other powers', officer('registers.import', 'child'), false],
  ])('%s', (_, actor, expected) => {
    expect(mayVerifyLists(actor, ['parent', 'child'])).toBe(expected);
  });

  it('shows the lists of those groups alone for which the power was given', () => {
    expect(listGroups(officer('licences.check', 'child'))).toEqual(['child']);
    expect(listGroups(officer('members.read', 'child'))).toEqual([]);
  });
});
