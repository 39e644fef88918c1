import { readStandingSearch } from './standing-search';

describe('the address of members’ credentials', () => {
  it.each([
    [
      { tab: 'expiring', within: 30, q: 'Ana', page: '2' },
      { tab: 'expiring', within: '30', q: 'Ana', page: 2 },
    ],
    [{ tab: 'x', within: '31', proposal: 'y', kind: 'z', q: ' ', page: '0' }, {}],
    [
      { within: 'over', kind: 'licence' },
      { within: 'over', kind: 'licence' },
    ],
  ])('%j is read as %j', (given, read) => {
    expect(JSON.parse(JSON.stringify(readStandingSearch(given)))).toEqual(read);
  });
});
