import { identityMatch, type Identity } from './identity.policy';
import { birthDateSignal, numberSignal } from './identity-signals.policy';

const ana = { name: 'Ana Lestari', birthDate: '1990-03-04', number: 'PT-404' };
const codes = (one: Identity, other: Identity): string[] =>
  identityMatch(one, other).reasons.map(({ code }) => code);

describe('a date of birth', () => {
  it.each([
    ['1990-03-04', '1990-03-04', 'match', undefined],
    ['1990-03-04', '1990-04-03', 'near', 'birth_day_month_swapped'],
    ['1990-03-04', '1990-03-14', 'near', 'birth_digit_differs'],
    ['1990-03-04', '1991-03-04', 'near', 'birth_digit_differs'],
    ['1990-03-04', '1990', 'near', 'birth_year_only'],
    ['1990-03-04', '1990-01-01', 'near', 'birth_year_only'],
    ['1990', '1990', 'near', 'birth_year_only'],
    ['1990-03-04', '1985-11-20', 'mismatch', 'birth_date_differs'],
    ['1990-03-04', '1991', 'mismatch', 'birth_date_differs'],
    ['1990-03-04', null, 'absent', undefined],
    [' ', '1990-03-04', 'absent', undefined],
  ])('%s and %s: %s', (one, other, verdict, code) => {
    for (const signal of [birthDateSignal(one, other), birthDateSignal(other, one)]) {
      expect([signal.verdict, signal.reasons[0]?.code]).toEqual([verdict, code]);
    }
  });
});

describe('a number', () => {
  it.each([
    ['PT-404', 'pt 404', 'match'],
    ['33 01 5 1 1 20-1234567', '33.01.5.1.1.20-1234567', 'match'],
    ['3301511201234567', '3301511201234576', 'near'],
    ['3301511201234567', '330151120123456', 'near'],
    ['PT-404', 'PT-505', 'mismatch'],
    ['12', '13', 'mismatch'],
    ['', 'PT-404', 'absent'],
    ['--', 'PT-404', 'absent'],
  ])('%s and %s: %s', (one, other, verdict) => {
    expect(numberSignal(one, other).verdict).toBe(verdict);
    expect(numberSignal(other, one).verdict).toBe(verdict);
  });
});

describe('name, date of birth and number together', () => {
  it('decide when the name fits and a number or a birthday agrees', () => {
    expect(identityMatch(ana, { ...ana, name: 'Dr. ANA LESTARI, S.Ft.' }).verdict).toBe('match');
    expect(identityMatch(ana, { ...ana, birthDate: null }).verdict).toBe('match');
    expect(identityMatch(ana, { ...ana, number: null }).verdict).toBe('match');
  });

  it('do not decide by a name alone, however it fits', () => {
    const name = { name: 'Ana Lestari' };
    expect(identityMatch(name, name).verdict).toBe('review');
    expect(codes(name, name)).toEqual(['name_only']);
  });

  it.each([
    ['a longer name', 'Ana Lestari Hartono'],
    ['a single name', 'Ana'],
    ['an initial', 'A. Lestari'],
    ['another order', 'Lestari Ana'],
  ])('settle %s when both agree, and only then', (_, name) => {
    expect(identityMatch(ana, { ...ana, name }).verdict).toBe('match');
    expect(identityMatch(ana, { ...ana, name, birthDate: null }).verdict).toBe('review');
    expect(identityMatch(ana, { ...ana, name, number: null }).verdict).toBe('review');
  });

  it('do not settle letters that differ: twins share a birthday', () => {
    expect(identityMatch(ana, { ...ana, name: 'Ani Lestari' }).verdict).not.toBe('match');
    expect(identityMatch(ana, { ...ana, name: 'Ana Lestary Jr.' }).verdict).toBe('review');
  });

  it.each([
    ['a birthday that is nearly the same', { birthDate: '1990-04-03' }, 'review'],
    ['a number with one digit off', { number: 'PT-405' }, 'review'],
    ['another birthday', { birthDate: '1971-12-30' }, 'review'],
    ['another number', { number: 'PT-999' }, 'review'],
    ['both others', { number: 'PT-999', birthDate: '1971-12-30' }, 'mismatch'],
    ['a doubtful name and another birthday', { name: 'Ana', birthDate: '1971-12-30' }, 'mismatch'],
    ['another name', { name: 'Budi Hartono' }, 'mismatch'],
  ] as const)('do not decide with %s', (_, change, verdict) => {
    expect(identityMatch(ana, { ...ana, ...change }).verdict).toBe(verdict);
    expect(identityMatch({ ...ana, ...change }, ana).verdict).toBe(verdict);
  });

  it('show a person a name of before, whatever else agrees', () => {
    const married = { ...ana, name: 'Ana Hartono', otherNames: ['Ana Lestari'] };
    expect(identityMatch(married, ana).verdict).toBe('review');
    expect(codes(married, ana)).toContain('former_name');
    expect(codes(ana, married)).toContain('former_name');
  });
});
