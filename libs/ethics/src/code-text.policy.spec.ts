import fc from 'fast-check';
import { canonicalText, publicationFaults, textHash, type CodeText } from './code-text.policy';

const said = (id: string, en = `${id} (en)`) => ({ id, en });
const code: CodeText = {
  title: said('Kode Etik'),
  preamble: { id: '', en: '' },
  clauses: [
    { heading: said('Kejujuran'), text: said('Anggota berkata benar.'), mustAcknowledge: true },
    { heading: said('Kerahasiaan'), text: said('Anggota menjaga rahasia.'), mustAcknowledge: false },
  ],
};
const [first, second] = code.clauses as [CodeText['clauses'][number], CodeText['clauses'][number]];

describe('the hash of a code', () => {
  it('is a known value, so that texts published earlier keep theirs', () => {
    const tiny: CodeText = {
      title: { id: 'A', en: 'B' },
      preamble: { id: '', en: '' },
      clauses: [{ heading: { id: 'h', en: 'h' }, text: { id: 't', en: 't' }, mustAcknowledge: true }],
    };
    expect(canonicalText(tiny)).toBe('[["A","B"],["",""],[[["h","h"],["t","t"],true]]]');
    // printf '%s' '[["A",…]]' | sha256sum
    expect(textHash(tiny)).toBe('6f9538b0858e4f8e56de635fc96f0fe2e57dd665943d182bf2f143ebb652c094');
  });

  it.each<[string, CodeText]>([
    ['another word', { ...code, title: said('Kode Etika') }],
    ['another word in the other language', { ...code, title: said('Kode Etik', 'Ethics') }],
    ['another order', { ...code, clauses: [second, first] }],
    ['another mark', { ...code, clauses: [{ ...first, mustAcknowledge: false }, second] }],
    ['a clause less', { ...code, clauses: [first] }],
    ['words moved from one clause to the next', moved()],
  ])('changes with %s', (_, other) => {
    expect(textHash(other)).not.toBe(textHash(code));
  });

  it('stays the same for line ends, outer space and composed letters', () => {
    const typed: CodeText = { ...code, title: said('  Kode Etik\r\n', 'Kode Etik (en)') };
    expect(textHash(typed)).toBe(textHash(code));
    expect(textHash({ ...code, title: said('Café', 'x') })).toBe(
      textHash({ ...code, title: said('Cafe\u0301', 'x') }),
    );
  });

  it('never confuses two different texts, wherever the words stand', () => {
    const text = fc.string({ maxLength: 6, unit: 'binary' }).map((value) => value.normalize('NFC').trim());
    const words = fc.tuple(text, text, text, text);
    const of = ([a, b, c, d]: [string, string, string, string]): CodeText => ({
      ...code,
      clauses: [{ heading: { id: a, en: b }, text: { id: c, en: d }, mustAcknowledge: true }],
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const same = one.every(
          (word, index) => word.replace(/\r\n?/g, '\n') === other[index]?.replace(/\r\n?/g, '\n'),
        );
        return (canonicalText(of(one)) === canonicalText(of(other))) === same;
      }),
    );
  });
});

describe('a code can be published', () => {
  it.each<[string, CodeText, string[]]>([
    ['with every part in two languages', code, []],
    ['not without its title in English', { ...code, title: said('Kode', ' ') }, ['title']],
    ['not with half a preamble', { ...code, preamble: said('Kami', '') }, ['preamble']],
    ['not without clauses', { ...code, clauses: [] }, ['clauses']],
    [
      'not with a clause in one language',
      { ...code, clauses: [first, { ...second, text: said('', 'x') }] },
      ['clauses.1.text'],
    ],
  ])('%s', (_, text, fields) => {
    expect(publicationFaults(text).map((fault) => fault.field)).toEqual(fields);
  });
});

function moved(): CodeText {
  return {
    ...code,
    clauses: [
      { ...first, text: { ...first.text, id: `${first.text.id} ${second.text.id}` } },
      { ...second, text: { ...second.text, id: '' } },
    ],
  };
}
