import { EMPTY_CLAIM, type Claim } from '../credential/claim';
import { renewalGaps, renewedClaim } from './renewal.policy';

const licence: Claim = {
  ...EMPTY_CLAIM,
  holderName: 'Ana Lestari',
  authority: 'KTKI',
  profession: 'Fisioterapis',
  number: 'PT-404',
  validFrom: '2021-12-01',
  validUntil: '2026-12-01',
};
const days = { known: '2026-12-01', today: '2026-11-21' };

describe('a renewal', () => {
  it('begins with what stays the same, and asks for its days anew', () => {
    expect(renewedClaim(licence)).toEqual({ ...licence, validFrom: null, validUntil: null });
  });

  it.each<[string, Partial<Claim>, string[]]>([
    ['until a later day', { validUntil: '2031-12-01' }, []],
    ['for life', { validUntil: null }, []],
    ['with the same last day', {}, ['no_later']],
    ['with an earlier one', { validUntil: '2026-11-30' }, ['no_later']],
    ['that is over', { validUntil: '2026-11-20' }, ['over']],
    ['without its number', { validUntil: '2031-12-01', number: null }, ['missing']],
  ])('%s has its gaps named', (_, change, codes) => {
    expect(renewalGaps('licence', { ...licence, ...change }, days).map(({ code }) => code)).toEqual(codes);
  });

  it('of what had no last day may have one', () => {
    expect(renewalGaps('licence', licence, { ...days, known: null })).toEqual([]);
  });
});
