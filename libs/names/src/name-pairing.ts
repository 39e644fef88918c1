import { together, type NameWord } from './name-words';
import { wordSimilarity, type WordKinship } from './word-similarity';

/** A word of the shorter name with its partner of the longer. */
export interface WordPair {
  word: NameWord;
  partner: NameWord;
  kinship: WordKinship;
  value: number;
  /** Places in the shorter and in the longer name. */
  at: [number, number];
}

export interface Pairing {
  short: NameWord[];
  long: NameWord[];
  pairs: WordPair[];
  /** Words of the shorter name without a partner. */
  alone: NameWord[];
  /** Words of the longer name without a partner. */
  left: NameWord[];
  /** Words that only one of the two writes together. */
  joined: boolean;
}

/** Each word of the shorter name with its likest free word of the longer, the likest pairs first. */
export function pairWords(one: NameWord[], other: NameWord[], careful: boolean): Pairing {
  const first = joinedAs(one, other);
  const second = joinedAs(other, first);
  const [short, long] = inOrder(first, second);
  const all = short.flatMap((word, i) =>
    long.map((partner, j): WordPair => ({
      word,
      partner,
      ...wordSimilarity(word, partner, careful),
      at: [i, j],
    })),
  );
  const likest = all
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || distance(a) - distance(b) || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  const [taken, given] = [new Set<number>(), new Set<number>()];
  const pairs = likest.filter(({ at: [i, j] }) => {
    if (taken.has(i) || given.has(j)) return false;
    taken.add(i);
    given.add(j);
    return true;
  });
  return {
    short,
    long,
    pairs,
    alone: short.filter((_, i) => !taken.has(i)),
    left: long.filter((_, j) => !given.has(j)),
    joined: first.length !== one.length || second.length !== other.length,
  };
}

/** The words of a name, those put together that the other name writes as one: `Nur Haliza`, `Nurhaliza`. */
function joinedAs(words: readonly NameWord[], model: readonly NameWord[]): NameWord[] {
  const found: NameWord[] = [];
  for (let at = 0; at < words.length;) {
    const count = [3, 2].find((many) => {
      const some = words.slice(at, at + many);
      return (
        some.length === many && some.every((word) => !word.initial && !word.masked) && isOneIn(model, some)
      );
    });
    found.push(count ? together(words.slice(at, at + count)) : (words[at] as NameWord));
    at += count ?? 1;
  }
  return found;
}

function isOneIn(model: readonly NameWord[], some: readonly NameWord[]): boolean {
  const text = some.map((word) => word.text).join('');
  if (model.some((word) => word.text === text)) return true;
  const near = model.filter(
    (word) => Math.abs(word.text.length - text.length) <= 3 && word.text[0] === text[0],
  );
  if (near.length === 0) return false;
  const { readings } = together(some);
  return near.some((word) => word.readings.some((reading) => readings.includes(reading)));
}

/** The shorter first; of two equally long ones the first by alphabet, so that the order of asking makes no difference. */
function inOrder(one: NameWord[], other: NameWord[]): [NameWord[], NameWord[]] {
  const first = one.length === other.length ? written(one) <= written(other) : one.length < other.length;
  return first ? [one, other] : [other, one];
}

function written(words: readonly NameWord[]): string {
  return words.map(({ text, raw, initial }) => `${text}\0${raw}\0${initial}`).join(' ');
}

function distance({ at }: WordPair): number {
  return Math.abs(at[0] - at[1]);
}
