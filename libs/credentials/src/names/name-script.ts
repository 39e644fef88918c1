import { transliterate } from 'transliteration';

/** Alphabets that write vowels and consonants one by one, so that their letters can be read as Latin ones. */
const READABLE =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;
const SCRIPTS = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  armenian: /\p{Script=Armenian}/u,
  georgian: /\p{Script=Georgian}/u,
} as const;

export type Alphabet = keyof typeof SCRIPTS;

/** Whether a name has letters of a script (Han, Kana, Hangul, Arabic, Khmer …) whose sounds cannot be told from its signs alone. */
export function isOpaque(name: string): boolean {
  return [...name].some(
    (letter) => /\p{L}/u.test(letter) && !READABLE.test(letter) && !/[ʰ-˿]/u.test(letter),
  );
}

/** The alphabets of a word; more than one is a slip of the keyboard, or a disguise. */
export function alphabetsOf(word: string): Alphabet[] {
  return (Object.keys(SCRIPTS) as Alphabet[]).filter((script) => SCRIPTS[script].test(word));
}

/** Latin letters without diacritics, lower case. */
export function latin(text: string): string {
  return (/^[ -~]*$/.test(text) ? text : transliterate(text)).toLowerCase();
}

/** The signs of a name in its own script: without vowel marks, spaces and the forms that keyboards choose for one letter. */
export function ownSigns(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0640\u0670\u200b-\u200f]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[یى]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[^\p{L}\p{M}]/gu, '');
}
