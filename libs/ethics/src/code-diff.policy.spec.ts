import fc from 'fast-check';
import { clauseDiffs, wordMarks, type NumberedClause } from './code-diff.policy';

const clause = (position: number, heading: string, text: string, mustAcknowledge = true): NumberedClause => ({
  ...{ position, mustAcknowledge },
  heading: { id: heading, en: `${heading} (en)` },
  text: { id: text, en: `${text} (en)` },
});
const honesty = clause(1, 'Kejujuran', 'Anggota berkata benar.');
const secrecy = clause(2, 'Kerahasiaan', 'Anggota menjaga rahasia.');

describe('two editions of a code', () => {
  it.each<[string, NumberedClause[], NumberedClause[], string[]]>([
    ['that are the same', [honesty, secrecy], [honesty, secrecy], ['same', 'same']],
    [
      'with a changed word',
      [honesty],
      [clause(1, 'Kejujuran', 'Anggota selalu berkata benar.')],
      ['changed'],
    ],
    ['with another mark', [honesty], [{ ...honesty, mustAcknowledge: false }], ['changed']],
    [
      'with a new heading over nearly the same words',
      [honesty],
      [clause(1, 'Kebenaran', 'Anggota berkata benar!')],
      ['changed'],
    ],
    [
      'with a clause put in front',
      [honesty],
      [clause(1, 'Belajar', 'Terus belajar.'), { ...honesty, position: 2 }],
      ['added', 'same'],
    ],
    ['with a clause less', [honesty, secrecy], [{ ...secrecy, position: 1 }], ['same', 'removed']],
    [
      'with something quite different',
      [honesty],
      [clause(1, 'Data', 'Rekam medis milik pasien')],
      ['added', 'removed'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(clauseDiffs(before, after).map(({ change }) => change)).toEqual(changes);
  });

  it('are compared whole: each clause of both stands in the comparison once', () => {
    const any = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x y', 'x z', 'q')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [before, after] = [one, other].map((list) =>
          list.map(([h, t], at) => clause(at + 1, h, t)),
        ) as [NumberedClause[], NumberedClause[]];
        const diffs = clauseDiffs(before, after);
        expect(diffs.flatMap((diff) => diff.after ?? [])).toEqual(after);
        const old = diffs.flatMap((diff) => diff.before ?? []).sort((x, y) => x.position - y.position);
        expect(old).toEqual(before);
      }),
    );
  });
});

describe('the marked words of a text', () => {
  it('show what came and went', () => {
    expect(wordMarks('Anggota berkata benar.', 'Anggota selalu berkata jujur.')).toEqual([
      { text: 'Anggota ', mark: 'same' },
      { text: 'selalu ', mark: 'added' },
      { text: 'berkata ', mark: 'same' },
      { text: 'benar.', mark: 'removed' },
      { text: 'jujur.', mark: 'added' },
    ]);
  });

  it('make both texts again, to the letter', () => {
    const text = fc.array(fc.constantFrom('a', 'b ', ' c\n', 'd  ', 'e')).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = wordMarks(before, after);
        const without = (gone: string) =>
          marks
            .filter(({ mark }) => mark !== gone)
            .map((piece) => piece.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
