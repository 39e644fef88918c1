import { extensionOf } from './file-purpose';

const MAX_GRAPHEMES = 200;
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });
/** Control characters, and marks that turn the direction of text and make `gnp.exe` look like `exe.png`. */
const DECEPTIVE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u;

/**
 * The name to show, without any folder part, at most 200 graphemes with its extension kept; null for a name that cannot be
 * shown honestly (control characters, direction marks, nothing left, no whole text).
 */
export function friendlyName(given: string): string | null {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? '';
  if (!last.isWellFormed() || DECEPTIVE.test(last) || /^\.*$/.test(last)) return null;
  const graphemes = [...segmenter.segment(last)].map(({ segment }) => segment);
  if (graphemes.length <= MAX_GRAPHEMES) return last.length <= 800 ? last : null;
  const extension = extensionOf(last);
  const ending = extension ? `….${extension}` : '…';
  const short = graphemes.slice(0, MAX_GRAPHEMES - ending.length).join('') + ending;
  return short.length <= 800 ? short : null;
}
