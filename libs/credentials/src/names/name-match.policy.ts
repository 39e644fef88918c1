import type { Reason } from '@himpun/kernel';
import { hasPatronymic, nameWords, type NameWord } from './name-words';
import { NAME_REASONS, type NameReasonCode } from './name-reasons';
import { wordSimilarity } from './word-similarity';

/** From here on two names are taken for one person's without anybody looking. */
export const NAME_MATCH = 0.93;
/** From here on, up to `NAME_MATCH`, a person looks; below they are different names. */
export const NAME_REVIEW = 0.72;

export type NameVerdict = 'match' | 'review' | 'mismatch';

/** How alike two names are, and why. */
export interface NameMatch {
  /** 0 to 1, two decimals. */
  score: number;
  verdict: NameVerdict;
  reasons: Reason[];
}

const REVIEW_AT_MOST = 0.92;
/** With one of these a person looks, however high the score: Santosa may be Santoso's neighbour. */
const NEVER_ALONE = new Set<NameReasonCode>(['masked', 'single_name', 'letters_differ']);
const EXTRA_INITIAL = 0.05;
const EXTRA_WORD = 0.1;
const WORD_AGAINST_WORD = 0.08;
const COMMON = new Set('muhammad abdul ahmad siti al el bin binti ben ibn de da dos van der nur'.split(' '));
/** Names of which one is wholly contained in the other are never called different. */
const CONTAINED_AT_LEAST = 0.74;

/**
 * Compares two spellings of a name, as documents of different offices write them: without titles, in any order, with
 * initials, old spellings and short forms. The score is 1 for the same words.
 */
export function matchNames(one: string, other: string): NameMatch {
  const [first, second] = [nameWords(one), nameWords(other)];
  if (first.words.length === 0 || second.words.length === 0) return verdictOf(0, ['name_missing']);
  const codes: NameReasonCode[] = [];
  if (first.titles.length + second.titles.length > 0 && first.titles.join() !== second.titles.join()) {
    codes.push('titles_left_out');
  }
  if (joined(first.words) === joined(second.words)) return withoutPairs(first.words, second.words, codes);
  return paired(first.words, second.words, codes);
}

/** The same letters in the same order: the same words, or words written together in one of the two. */
function withoutPairs(one: NameWord[], other: NameWord[], codes: NameReasonCode[]): NameMatch {
  if (one.some(({ masked }) => masked)) return verdictOf(REVIEW_AT_MOST, [...codes, 'masked']);
  if (one.length !== other.length) codes.push('written_together');
  const literally = one.map(({ text }) => text).join('') === other.map(({ text }) => text).join('');
  if (!literally) codes.push('spelling_variant');
  return verdictOf(literally && one.length === other.length ? 1 : 0.97, codes);
}

function paired(one: NameWord[], other: NameWord[], codes: NameReasonCode[]): NameMatch {
  const [short, long] = inOrder(one, other);
  const pairs = bestPairs(short, long);
  const weight = short.reduce((sum, word) => sum + weightOf(word), 0);
  const kept = pairs.reduce((sum, pair) => sum + weightOf(pair.word) * pair.similarity, 0);
  const left = long.filter((word) => !pairs.some((pair) => pair.partner === word));
  const core = kept / weight;
  const extra = left.reduce((sum, word) => sum + (word.initial ? EXTRA_INITIAL : EXTRA_WORD), 0);
  // A word that stands against another one tells more than a word that is merely left out.
  const against = pairs.length < short.length ? WORD_AGAINST_WORD : 0;
  let score = core * (1 - extra - against);
  if (core > 0.97 && short.length > 1) score = Math.max(score, CONTAINED_AT_LEAST);
  codes.push(...reasonsOf(pairs, left, short, long));
  const whole = pairs.filter(({ word, partner }) => !word.initial && !partner.initial);
  const thin = codes.includes('initial') && whole.length < 2;
  const turned = codes.includes('other_order') && hasPatronymic(long);
  if (thin || turned || codes.some((code) => NEVER_ALONE.has(code))) score = Math.min(score, REVIEW_AT_MOST);
  return verdictOf(score, codes);
}

/** The shorter first; of two equally long ones the first by alphabet, so that the order of asking makes no difference. */
function inOrder(one: NameWord[], other: NameWord[]): [NameWord[], NameWord[]] {
  const first = one.length === other.length ? joined(one) <= joined(other) : one.length < other.length;
  return first ? [one, other] : [other, one];
}

interface Pair {
  word: NameWord;
  partner: NameWord;
  similarity: number;
  at: [number, number];
}

/** Each word of the shorter name with its likest free word of the longer, the likest pairs first. */
function bestPairs(short: readonly NameWord[], long: readonly NameWord[]): Pair[] {
  const all = short.flatMap((word, i) =>
    long.map((partner, j): Pair => ({
      word,
      partner,
      similarity: wordSimilarity(word, partner),
      at: [i, j],
    })),
  );
  const pairs: Pair[] = [];
  for (const pair of all.sort((a, b) => b.similarity - a.similarity || distance(a) - distance(b))) {
    if (
      pair.similarity > 0 &&
      !pairs.some(({ word, partner }) => word === pair.word || partner === pair.partner)
    ) {
      pairs.push(pair);
    }
  }
  return pairs;
}

function reasonsOf(
  pairs: readonly Pair[],
  left: readonly NameWord[],
  short: readonly NameWord[],
  long: readonly NameWord[],
): NameReasonCode[] {
  const codes: NameReasonCode[] = [];
  const order = [...pairs].sort((a, b) => a.at[0] - b.at[0]).map(({ at }) => at[1]);
  if (order.some((place, index) => index > 0 && place < (order[index - 1] as number)))
    codes.push('other_order');
  if (pairs.some(({ word, partner }) => word.initial !== partner.initial)) codes.push('initial');
  if (pairs.some(({ word, partner }) => word.masked !== partner.masked)) codes.push('masked');
  if (pairs.some(({ word, partner, similarity }) => similarity >= 0.97 && word.text !== partner.text)) {
    codes.push('spelling_variant');
  }
  if (pairs.some(({ word, similarity }) => similarity < 0.97 && !word.masked)) codes.push('letters_differ');
  if (short.length === 1 && long.length > 1) codes.push('single_name');
  else if (left.length > 0) codes.push('extra_words');
  if (pairs.length < short.length) codes.push('words_differ');
  return codes;
}

function verdictOf(raw: number, codes: readonly NameReasonCode[]): NameMatch {
  const score = Math.round(Math.max(0, Math.min(1, raw)) * 100) / 100;
  const verdict = score >= NAME_MATCH ? 'match' : score >= NAME_REVIEW ? 'review' : 'mismatch';
  return { score, verdict, reasons: codes.map((code) => NAME_REASONS[code]) };
}

function joined(words: readonly NameWord[]): string {
  return words.map(({ canonical }) => canonical).join('');
}

function distance({ at }: Pair): number {
  return Math.abs(at[0] - at[1]);
}

/** Long words tell more about a person than short ones; an initial and what half of all people are called tell least. */
function weightOf({ canonical, initial }: NameWord): number {
  if (initial || COMMON.has(canonical)) return 2;
  return Math.max(3, Math.min(canonical.length, 10));
}
