import { maskedNationalId, nationalIdFaults, nationalIdKey } from './national-id.policy';

const faultsOf = (number: string, country = 'ID', kind: 'nik' | 'passport' = 'nik'): string[] =>
  nationalIdFaults({ kind, country, number }).map(({ code }) => code);

describe('the form of a national id', () => {
  it.each([
    ['a man born on 28 February 1990', '3174052802900001', []],
    ['a woman born on that day', '3174056802900001', []],
    ['as people write it', '31.74.05.280290.0001', []],
    ['29 February of 2000', '3174052902000001', []],
    ['fifteen digits', '317405280290000', ['nik_digits']],
    ['a letter', '317405280290000A', ['nik_digits']],
    ['digits of another script', '٣١٧٤٠٥٢٨٠٢٩٠٠٠٠١', ['nik_digits']],
    ['a province that does not exist', '0174052802900001', ['nik_form']],
    ['31 February', '3174053102900001', ['nik_form']],
    ['29 February of no leap year', '3174052902900001', ['nik_form']],
    ['month 13', '3174052813900001', ['nik_form']],
    ['no serial number', '3174052802900000', ['nik_form']],
  ])('%s', (_, number, codes) => {
    expect(faultsOf(number)).toEqual(codes);
  });

  it('knows NIKs of Indonesia only, and passports of any country', () => {
    expect(faultsOf('3174052802900001', 'MY')).toEqual(['nik_country']);
    expect(faultsOf('c1234567', 'MY', 'passport')).toEqual([]);
    expect(faultsOf('ABCDEFG', 'MY', 'passport')).toEqual(['passport_form']);
  });

  it('shows the last four signs only, and compares what people type', () => {
    expect(maskedNationalId('3174052802900001')).toBe('••••••••••••0001');
    expect(nationalIdKey(' 31.74-05 2802900001')).toBe('3174052802900001');
  });
});
