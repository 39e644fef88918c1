import { FULL_NAMES } from './lists/nicknames';
import type { NameWord } from './name-words';

/** How two words of names belong together. */
export type WordKinship =
  'same' | 'variant' | 'accents' | 'initial' | 'nickname' | 'masked' | 'sound' | 'letters' | 'none';

export interface WordSimilarity {
  kinship: WordKinship;
  /** 1 the same, 0 nothing in common worth counting. */
  value: number;
}

const VALUES: Readonly<Record<WordKinship, number>> = {
  same: 1,
  variant: 0.98,
  accents: 0.95,
  sound: 0.9,
  initial: 0.9,
  nickname: 0.9,
  masked: 0.9,
  letters: 0,
  none: 0,
};
/** Words less alike than this are different words; what is alike in them is chance. */
const DIFFERENT_BELOW = 0.65;

/** @param careful both writers set diacritics, so that `Dũng` and `Dung` are two names */
export function wordSimilarity(one: NameWord, other: NameWord, careful: boolean): WordSimilarity {
  const kinship = kinshipOf(one, other, careful);
  if (kinship !== 'letters') return { kinship, value: VALUES[kinship] };
  const [a, b] = [one.readings[0] ?? '', other.readings[0] ?? ''];
  const longest = Math.max(a.length, b.length);
  // What cannot become alike enough need not be counted.
  if (Math.abs(a.length - b.length) > longest * (1 - DIFFERENT_BELOW)) return { kinship: 'none', value: 0 };
  const value = 1 - edits(a, b) / longest;
  return value < DIFFERENT_BELOW ? { kinship: 'none', value: 0 } : { kinship, value };
}

function kinshipOf(one: NameWord, other: NameWord, careful: boolean): WordKinship {
  if (one.masked || other.masked) return one.text !== other.text && !maskFits(one, other) ? 'none' : 'masked';
  if (one.text === other.text) {
    if (one.raw === other.raw) return 'same';
    if (one.alphabet !== other.alphabet) return 'variant';
    // In one alphabet, letters that only look alike in Latin are others.
    return one.alphabet === 'latin' && !careful ? 'same' : 'accents';
  }
  if (one.initial || other.initial) return initialFits(one, other) ? 'initial' : 'none';
  if (one.readings.some((reading) => other.readings.includes(reading))) {
    return one.alphabet === other.alphabet && one.alphabet !== 'latin' ? 'sound' : 'variant';
  }
  if (isNickname(one, other) || isNickname(other, one)) return 'nickname';
  return one.sound === other.sound && one.sound.length > 2 ? 'sound' : 'letters';
}

/** `M.` stands for Muhammad, `J.` for Djoko, `Bamb.` for Bambang. */
function initialFits(one: NameWord, other: NameWord): boolean {
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one];
  return short.initial && [long.text, ...long.readings].some((reading) => reading.startsWith(short.text));
}

function isNickname(nick: NameWord, full: NameWord): boolean {
  const names = FULL_NAMES.get(nick.text);
  return names !== undefined && [full.text, ...full.readings].some((reading) => names.includes(reading));
}

/** `Yo**` stands for any word beginning with `yo`. */
function maskFits(one: NameWord, other: NameWord): boolean {
  const [mask, plain] = one.masked ? [one.text, other.text] : [other.text, one.text];
  const shown = mask.slice(0, mask.indexOf('*'));
  return shown.length > 0 && plain.startsWith(shown);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function edits(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
