import { BACK_DOTTED, BACK_TITLES, FRONT_DOTTED, FRONT_TITLES, isDegree } from './lists/titles';
import { latin } from './name-script';

/** A name between two spaces, hyphens or commas, before anything is known of it. */
export interface Piece {
  /** Lower case, as written, without apostrophes. */
  raw: string;
  /** Latin letters a to z, and stars of a mask. */
  plain: string;
  /** What stands between its dots. */
  parts: string[];
  dotted: boolean;
  /** In which of the parts between commas, from 0. */
  part: number;
  /** In capitals although the whole name is not. */
  capitals: boolean;
  upper: boolean;
  odd: boolean;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
};
const APOSTROPHES = /['’‘`´ʻʼʿʾ′]/g;

/** Cuts a name into its pieces. `M.Kep` and `S.E.` stay whole; `Moh.Ali`, `Dr.Ana` and `A.B.Susilo` are several. */
export function piecesOf(name: string): Piece[] {
  const shouted = !/\p{Ll}/u.test(name);
  return name
    .replace(/["“”][^"“”]*["“”]|(?<=\s)\([^)]*\)/g, ' ')
    .replace(/\(k\)/gi, 'k')
    .split(',')
    .flatMap((text, part) =>
      text
        .split(/[\s\-‐‑–/·・()]+/)
        .flatMap(apart)
        .map((piece) => pieceOf(piece, part, shouted))
        .filter(({ plain }) => plain !== ''),
    );
}

/** The parts between dots, those together that are a title together. */
function apart(piece: string): string[] {
  const parts = piece.split(/(?<=\.)/);
  const found: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = parts.length;
    while (end > at + 1 && !isTitle(parts.slice(at, end))) end -= 1;
    found.push(parts.slice(at, end).join(''));
    at = end;
  }
  return found;
}

function isTitle(parts: readonly string[]): boolean {
  const plain = parts
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (plain.length > 12) return false;
  if (parts.length > 1 && FRONT_DOTTED.has(plain)) return true;
  return isDegree(plain) || BACK_DOTTED.has(plain) || BACK_TITLES.has(plain) || FRONT_TITLES.has(plain);
}

function pieceOf(text: string, part: number, shouted: boolean): Piece {
  const bare = text.replace(APOSTROPHES, '');
  const number = /^\d(?:nd|rd)\.?$/i.test(bare);
  const odd = !number && /\p{L}/u.test(bare) && /\d/.test(bare);
  const raw = (odd ? bare.replace(/\d/g, (digit) => LOOKALIKES[digit] ?? '') : bare).toLowerCase();
  const plain = latin(raw).replace(number ? /[^a-z0-9]/g : /[^a-z*]/g, '');
  const parts = raw.split('.').filter((between) => /[\p{L}*]/u.test(between));
  const upper = bare === bare.toUpperCase();
  const capitals = !shouted && upper && bare.length > 1;
  return { raw: parts.join(''), plain, parts, dotted: raw.includes('.'), part, capitals, upper, odd };
}
