import { heldGroups } from './held-groups';

const GROUPS = [
  { id: 'association', parentId: null },
  { id: 'chapter', parentId: 'association' },
  { id: 'branch', parentId: 'chapter' },
  { id: 'volunteers', parentId: null },
];

const session = (power: string, groupId: string) => ({
  powers: [{ power, name: power, groupId, groupName: '', until: null }],
});

const idsOf = (groupId: string, power = 'registers.import'): string[] =>
  heldGroups(GROUPS, session(power, groupId), 'registers.import').map(({ id }) => id);

describe('the groups of an officer', () => {
  it('are the group of the power and all below it', () => {
    expect(idsOf('association')).toEqual(['association', 'chapter', 'branch']);
  });

  it('are never the ones above or beside it', () => {
    expect(idsOf('chapter')).toEqual(['chapter', 'branch']);
  });

  it('are none for another power, and none for nobody', () => {
    expect(idsOf('association', 'members.read')).toEqual([]);
    expect(heldGroups(GROUPS, null, 'registers.import')).toEqual([]);
  });
});
