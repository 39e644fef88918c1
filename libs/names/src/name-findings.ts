import { FAMILY_NAMES } from './lists/family-names';
import { COMMON_NAMES } from './lists/same-names';
import type { Pairing, WordPair } from './name-pairing';
import type { NameReasonCode } from './name-reasons';
import { REVIEW_AT_MOST } from './name-scores';
import type { NameWord, NameWords } from './name-words';

/** With one of these a person looks, however alike the names: Santosa may be Santoso's neighbour. */
const NEVER_ALONE = new Set<NameReasonCode>([
  'masked',
  'single_name',
  'letters_differ',
  'sounds_alike',
  'accents_differ',
  'odd_signs',
  'extra_words',
  'words_differ',
  'generation_differs',
  'gender_differs',
  'common_names',
  'other_order',
  'too_long',
]);
/** So many telling whole words must agree before a shortened or everyday form is believed. */
const ENOUGH_WORDS = 2;

/** What was noticed about two names, whether it lets them decide by themselves, and whether it sets them apart. */
export function findingsOf(
  pairing: Pairing,
  first: NameWords,
  second: NameWords,
): { codes: NameReasonCode[]; alone: boolean; different: boolean } {
  const codes = [...namesOf(first, second), ...wordsOf(pairing)];
  const telling = pairing.pairs.filter(
    ({ kinship, word, partner }) => isWhole(kinship) && word.telling && partner.telling,
  ).length;
  const whole = pairing.pairs.some(({ kinship, word }) => isWhole(kinship) && !word.initial);
  const literal = pairing.pairs.every(({ kinship }) => kinship === 'same');
  if (telling === 0 && !literal && whole) codes.push('common_names');
  if (!whole && pairing.pairs.length > 0 && pairing.pairs.every(({ word }) => word.initial))
    codes.push('initial');
  const thin = telling < ENOUGH_WORDS && (codes.includes('initial') || codes.includes('nickname'));
  const alone = whole && !thin && !codes.some((code) => NEVER_ALONE.has(code));
  const different =
    first.generation !== null &&
    second.generation !== null &&
    first.generation.at(-1) !== second.generation.at(-1);
  return { codes: [...new Set(codes)], alone, different };
}

/** What concerns the names as wholes. */
function namesOf(first: NameWords, second: NameWords): NameReasonCode[] {
  const codes: NameReasonCode[] = [];
  const titles = [first, second].map((name) => [...name.titles].sort().join());
  if (titles[0] !== titles[1]) codes.push('titles_left_out');
  if (first.generation !== second.generation) codes.push('generation_differs');
  if (first.gender !== null && second.gender !== null && first.gender !== second.gender)
    codes.push('gender_differs');
  if (first.odd || second.odd) codes.push('odd_signs');
  if (first.cut || second.cut) codes.push('too_long');
  return codes;
}

/** What concerns their words. */
function wordsOf({ pairs, alone, left, short, long, joined }: Pairing): NameReasonCode[] {
  const codes: NameReasonCode[] = [];
  const has = (kinship: WordPair['kinship']): boolean => pairs.some((pair) => pair.kinship === kinship);
  const missing = [...alone, ...left];
  if (joined) codes.push('written_together');
  if (has('variant')) codes.push('spelling_variant');
  if (isTurned(pairs, long)) codes.push('other_order');
  if (has('initial') || missing.some(({ initial }) => initial)) codes.push('initial');
  if (has('nickname')) codes.push('nickname');
  if (has('masked')) codes.push('masked');
  if (has('letters')) codes.push('letters_differ');
  if (has('sound')) codes.push('sounds_alike');
  if (has('accents')) codes.push('accents_differ');
  if (missing.some(({ particle }) => particle)) codes.push('particle');
  const single = short.length === 1 && (long.length > 1 || !pairs.every(({ kinship }) => kinship === 'same'));
  if (single) codes.push('single_name');
  const further = left.some((word) => !isLight(word));
  if (further && !single && alone.length === 0) codes.push('extra_words');
  if (alone.some((word) => !word.particle)) codes.push('words_differ');
  return codes;
}

/** Words in another order; a family name that is nobody's given name may stand first or last. */
function isTurned(pairs: readonly WordPair[], long: readonly NameWord[]): boolean {
  const places = [...pairs].sort((a, b) => a.at[0] - b.at[0]);
  const order = places.map(({ at }) => at[1]);
  const turned = (list: readonly number[]): boolean =>
    list.some((place, i) => i > 0 && place < (list[i - 1] ?? 0));
  if (!turned(order)) return false;
  const ends = [places[0], places.at(-1)].filter((pair): pair is WordPair => pair !== undefined);
  return !ends.some((family) => {
    const [here, there] = family.at;
    const moved = (here === 0) !== (there === 0) || (here === 0 && there === long.length - 1);
    const known = family.word.readings.some((reading) => FAMILY_NAMES.has(reading));
    return moved && known && !turned(places.filter((pair) => pair !== family).map(({ at }) => at[1]));
  });
}

/** An initial or a particle that only one of two names has makes no other name. */
function isLight({ initial, particle }: NameWord): boolean {
  return initial || particle;
}

function isWhole(kinship: WordPair['kinship']): boolean {
  return kinship === 'same' || kinship === 'variant';
}

const EXTRA_LIGHT = 0.05;
const EXTRA_WORD = 0.1;
const WORD_AGAINST_WORD = 0.08;
/** Names of which one is wholly contained in the other are never called different. */
const CONTAINED_AT_LEAST = 0.74;

/** 1 the same words, 0.97 other spellings, 0.95 something shortened or left out: those decide; all others stay below. */
export function scoreOf(
  { pairs, alone, left, short }: Pairing,
  codes: readonly NameReasonCode[],
  decides: boolean,
): number {
  if (decides) {
    if (codes.some((code) => ['initial', 'nickname', 'particle', 'other_order'].includes(code))) return 0.95;
    return codes.includes('spelling_variant') || codes.includes('written_together') ? 0.97 : 1;
  }
  const weight = short.reduce((sum, word) => sum + weightOf(word), 0);
  const kept = pairs.reduce((sum, { word, value }) => sum + weightOf(word) * value, 0);
  const core = kept / weight;
  const extra = left.reduce((sum, word) => sum + (isLight(word) ? EXTRA_LIGHT : EXTRA_WORD), 0);
  // A word that stands against another one tells more than a word that is merely left out.
  const score = core * Math.max(0, 1 - extra - (alone.length > 0 ? WORD_AGAINST_WORD : 0));
  const contained = core > 0.97 && short.length > 1 ? Math.max(score, CONTAINED_AT_LEAST) : score;
  return Math.min(contained, REVIEW_AT_MOST);
}

/** Long words tell more about a person than short ones; an initial and what half of all people are called tell least. */
function weightOf({ readings, initial }: NameWord): number {
  const [reading = ''] = readings;
  if (initial || COMMON_NAMES.has(reading)) return 2;
  return Math.max(3, Math.min(reading.length, 10));
}
