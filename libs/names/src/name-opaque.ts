import { transliterate } from 'transliteration';
import type { NameReasonCode } from './name-reasons';
import { isOpaque, ownSigns } from './name-script';
import { NAME_REVIEW, REVIEW_AT_MOST } from './name-scores';
import { edits } from './word-similarity';

/**
 * Names in Han, Kana, Hangul, Arabic and the like. The same signs are the same name. Signs against Latin letters are for a
 * person: one sound has many signs, and Arabic leaves vowels out.
 */
export function compareOpaque(one: string, other: string): { score: number; codes: NameReasonCode[] } {
  const [first, second] = [signsOf(one), signsOf(other)];
  if (first === '' || second === '') return { score: 0, codes: ['name_missing'] };
  if (first === second) return { score: 1, codes: [] };
  if (isOpaque(one) && isOpaque(other)) {
    const likeness = 1 - edits(first, second) / Math.max(first.length, second.length);
    return { score: Math.min(likeness, REVIEW_AT_MOST), codes: ['letters_differ'] };
  }
  const [a, b] = [soundsOf(one), soundsOf(other)];
  const likeness = 1 - edits(a, b) / Math.max(a.length, b.length, 1);
  return { score: Math.max(NAME_REVIEW, Math.min(likeness, REVIEW_AT_MOST)), codes: ['other_script'] };
}

function signsOf(name: string): string {
  return ownSigns(name.slice(0, 300)).slice(0, 300);
}

function soundsOf(name: string): string {
  return transliterate(name.slice(0, 100))
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 200);
}
