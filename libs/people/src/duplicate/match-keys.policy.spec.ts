import { mailboxKey, matchKeys } from './match-keys.policy';

describe('a mailbox', () => {
  it.each([
    ['letter case', 'Ana@Example.org', 'ana@example.org'],
    ['dots where the host ignores them', 'a.n.a@gmail.com', 'ana@gmail.com'],
    ['the host’s other name', 'ana@googlemail.com', 'ana@gmail.com'],
    ['what follows a plus sign, where documented', 'ana+himpun@outlook.com', 'ana@outlook.com'],
    [
      'dots and a plus sign elsewhere: perhaps somebody else',
      'a.na+x@rs-sardjito.id',
      'a.na+x@rs-sardjito.id',
    ],
  ])('%s', (_, email, key) => {
    expect(mailboxKey(email)).toBe(key);
  });
});

describe('keys of a person', () => {
  const keysOf = (name: string, birthDate: string | null = '1990-02-28'): string[] =>
    matchKeys({ personId: '1', names: [name], birthDate, facts: [] }).map(({ key }) => key);

  it('are shared by spellings and orders of one name on one day of birth', () => {
    const shared = (one: string, other: string): boolean =>
      keysOf(one).some((key) => keysOf(other).includes(key));
    expect(shared('Muhammad Sutrisno', 'SUTRISNO, Moh.')).toBe(true);
    expect(shared('Dewi Soekarno', 'Dr. Dewi Sukarno, M.Kes')).toBe(true);
    expect(shared('Budi', 'Ratna')).toBe(false);
  });

  it('are no names alone: without a date of birth nobody is looked up by name', () => {
    expect(keysOf('Ana Lestari', null)).toEqual([]);
  });

  it('stay few, however long a text', () => {
    expect(keysOf(Array.from({ length: 200 }, (_, at) => `kata${at}`).join(' ')).length).toBeLessThanOrEqual(
      8,
    );
  });
});
