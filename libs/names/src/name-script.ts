import { transliterate } from 'transliteration';

/** A letter of none of the alphabets that write vowels and consonants one by one, and so can be read as Latin. */
const OPAQUE =
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}ʰ-˿])\p{L}/u;
const ASCII = /^[ -~]*$/;
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
  return !ASCII.test(name) && OPAQUE.test(name);
}

/** The alphabets of a word; more than one is a slip of the keyboard, or a disguise. */
export function alphabetsOf(word: string): Alphabet[] {
  if (ASCII.test(word)) return ['latin'];
  return (Object.keys(SCRIPTS) as Alphabet[]).filter((script) => SCRIPTS[script].test(word));
}

/** Latin letters without diacritics, lower case. */
export function latin(text: string): string {
  return (ASCII.test(text) ? text : transliterate(text)).toLowerCase();
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
