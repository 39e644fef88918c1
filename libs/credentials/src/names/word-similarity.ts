import type { NameWord } from './name-words';

const INITIAL = 0.9;
const VARIANT = 0.98;
/** Words less alike than this are different words; what is alike in them is chance. */
const DIFFERENT_BELOW = 0.65;

/** How alike two words of names are: 1 the same, 0 nothing in common worth counting. */
export function wordSimilarity(one: NameWord, other: NameWord): number {
  if (one.text === other.text) return 1;
  if (one.masked || other.masked) return maskFits(one, other) ? 0.9 : 0;
  if (one.canonical === other.canonical) return VARIANT;
  if (one.initial || other.initial) return one.canonical[0] === other.canonical[0] ? INITIAL : 0;
  const longest = Math.max(one.canonical.length, other.canonical.length);
  const similarity = 1 - edits(one.canonical, other.canonical) / longest;
  return similarity < DIFFERENT_BELOW ? 0 : similarity;
}

/** `Yo**` stands for any word beginning with `yo`. */
function maskFits(one: NameWord, other: NameWord): boolean {
  const [mask, plain] = one.masked ? [one.text, other.text] : [other.text, one.text];
  const shown = mask.slice(0, mask.indexOf('*'));
  return shown.length > 0 && plain.startsWith(shown);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function edits(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, at(rows, i - 2, j - 2) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows, one.length, other.length);
}

function at(rows: readonly number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
