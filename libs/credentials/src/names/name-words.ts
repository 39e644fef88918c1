import { transliterate } from 'transliteration';

/** One word of a name, folded for comparison. */
export interface NameWord {
  /** Lower case Latin letters; a mask keeps its stars. */
  text: string;
  /** After old spellings and common short forms. */
  canonical: string;
  initial: boolean;
  masked: boolean;
}

/** A name taken apart, and what was left out on the way. */
export interface NameWords {
  words: NameWord[];
  titles: string[];
}

/** Titles that are certain however they are written. */
const TITLES = new Set(
  `dr drg drs dra drh prof professor ir ns ners apt hj haji hajah kh md phd mr mrs ms miss sir dame rev
   skep mkep sked mked skm mkes skg sfarm sftr amd amdkep amdkeb amdft amf sst sstft ssttft sft ftr rn msc bsc mba mph
   jr sr ii iii iv`.split(/\s+/),
);
/** Short ones that are also names or words: titles only when written with dots, or after a comma. */
const DOTTED_TITLES = new Set(
  `h r rr st se sh sp spd mpd msi ssi mm mt mh ma ba do ph ssos shum sag mag skom mkom stp mfis physio pt ot dpt
   facs frcp frcs mrcp ftt or`.split(/\s+/),
);
/** Specialist titles: Sp.PD, Sp.OG, Sp.M(K), Sp.KFR … */
const SPECIALIST = /^sp[a-z]{1,6}$/;

const SHORT_FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      'muhammad',
      'muh moh mohd mhd muhamad mohamad mohammad mohammed muhammed mochamad mochammad mokhamad muchamad',
    ],
    ['abdul', 'abd abdoel abdal abdel abdool'],
    ['ahmad', 'ach akh achmad akhmad ahmed ahmat'],
    ['siti', 'st sitti'],
    ['nurul', 'nrl'],
  ].flatMap(([full = '', forms = '']) => [full, ...forms.split(' ')].map((form) => [form, full])),
);

/** Words between a person's and their father's name: with them, another order is another person. */
const PATRONYMIC = /^(?:bin|binti|bt|ibn|ben|bint)$/;

export function hasPatronymic(words: readonly NameWord[]): boolean {
  return words.some(({ text }) => PATRONYMIC.test(text));
}

/** Takes a name apart: folds letters to Latin without diacritics, and leaves titles at both ends out. */
export function nameWords(name: string): NameWords {
  const pieces = piecesOf(name);
  const titles: string[] = [];
  while (pieces.length > 1 && isTitle(pieces[0], 'front')) titles.push(pieces.shift()?.plain ?? '');
  while (pieces.length > 1 && isTitle(pieces.at(-1), 'back')) titles.push(pieces.pop()?.plain ?? '');
  return { words: pieces.map(({ plain }) => wordOf(plain)), titles };
}

interface Piece {
  plain: string;
  dotted: boolean;
  afterComma: boolean;
}

function piecesOf(name: string): Piece[] {
  const folded = transliterate(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`ʻ]/g, '');
  const parts = folded.split(',');
  return parts.flatMap((part, index) =>
    part
      .split(/[\s\-/"]+/)
      .flatMap((piece) => apart(piece))
      .map((piece) => ({
        plain: piece.replace(/[^a-z*]/g, ''),
        dotted: piece.includes('.'),
        afterComma: index > 0,
      }))
      .filter(({ plain }) => plain !== ''),
  );
}

/** `M.Kep` stays one piece; `Moh.Ali` and `A.B.Susilo` are several. */
function apart(piece: string): string[] {
  const parts = piece.split('.').filter(Boolean);
  const whole = parts.join('').replace(/[^a-z]/g, '');
  if (parts.length < 2 || TITLES.has(whole) || DOTTED_TITLES.has(whole) || SPECIALIST.test(whole))
    return [piece];
  return parts.map((part) => `${part}.`);
}

function isTitle(piece: Piece | undefined, end: 'front' | 'back'): boolean {
  if (!piece) return false;
  const { plain, dotted, afterComma } = piece;
  if (TITLES.has(plain)) return true;
  if (!dotted && !afterComma) return false;
  // In front only the honorifics of that place: `St. Aminah` is Siti Aminah, `A. Susilo` has an initial.
  if (end === 'front') return /^(?:h|r|rr)$/.test(plain);
  return (DOTTED_TITLES.has(plain) && plain.length > 1) || SPECIALIST.test(plain);
}

function wordOf(plain: string): NameWord {
  const masked = plain.includes('*');
  return {
    text: plain,
    canonical: masked ? plain : (SHORT_FORMS[plain] ?? oldSpelling(plain)),
    initial: plain.length === 1,
    masked,
  };
}

/** Spellings of before 1947 and 1972 (Van Ophuijsen, Soewandi) as today's: Soekarno, Djoko, Tjahjono, Nurjadi. */
function oldSpelling(word: string): string {
  return word
    .replace(/oe/g, 'u')
    .replace(/tj/g, 'c')
    .replace(/sj/g, 'sy')
    .replace(/nj/g, 'ny')
    .replace(/dj/g, 'j')
    .replace(/ch/g, 'kh')
    .replace(/([aeiouh])j/g, '$1y')
    .replace(/ie\b/g, 'i')
    .replace(/(.)\1/g, '$1');
}
