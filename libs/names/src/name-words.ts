import { SON_OF, DAUGHTER_OF, PARTICLES } from './lists/family-names';
import { BALINESE, COMMON_NAMES, SAME_NAMES } from './lists/same-names';
import { readingsOf, spellingOf } from './name-spelling';
import { alphabetsOf, latin, type Alphabet } from './name-script';
import { withoutTitles, type Gender } from './name-titles';
import { piecesOf, type Piece } from './name-pieces';

/** One word of a name, made ready for comparison. */
export interface NameWord {
  /** Lower case Latin letters; a mask keeps its stars. */
  text: string;
  /** As written, lower case. */
  raw: string;
  /** The names it may stand for, after old spellings and common short forms; the likeliest first. */
  readings: readonly string[];
  /** Rough sound of the first reading. */
  sound: string;
  /** One letter, or a short form with a dot: stands for any word beginning so. */
  initial: boolean;
  masked: boolean;
  /** `al`, `de`, `van`: offices write or leave them out. */
  particle: boolean;
  /** Says something about who it is: neither an initial nor what half of all people are called. */
  telling: boolean;
  alphabet: Alphabet;
}

/** A name taken apart, and what was left out on the way. */
export interface NameWords {
  words: NameWord[];
  titles: string[];
  /** `jr 2`, `ii 2`, `iii 3`: the word and its number. */
  generation: string | null;
  /** What titles and particles say (`Hj.`, `binti`, `Ni Wayan`). */
  gender: Gender | null;
  /** A digit among letters (`Ig0r`), or letters of two alphabets in a word. */
  odd: boolean;
  /** The writer sets diacritics. */
  accented: boolean;
  /** Longer than any name; only its beginning was read. */
  cut: boolean;
}

/** Longer names exist nowhere; texts that long are no names, and must not cost time. */
const LONGEST = 300;
const MOST_WORDS = 24;

/** Takes a name apart: folds letters to Latin without diacritics, and leaves titles at both ends out. */
export function nameWords(name: string): NameWords {
  const text = name.slice(0, LONGEST).normalize('NFKC').slice(0, LONGEST);
  const { pieces, titles, generation, gender } = withoutTitles(piecesOf(text));
  const bare = pieces.flatMap((piece) => (piece.parts.length > 1 ? piece.parts.map(partOf) : [piece]));
  const balinese = balineseGender(bare);
  if (balinese !== null) bare.shift();
  const all = bare
    .flatMap(initialsOf)
    .map((piece, index, list) => wordOf(piece, index, list.length))
    .flatMap(compound);
  return {
    words: all.slice(0, MOST_WORDS),
    titles,
    generation,
    gender: gender ?? balinese ?? patronymGender(all),
    odd: bare.some(({ odd, raw }) => odd || alphabetsOf(raw).length > 1),
    accented: bare.some(({ raw }) => /[^ -~]/.test(raw) && alphabetsOf(raw)[0] === 'latin'),
    cut: name.length > LONGEST || all.length > MOST_WORDS,
  };
}

function partOf(raw: string): Piece {
  return {
    raw,
    plain: latin(raw).replace(/[^a-z*]/g, ''),
    parts: [raw],
    dotted: true,
    part: 0,
    capitals: false,
    upper: false,
    odd: false,
  };
}

/** `I Wayan`, `Ni Made`: the first word says man or woman, and is often left out. */
function balineseGender([first, second]: readonly Piece[]): Gender | null {
  if (!first || !second || !/^(?:i|ni)$/.test(first.plain)) return null;
  const name = readingsOf(second.plain, second.raw, 'latin').some((reading) => BALINESE.has(reading));
  return name ? (first.plain === 'i' ? 'male' : 'female') : null;
}

function patronymGender(words: readonly NameWord[]): Gender | null {
  const word = words.find(({ text }, index) => index > 0 && (SON_OF.has(text) || DAUGHTER_OF.has(text)));
  return word ? (SON_OF.has(word.text) ? 'male' : 'female') : null;
}

/** `FX`, `JC`: letters without a vowel that are no short form we know stand for a word each. */
function initialsOf(piece: Piece): Piece[] {
  if (!piece.upper || !/^[b-df-hj-np-tv-xz]{2}$/.test(piece.plain) || piece.plain === 'ng') return [piece];
  const known = readingsOf(piece.plain, piece.raw, 'latin').some((reading) => reading !== piece.plain);
  return known ? [piece] : [...piece.plain].map(partOf);
}

function wordOf({ plain, raw, dotted }: Piece, index: number, count: number): NameWord {
  const masked = plain.includes('*');
  const alphabet = alphabetsOf(raw)[0] ?? 'latin';
  const inside = index > 0 && index < count - 1;
  const patronym = inside && (SON_OF.has(plain) ? 'bin' : DAUGHTER_OF.has(plain) ? 'binti' : null);
  const al = inside && (plain === 'al' || plain === 'el');
  const fixed = masked ? plain : patronym ? patronym : al ? 'al' : null;
  const { readings, sound } =
    fixed === null ? spellingOf(plain, raw, alphabet) : { readings: [fixed], sound: '' };
  const known = readings.some((reading) => COMMON_NAMES.has(reading));
  const initial =
    plain.length === 1 || (dotted && plain.length <= 4 && !masked && !patronym && !SAME_NAMES.has(plain));
  return {
    text: plain,
    raw,
    readings,
    sound,
    initial,
    masked,
    particle: inside && PARTICLES.has(plain),
    telling: !initial && !masked && !known && plain.length > 1 && !patronym,
    alphabet,
  };
}

/** `Abdurrahman`, `Abdulkarim`: Abdul and the name it goes with, however they are joined. */
function compound(word: NameWord): NameWord[] {
  const found = /^abd[uoei]+(?:l(?!l?[auo]h)([a-z]{4,})|([rsnztd])\2?([aiueo][a-z]{3,}))$/.exec(word.text);
  if (!found || word.masked) return [word];
  const rest = found[1] ?? `${found[2] ?? ''}${found[3] ?? ''}`;
  const own = wordOf({ ...partOf(rest), dotted: false }, 1, 3);
  return [wordOf({ ...partOf('abdul'), dotted: false }, 0, 3), own];
}

/** One word out of several that stand beside each other. */
export function together(words: readonly NameWord[]): NameWord {
  const [plain, raw] = [words.map(({ text }) => text).join(''), words.map((word) => word.raw).join('')];
  return wordOf({ ...partOf(raw), plain, dotted: false }, 1, 3);
}
