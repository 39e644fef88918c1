import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transliterate } from 'transliteration';

export type Weight = 'regular' | 'bold';

/** A stretch of text that one font file can set. */
export interface Run {
  /** Name under which the file is registered with the document. */
  font: string;
  text: string;
}

const PACKAGE = '@fontsource/noto-sans';
/** In order of preference: the first that has a letter sets it. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'vietnamese',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'devanagari',
];
const FILE_WEIGHT: Readonly<Record<Weight, number>> = { regular: 400, bold: 600 };

/** The files of Noto Sans that a document has to register: name and path. */
export function fontFiles(): { name: string; path: string }[] {
  const folder = join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'files');
  return (['regular', 'bold'] as const).flatMap((weight) =>
    SUBSETS.map((subset) => ({
      name: `${subset}-${weight}`,
      path: join(folder, `noto-sans-${subset}-${FILE_WEIGHT[weight]}-normal.woff`),
    })),
  );
}

/**
 * A text as stretches that one font file each can set. Letters of scripts that Noto Sans does not have (Arabic, Chinese)
 * are written in Latin ones: a name that can be read aloud rather than empty boxes.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of settable(text)) {
    const last = runs.at(-1);
    const font = last && isMark(letter) ? last.font : `${subsetOf(letter)}-${weight}`;
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[^ ]+/gu, (word) =>
      [...word].every((letter) => isMark(letter) || subsetOf(letter)) ? word : transliterate(word),
    );
}

function isMark(letter: string): boolean {
  return /^\p{M}$/u.test(letter);
}

function subsetOf(letter: string): string | undefined {
  const point = letter.codePointAt(0) ?? 0;
  return COVERAGE.find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to))?.subset;
}

const COVERAGE = coverage();

function coverage(): { subset: string; ranges: [number, number][] }[] {
  const folder = dirname(require.resolve(`${PACKAGE}/package.json`));
  const listed = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return SUBSETS.map((subset) => ({ subset, ranges: (listed[subset] ?? '').split(',').map(rangeOf) }));
}

/** `U+0100-02BA` or `U+0131`, as CSS writes it. */
function rangeOf(text: string): [number, number] {
  const [from = '0', to = from] = text.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
