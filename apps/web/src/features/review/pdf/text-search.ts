/** Where a text was found on a page: the pieces of text that it runs through, from 0. */
export interface Find {
  pieces: number[];
}

/**
 * Finds every place of `query` in the text of a page, which a document keeps in pieces. Case, accents and runs of spaces make no
 * difference, and a name that runs over the end of a line is found too. Nothing is found for an empty query.
 */
export function findIn(pieces: readonly string[], query: string): Find[] {
  const wanted = [...plain(query)].filter((letter) => letter !== ' ');
  if (wanted.length === 0) return [];
  const letters = pieces.flatMap((text, piece) =>
    [...plain(text)].filter((letter) => letter !== ' ').map((letter) => ({ letter, piece })),
  );
  const finds: Find[] = [];
  for (let start = 0; start + wanted.length <= letters.length; start += 1) {
    if (!wanted.every((letter, index) => letters[start + index]?.letter === letter)) continue;
    const run = letters.slice(start, start + wanted.length).map(({ piece }) => piece);
    finds.push({ pieces: [...new Set(run)] });
    start += wanted.length - 1;
  }
  return finds;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/\s+/gu, ' ');
}
