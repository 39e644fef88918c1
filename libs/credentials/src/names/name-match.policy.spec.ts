import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { matchNames, NAME_MATCH, NAME_REVIEW } from './name-match.policy';

const codes = (one: string, other: string): string[] =>
  matchNames(one, other).reasons.map(({ code }) => code);

describe('two spellings of one name match', () => {
  it.each([
    ['letter case', 'ANA LESTARI', 'Ana Lestari'],
    ['titles on both ends', 'Dr. Siti Rahmawati, S.Ft., M.Kes.', 'Siti Rahmawati'],
    ['a specialist title', 'dr. Budi Santoso, Sp.PD', 'Budi Santoso'],
    ['a consultant title', 'Prof. Dr. Budi Santoso, Sp.M(K)', 'Budi Santoso'],
    ['hajj and academic titles', 'H. Ahmad Fauzi, S.E., M.M.', 'Ahmad Fauzi'],
    ['a nurse’s titles', 'Ns. Dewi Kartika, S.Kep', 'Dewi Kartika'],
    ['family name first', 'GOEL, NEETI BHATIA', 'Neeti Bhatia Goel'],
    ['another order', 'Lestari Ana', 'Ana Lestari'],
    ['diacritics', 'José Núñez', 'Jose Nunez'],
    ['an apostrophe', "Nur'aini Putri", 'Nuraini Putri'],
    ['Van Ophuijsen spelling', 'Soekarno Djojohadikoesoemo', 'Sukarno Joyohadikusumo'],
    ['tj and dj', 'Tjahjono Djatmiko', 'Cahyono Jatmiko'],
    ['Moh. for Muhammad', 'Moh. Rizki Pratama', 'Muhammad Rizki Pratama'],
    ['Muh without dot', 'Muh Rizki Pratama', 'Mohammad Rizki Pratama'],
    ['Abd. for Abdul', 'Abd. Rahman Wahid', 'Abdul Rahman Wahid'],
    ['words together', 'Nur Haliza Putri', 'Nurhaliza Putri'],
    ['a middle initial more', 'Budi S. Santoso', 'Budi Santoso'],
    ['one name only, the same', 'Suharto', 'SUHARTO'],
    ['another script', 'Фуад Гулиев', 'Fuad Guliev'],
  ])('%s', (_, one, other) => expect(matchNames(one, other)).toMatchObject({ verdict: 'match' }));
});

describe('a person looks at', () => {
  it.each([
    ['a single name against a longer one', 'Ana', 'Ana Lestari', 'single_name'],
    ['a further name', 'Ana Putri Lestari', 'Ana Lestari', 'extra_words'],
    ['one letter', 'Budi Santosa', 'Budi Santoso', 'letters_differ'],
    ['a swapped pair of letters', 'Dewi Kratika', 'Dewi Kartika', 'letters_differ'],
    ['a first name as initial', 'B. Santoso', 'Budi Santoso', 'initial'],
    ['a masked name', 'd** Yo** Ya** S**', 'Dewi Yolanda Yasmin Sari', 'masked'],
    ['a patronymic left out', 'Siti Nurhaliza', 'Siti Nurhaliza Binti Abdul Karim', 'extra_words'],
  ])('%s', (_, one, other, code) => {
    expect(matchNames(one, other).verdict).toBe('review');
    expect(codes(one, other)).toContain(code);
  });
});

describe('different people stay apart', () => {
  it.each([
    ['Budi Santoso', 'Budi Susanto'],
    ['Siti Aminah', 'Siti Aisyah'],
    ['Ana Lestari', 'Budi Hartono'],
    ['Muhammad Ali', 'Muhammad Rizki'],
    ['Suharto', 'Sukarno'],
    ['Ana', 'Ani'],
    ['d** Yo** Ya** S**', 'Budi Santoso'],
    ['', 'Ana Lestari'],
  ])('%s and %s', (one, other) => expect(matchNames(one, other).verdict).toBe('mismatch'));
});

describe('whatever the names', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,11}$/);
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  it('a name is itself, and comparing works both ways', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(matchNames(one, one).score).toBe(1);
        expect(matchNames(one, other).score).toBe(matchNames(other, one).score);
      }),
    );
  });

  it('answers between 0 and 1 for any text, however odd or long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), name, (one, other) => {
        const { score } = matchNames(one, other);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
    expect(matchNames('Maria '.repeat(200), 'Maria').score).toBeLessThan(NAME_MATCH);
  });

  it('no single letter changed in a word makes a match by itself', () => {
    fc.assert(
      fc.property(fc.tuple(word, word), ([first, last]) => {
        const changed = `${first} ${last.slice(0, -1)}${last.endsWith('x') ? 'q' : 'x'}`;
        expect(matchNames(`${first} ${last}`, changed).score).toBeLessThan(NAME_MATCH);
      }),
    );
  });
});

describe('measured on pairs that others labelled', () => {
  const file = join(process.env.HIMPUN_SAMPLES ?? '../shared/data', 'names/person-name-pairs.csv');
  const measured = existsSync(file) ? it : it.skip;

  measured('no wrong match from 0.93 on, and most true ones above 0.72', () => {
    const rows = parse(readFileSync(file), { columns: true }) as Record<
      'name1' | 'name2' | 'is_match',
      string
    >[];
    const scored = rows.map((row) => ({
      score: matchNames(row.name1, row.name2).score,
      same: row.is_match === 'true',
    }));
    const at = (threshold: number) => {
      const taken = scored.filter(({ score }) => score >= threshold);
      const right = taken.filter(({ same }) => same).length;
      return {
        precision: right / taken.length,
        recall: right / scored.filter(({ same }) => same).length,
      };
    };
    if (process.env.HIMPUN_REPORT)
      process.stdout.write(`${JSON.stringify([at(NAME_MATCH), at(NAME_REVIEW)])}\n`);
    expect(at(NAME_MATCH).precision).toBe(1);
    expect(at(NAME_REVIEW).precision).toBeGreaterThan(0.75);
    expect(at(NAME_REVIEW).recall).toBeGreaterThan(0.7);
  });
});
