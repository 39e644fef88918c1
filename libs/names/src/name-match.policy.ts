import type { Reason } from '@himpun/kernel';
import { alternativesOf } from './name-alternatives';
import { compareOpaque } from './name-opaque';
import { NAME_REASONS, type NameReasonCode } from './name-reasons';
import { findingsOf, scoreOf } from './name-findings';
import { pairWords } from './name-pairing';
import { isOpaque } from './name-script';
import { nameWords } from './name-words';
import { DIFFERENT_AT_MOST, NAME_MATCH, NAME_REVIEW, REVIEW_AT_MOST } from './name-scores';

export { NAME_MATCH, NAME_REVIEW };

export type NameVerdict = 'match' | 'review' | 'mismatch';

/** How alike two names are, and why. */
export interface NameMatch {
  /** 0 to 1, two decimals. */
  score: number;
  /** `match` decides by itself; `review` is for a person; `mismatch` are different names. */
  verdict: NameVerdict;
  reasons: Reason[];
}

interface Compared {
  score: number;
  codes: NameReasonCode[];
}

/**
 * Compares two spellings of a name, as documents of different offices write them: without titles, with initials, old
 * spellings and short forms, in other alphabets. Whether it decides by itself is a matter of form, not of a number: every
 * word must have its partner, and no letter may differ otherwise than by a known rule. The score only follows it.
 */
export function matchNames(one: string, other: string): NameMatch {
  const [a, b] = [alternativesOf(one), alternativesOf(other)];
  const main = compare(a.main, b.main);
  const answers = [a.main, ...a.others].flatMap((first) =>
    [b.main, ...b.others].map((second) =>
      first === a.main && second === b.main ? main : beside(first, second),
    ),
  );
  const best = answers.reduce((likest, answer) => (answer.score > likest.score ? answer : likest), main);
  return { ...rounded(best), reasons: best.codes.map((code) => NAME_REASONS[code]) };
}

/** What somebody else says one is called too decides nothing by itself. */
function beside(one: string, other: string): Compared {
  const { score, codes } = compare(one, other);
  return { score: Math.min(score, REVIEW_AT_MOST), codes: [...codes, 'other_name'] };
}

function compare(one: string, other: string): Compared {
  if (isOpaque(one) || isOpaque(other)) return compareOpaque(one, other);
  const [first, second] = [nameWords(one), nameWords(other)];
  if (first.words.length === 0 || second.words.length === 0) return { score: 0, codes: ['name_missing'] };
  const pairing = pairWords(first.words, second.words, first.accented && second.accented);
  const { codes, alone, different } = findingsOf(pairing, first, second);
  const raw = scoreOf(pairing, codes, alone);
  return { score: different ? Math.min(raw, DIFFERENT_AT_MOST) : raw, codes };
}

function rounded({ score: raw }: Compared): Pick<NameMatch, 'score' | 'verdict'> {
  const score = Math.round(Math.max(0, Math.min(1, raw)) * 100) / 100;
  return { score, verdict: score >= NAME_MATCH ? 'match' : score >= NAME_REVIEW ? 'review' : 'mismatch' };
}
