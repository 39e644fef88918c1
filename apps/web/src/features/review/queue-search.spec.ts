import { readQueueSearch } from './queue-search';

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
});
