import { isSameList, readQueueSearch, saysNothing, searchOfFilter } from './queue-search';

describe('the address of the queue', () => {
  it('keeps what it can mean', () => {
    const search = { tab: 'mine', sort: '-applicant', q: 'ben', waiting: 'source', page: 3 };
    expect(readQueueSearch(search)).toEqual({ ...search, group: undefined });
  });

  it.each([
    [{ tab: 'everything' }],
    [{ sort: 'password' }],
    [{ q: '  ' }],
    [{ group: '1' }],
    [{ waiting: ['source'] }],
    [{ page: -1 }],
    [{ page: 'x' }],
  ])('leaves out %p', (search) => {
    expect(Object.values(readQueueSearch(search)).every((value) => value === undefined)).toBe(true);
  });

  it('is the same list on every page of it, and another by any filter', () => {
    expect(isSameList({}, { tab: 'team', sort: 'due', page: 4 })).toBe(true);
    expect(isSameList({ q: 'ben' }, {})).toBe(false);
    expect(isSameList({ kind: 'volunteer' }, { kind: 'professional' })).toBe(false);
  });

  it('of a kept view shows its filter, and says which part it is', () => {
    const filter = {
      tab: 'team',
      sort: 'due',
      q: '',
      groupId: null,
      gradeId: null,
      kind: 'volunteer',
      waitingOn: 'source',
    };
    const search = searchOfFilter(filter);
    expect(search).toMatchObject({ tab: 'team', kind: 'volunteer', waiting: 'source', sort: undefined });
    expect(saysNothing(search)).toBe(false);
    expect(saysNothing(readQueueSearch({}))).toBe(true);
  });
});
