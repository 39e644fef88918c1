import fc from 'fast-check';
import { PASSWORD_MAX, PASSWORD_MIN, passwordFaults } from './password.policy';

const about = { email: 'siti.rahmawati@example.org', fullName: 'Siti Rahmawati' };
const codes = (password: string) => passwordFaults(password, about).map(({ code }) => code);

describe('a password', () => {
  it.each([
    'tujuh gajah menyeberang sungai',
    'correct horse battery staple',
    'vK7#mQ2z!pLx',
    '雨が降れば地面が濡れるでしょう',
    'sêpuluh kucing 🐈 tidur',
    'jarum kompas timur laut',
  ])('may be %s', (password) => {
    expect(codes(password)).toEqual([]);
  });

  it.each([
    ['aaaaaaaaaaaa', 'one letter again and again'],
    ['abcabcabcabc', 'three letters again and again'],
    ['123456789012', 'a run'],
    ['qwertyuiop123', 'a row of the keyboard'],
    ['password12345', 'the commonest word and a run'],
    ['P@ssw0rd2026!', 'the commonest word in disguise'],
    ['Rahasia123456', 'its Indonesian sister'],
    ['indonesiamerdeka', 'two common words'],
    ['himpunmember2026', 'words of this portal'],
    ['SitiRahmawati1', 'the own name'],
    ['rahmawati-2026', 'a part of the own address'],
    ['iloveyou iloveyou', 'a common word twice'],
  ])('may not be %s: %s', (password) => {
    expect(codes(password)).toEqual(['commonplace']);
  });

  it.each([
    [PASSWORD_MIN - 1, ['too_short']],
    [PASSWORD_MIN, []],
    [PASSWORD_MAX, []],
    [PASSWORD_MAX + 1, ['too_long']],
  ])('of %i characters gives %j', (length, expected) => {
    const varied = [...'gpzvkwyxjmqf'.repeat(20)].map((letter, at) => (at % 7 ? letter : '#')).join('');
    expect(codes(varied.slice(0, length))).toEqual(expected);
  });

  it('is counted in characters, not in bytes', () => {
    expect(codes('🐈🐕🐎🐖🐏🐐🐪🐫🐘🦏🦛🐁')).toEqual([]);
    expect(codes('🐈🐕🐎🐖🐏🐐')).toEqual(['too_short']);
  });

  it('is judged quickly, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, unit: 'binary' }),
        (password) => {
          const start = performance.now();
          codes(password);
          return performance.now() - start < 200;
        },
      ),
      { numRuns: 50 },
    );
  });
});
