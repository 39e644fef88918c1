import { answerBy, confirmingBar, isSameName, namingBar, readNamed } from './sponsor.policy';

describe('naming a sponsor', () => {
  it.each([
    [' Ana@Example.ORG ', { by: 'email', value: 'ana@example.org' }],
    ['PI-2026-00001', { by: 'number', value: 'PI-2026-00001' }],
    ['Ana', null],
    ['ana@', null],
    ['a', null],
    ['%1', null],
    ['Ana Lestari', null],
  ])('reads %s', (typed, named) => {
    expect(readNamed(typed)).toEqual(named);
  });

  it('knows the same words again, however they are written', () => {
    expect(isSameName(' PI-1 ', 'pi-1')).toBe(true);
    expect(isSameName('PI-1', 'PI-10')).toBe(false);
  });

  const rows = (state: string, count: number) => Array.from({ length: count }, () => ({ state }));
  it.each([
    ['nobody yet', rows('asked', 0), null],
    ['as many as wanted, and one in reserve', rows('asked', 3), null],
    ['three in reserve', rows('asked', 5), 'enough'],
    ['those who declined do not count', rows('declined', 6), null],
    ['twenty questions', rows('expired', 20), 'too_many'],
  ])('with %s', (_, named, bar) => {
    expect(namingBar({ count: 2 }, named)).toBe(bar);
  });

  it('gives two weeks unless the rule says otherwise', () => {
    const now = new Date('2026-11-21T00:00:00Z');
    expect(answerBy({}, now).toISOString()).toBe('2026-12-05T00:00:00.000Z');
    expect(answerBy({ answerDays: 3 }, now).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });
});

describe('confirming', () => {
  it.each([
    ['a member in good standing', {}, { isGood: true, open: 0 }, null],
    ['a member who lapsed since', {}, { isGood: false, open: 0 }, 'standing'],
    ['with five under way', {}, { isGood: true, open: 5 }, 'limit'],
    [
      'with one under way where the rule allows one',
      { openPerMember: 1 },
      { isGood: true, open: 1 },
      'limit',
    ],
    ['with five where the rule allows ten', { openPerMember: 10 }, { isGood: true, open: 5 }, null],
  ])('%s', (_, rule, member, bar) => {
    expect(confirmingBar(rule, member)).toBe(bar);
  });
});
