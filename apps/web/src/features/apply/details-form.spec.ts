import { detailsBody, detailsValues } from './details-form';

const STORED = {
  fullName: 'Suharto',
  titleBefore: null,
  titleAfter: 'S.Ft.',
  certificateName: null,
  birthDate: '1990-02-28',
  phone: '+6281234567890',
};

describe('details that save themselves', () => {
  it('are the same after showing them', () => {
    expect(detailsBody(detailsValues(STORED), STORED)).toEqual(STORED);
  });

  it.each([
    ['a half-typed date', { birthDate: { day: '3', month: '', year: '19' } }, { birthDate: '1990-02-28' }],
    ['an emptied date', { birthDate: { day: '', month: '', year: '' } }, { birthDate: null }],
    [
      'a month by name',
      { birthDate: { day: '17', month: 'Agustus', year: '1995' } },
      { birthDate: '1995-08-17' },
    ],
    ['a half-typed phone', { phone: '0812' }, { phone: '+6281234567890' }],
    ['a phone as people write it', { phone: '0813-1111-2222' }, { phone: '+6281311112222' }],
    ['an emptied phone', { phone: '' }, { phone: null }],
    ['an emptied name', { fullName: ' ' }, { fullName: 'Suharto' }],
    ['an emptied title', { titleAfter: '' }, { titleAfter: null }],
  ])('keep %s honest', (_, typed, saved) => {
    expect(detailsBody({ ...detailsValues(STORED), ...typed }, STORED)).toEqual({ ...STORED, ...saved });
  });
});
