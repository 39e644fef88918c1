import fc from 'fast-check';
import { unreachableStates } from '@himpun/kernel';
import { SUSPICION_TRANSITIONS } from './duplicate-suspicion.states';
import type { MatchFactKind, MatchProfile } from './match-fact';
import { isNews, suspicionOf } from './suspicion.policy';

const person = (
  name: string,
  birthDate: string | null = null,
  facts: Partial<Record<MatchFactKind, string>> = {},
): MatchProfile => ({
  personId: name,
  names: [name],
  birthDate,
  facts: Object.entries(facts).map(([kind, key]) => ({ kind: kind as MatchFactKind, key })),
});
const codes = (one: MatchProfile, other: MatchProfile): string[] | null =>
  suspicionOf(one, other)?.reasons.map(({ code }) => code) ?? null;
const BORN = '1990-02-28';

describe('a suspicion that two people are one', () => {
  it.each([
    [
      'same day of birth and name',
      person('Siti Rahmawati', BORN),
      person('Siti Rahmawati, S.Ft', BORN),
      ['same_birth_and_name'],
    ],
    [
      'same day, name alike',
      person('Siti Rahmawati', BORN),
      person('Rahmawati', BORN),
      ['same_birth_like_name'],
    ],
    [
      'same licence',
      person('Ana L', null, { licence: 'ktki PT404' }),
      person('Ana Lestari', null, { licence: 'ktki PT404' }),
      ['same_licence'],
    ],
    [
      'same licence under another name',
      person('Ana', BORN, { licence: 'ktki PT404' }),
      person('Budi', '1980-01-02', { licence: 'ktki PT404' }),
      ['same_licence', 'name_differs', 'birth_date_differs'],
    ],
    [
      'same national id',
      person('Ana', null, { national_id: 'ff' }),
      person('Ani', null, { national_id: 'ff' }),
      ['same_national_id'],
    ],
    [
      'same mailbox',
      person('Ana Lestari', null, { email: 'a@b.id' }),
      person('Ana Lestari', null, { email: 'a@b.id' }),
      ['same_email'],
    ],
    [
      'one telephone, one name',
      person('Ana Lestari', null, { phone: '+62811' }),
      person('Ana Lestari', null, { phone: '+62811' }),
      ['same_phone'],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(codes(one, other)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [
      'a household’s telephone',
      person('Ana', null, { phone: '+62811' }),
      person('Budi', null, { phone: '+62811' }),
    ],
    ['the same day alone', person('Ana Lestari', BORN), person('Budi Santoso', BORN)],
    ['the same name alone', person('Ana Lestari'), person('Ana Lestari')],
    ['the same name, another day', person('Ana Lestari', BORN), person('Ana Lestari', '1991-02-28')],
    [
      'the same number at another authority',
      person('Ana', null, { licence: 'ktki 1234' }),
      person('Ana', null, { licence: 'hcpc 1234' }),
    ],
  ])('is none: %s', (_, one, other) => {
    expect(codes(one, other)).toBeNull();
  });

  it('weighs less when national ids differ, and says so', () => {
    const alone = suspicionOf(person('Siti Rahmawati', BORN), person('Siti Rahmawati', BORN));
    const against = suspicionOf(
      person('Siti Rahmawati', BORN, { national_id: 'aa' }),
      person('Siti Rahmawati', BORN, { national_id: 'bb' }),
    );
    expect(against?.score).toBeLessThan(alone?.score ?? 0);
    expect(against?.reasons.map(({ code }) => code)).toContain('national_id_differs');
  });

  it('comes back after a dismissal only with something new', () => {
    const [one, other] = [person('Siti Rahmawati', BORN), person('Siti Rahmawati', BORN)];
    const first = suspicionOf(one, other)?.signals ?? [];
    const licence = { kind: 'licence', key: 'ktki PT404' } as const;
    const later = suspicionOf({ ...one, facts: [licence] }, { ...other, facts: [licence] })?.signals ?? [];
    expect(isNews(first, first)).toBe(false);
    expect(isNews(later, first)).toBe(true);
    expect(isNews(first, later)).toBe(false);
  });

  it('is the same whoever stands first, between 0 and 1, and shows no value', () => {
    const profile = fc.record({
      name: fc.constantFrom('Siti Rahmawati', 'Rahmawati', 'Budi Santoso', 'Muhammad Ali', 'Moh. Ali'),
      birthDate: fc.constantFrom(null, BORN, '1990-02-27'),
      facts: fc.dictionary(
        fc.constantFrom<MatchFactKind>('national_id', 'licence', 'email', 'phone'),
        fc.constantFrom('secret1', 'secret2'),
      ),
    });
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const [one, other] = [person(a.name, a.birthDate, a.facts), person(b.name, b.birthDate, b.facts)];
        const [forth, back] = [suspicionOf(one, other), suspicionOf(other, one)];
        expect(forth?.score).toBe(back?.score);
        expect(forth?.signals).toEqual(back?.signals);
        if (!forth) return;
        expect(forth.score).toBeGreaterThan(0);
        expect(forth.score).toBeLessThanOrEqual(1);
        expect(JSON.stringify(forth)).not.toMatch(/secret/);
      }),
    );
  });

  it('has no state that nothing leads to', () => {
    expect(unreachableStates(SUSPICION_TRANSITIONS, 'open')).toEqual([]);
  });
});
