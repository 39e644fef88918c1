import { SAME_NAMES } from './lists/same-names';
import type { Alphabet } from './name-script';

/** Given names that differ by just what a spelling rule folds, and are two names all the same. */
const NAMES_OF_THEIR_OWN = new Set('marie mary julie july leslie lesley'.split(' '));
/** German and Dutch `oe` is no `u`: Moeller is not Muller, nor Koehler Kuhler. */
const OE = /(?<!schr)oe(?!h[lmnr]|tz|l?l[eg]|ck|lz|pp|ss|ff|tt|sch|nig|$)/g;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };

/**
 * All ways a word may be read. Two words that share one are spellings of one name: by rule (before 1947 and 1972: Van
 * Ophuijsen, Soewandi), by a list of forms, or because umlauts are written out.
 * @param text lower case Latin letters
 * @param raw the word as it was written, lower case
 */
export function readingsOf(text: string, raw: string, alphabet: Alphabet): readonly string[] {
  return spellingOf(text, raw, alphabet).readings;
}

/** How a word may be read, and how it sounds, roughly: alike sounds are for a person to look at, and never decide. */
export interface Spelling {
  readings: readonly string[];
  sound: string;
}

/** The readings of a word, and the sound of the first. */
export function spellingOf(text: string, raw: string, alphabet: Alphabet): Spelling {
  const key = `${alphabet} ${text} ${raw}`;
  const known = remembered.get(key);
  if (known) return known;
  const readings = newReadings(text, raw, alphabet);
  const spelling = { readings, sound: soundOf(readings[0] ?? text) };
  // The same few thousand words make up most names.
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, spelling);
  return spelling;
}

const remembered = new Map<string, Spelling>();
const MOST_REMEMBERED = 20_000;

function newReadings(text: string, raw: string, alphabet: Alphabet): readonly string[] {
  if (NAMES_OF_THEIR_OWN.has(text)) return [text];
  if (alphabet !== 'latin') return [...new Set([everyAlphabet(text), ...(SAME_NAMES.get(text) ?? [])])];
  const written = [text];
  if (/[äöüøåæ]/.test(raw))
    written.push(raw.replace(/[äöüøåæ]/g, (letter) => UMLAUTS[letter] ?? letter).replace(/[^a-z]/g, ''));
  const readings = written.flatMap((word) => {
    const modern = todaysSpelling(word);
    const names = SAME_NAMES.get(word) ?? SAME_NAMES.get(modern);
    return names ?? [modern, everyAlphabet(word)];
  });
  return [...new Set(readings)];
}

/** Old and side spellings as today's, where no two living names become one. */
function todaysSpelling(word: string): string {
  const old = /dj|tj|sj|^nj/.test(word);
  let text = word
    .replace(OE, 'u')
    .replace(/tj/g, 'c')
    .replace(/sj/g, 'sy')
    .replace(/(?:^|(?<=[bdgkmr]))nj/g, 'ny');
  // Who writes `dj` for today's j means y by a bare j; where nothing shows it, Aji and Ayi stay two names.
  text = old
    ? text
        .replace(/dj/g, '\0')
        .replace(/(?<!n)j/g, 'y')
        .replace(/\0/g, 'j')
    : text;
  if (!old && word.includes('oe')) text = text.replace(/(?<=[rl])j/g, 'y');
  text = text
    .replace(/(?<=[aeiou])ch(?=[bdfglmnrstwy])/g, 'kh')
    .replace(/(?<=[aeiou])kh(?=[a-z])/g, 'h')
    .replace(/sh/g, 'sy')
    .replace(/dh/g, 'd')
    .replace(/ck/g, 'k');
  if (text.length >= 6) text = text.replace(/^ch/, 'kh').replace(/th/g, 't');
  if (text.length >= 5) text = text.replace(/q/g, 'k');
  text = text.replace(/uw(?=[aeo])/g, 'u').replace(/^(z|s|sy|h|kh)ae(?=[a-z])/, '$1ai');
  return everyAlphabet(text);
}

/** What differs by habit wherever letters are Latin: `Sergey`, `Sergei`; `Ariyanto`, `Arianto`; `Hanniball`. */
function everyAlphabet(word: string): string {
  const text = word
    .replace(/iy(?=[aou])/g, 'i')
    .replace(/(?<=[bcdfghjklmpqrtvwxz])y(?=[aou])/g, 'i')
    .replace(/y$/, 'i')
    .replace(/(?<=[^aeiou])ie$/, 'i')
    .replace(/(?<=[a-z]{2})[iy]i$/, 'i');
  return text.length < 4 ? text : text.replace(/([bcdfghjklmnpqrstvwxz])\1/g, '$1');
}

function soundOf(reading: string): string {
  return reading
    .replace(/[vp]/g, 'f')
    .replace(/z|sy/g, 's')
    .replace(/ks/g, 'x')
    .replace(/[kg]h/g, 'h')
    .replace(/c(?=[aou])|q/g, 'k')
    .replace(/ee/g, 'i')
    .replace(/o+/g, 'u')
    .replace(/[ey]/g, 'i')
    .replace(/j/g, 'i')
    .replace(/(?<=[aiu])h$/, '')
    .replace(/(.)\1/g, '$1');
}
