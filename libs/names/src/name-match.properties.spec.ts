import fc from 'fast-check';
import { matchNames, NAME_MATCH, NAME_REVIEW } from './name-match.policy';

const word = fc.stringMatching(/^[A-Z][a-z]{1,11}$/);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const anything = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('whatever the names', () => {
  it('a name is itself, and comparing works both ways', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(matchNames(one, one).score).toBe(1);
        expect(matchNames(one, other)).toEqual(matchNames(other, one));
      }),
    );
  });

  it('comparing works both ways for near names too', () => {
    const near = fc.constantFrom(
      ...`Moh. Muhammad Nur Haliza Nurhaliza Ali A. Abdurrahman Abdul Rahman bin al Siti Aminah Ana Anna van Djoko Joko, Jr. Dr. I Wayan Tan`.split(
        ' ',
      ),
    );
    const text = fc.array(near, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there, back] = [matchNames(one, other), matchNames(other, one)];
        expect([there.score, there.verdict]).toEqual([back.score, back.verdict]);
        expect(there.reasons.map(({ code }) => code).sort()).toEqual(
          back.reasons.map(({ code }) => code).sort(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('answers between 0 and 1, with the band of its score, for any text', () => {
    fc.assert(
      fc.property(anything, fc.oneof(anything, name), (one, other) => {
        const { score, verdict } = matchNames(one, other);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(verdict).toBe(score >= NAME_MATCH ? 'match' : score >= NAME_REVIEW ? 'review' : 'mismatch');
      }),
      { numRuns: 500 },
    );
    expect(matchNames('Maria '.repeat(200), 'Maria').verdict).not.toBe('match');
    for (const odd of ['constructor', '__proto__ toString', '\ud800', '*', '.,.,', '((((', '@ alias née'])
      expect(() => matchNames(odd, odd)).not.toThrow();
  });

  it('never decides for two names without a word in common', () => {
    const here = fc.array(fc.stringMatching(/^[BDG][aiu][bdg]{1,6}$/), { minLength: 1, maxLength: 4 });
    const there = fc.array(fc.stringMatching(/^[LMN][aiu][lmn]{1,6}$/), { minLength: 1, maxLength: 4 });
    const initials = fc.array(fc.constantFrom('B.', 'L.', 'M', 'D.'), { maxLength: 3 });
    fc.assert(
      fc.property(here, there, initials, (one, other, letters) => {
        const text = matchNames([...letters, ...one].join(' '), [...letters, ...other].join(' '));
        expect(text.verdict).not.toBe('match');
      }),
    );
    fc.assert(
      fc.property(
        initials,
        initials,
        (one, other) => matchNames(one.join(' '), other.join(' ')).verdict !== 'match',
      ),
    );
  });

  it('titles never make two names different, nor decide for them', () => {
    const front = fc.constantFrom('', 'dr. ', 'Dr. ', 'Prof. Dr. ', 'Ns. ', 'Ir. H. ', 'apt. ', 'drg. ');
    const back = fc.constantFrom(
      '',
      ', S.Kep., Ns.',
      ', Sp.PD-KGH',
      ', M.Kes',
      ', A.Md.Keb.',
      ', S.E., M.M.',
      ', MD, PhD',
      ' S.Kom',
    );
    const person = fc
      .array(fc.constantFrom(...'Ana Lestari Budi Santoso Santosa Wayan Rahman Siregar Kartika'.split(' ')), {
        minLength: 2,
        maxLength: 4,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(person, person, front, back, (one, other, before, after) => {
        expect(matchNames(`${before}${one}${after}`, other).verdict).toBe(matchNames(one, other).verdict);
      }),
      { numRuns: 500 },
    );
  });

  it('no single letter changed in a word makes a match by itself', () => {
    fc.assert(
      fc.property(fc.tuple(word, word), ([first, last]) => {
        const changed = `${first} ${last.slice(0, -1)}${last.endsWith('x') ? 'z' : 'x'}`;
        expect(matchNames(`${first} ${last}`, changed).score).toBeLessThan(NAME_MATCH);
      }),
    );
  });

  it('long texts cost no time worth naming', () => {
    const worst = [
      'ab '.repeat(67),
      'a.'.repeat(100),
      'Abdurrahman'.repeat(18),
      'y'.repeat(200),
      '习'.repeat(200),
      'é '.repeat(100),
    ];
    const start = process.cpuUsage();
    for (const one of worst) for (const other of worst) matchNames(one, other);
    const { user } = process.cpuUsage(start);
    expect(user / 1000 / worst.length ** 2).toBeLessThan(50);
  });
});
