import type { Reason } from '@himpun/kernel';
import { birthDateSignal, numberSignal, type Signal } from './identity-signals.policy';
import { matchNames, type NameMatch, type NameVerdict } from './name-match.policy';

/** Who somebody is, as one side knows it. */
export interface Identity {
  name: string;
  /** Names of before: at birth, before marriage, before a change. They never decide by themselves. */
  otherNames?: readonly string[];
  /** `YYYY-MM-DD`, or `YYYY`. */
  birthDate?: string | null;
  /** Of the licence, diploma or member, whatever the source is asked by. */
  number?: string | null;
}

/** Whether two records are of one person, with each signal by itself; nothing is averaged. */
export interface IdentityMatch {
  verdict: NameVerdict;
  name: NameMatch;
  birthDate: Signal;
  number: Signal;
  reasons: Reason[];
}

/** Names that say the same in another form: nothing in them contradicts, so that birth date and number may settle it. */
const SETTLED_BY_SIGNALS = new Set([
  'titles_left_out',
  'written_together',
  'spelling_variant',
  'particle',
  'other_order',
  'initial',
  'nickname',
  'single_name',
  'extra_words',
  'common_names',
]);

/**
 * Brings name, date of birth and number together.
 *
 * - A name decides alone only with a number or a full date of birth that agrees; a single name needs one as well.
 * - A number and a date of birth that both agree also settle a name that is only longer, shorter or turned. Letters that
 *   differ they do not settle: twins share a birthday, and a number is typed by hand.
 * - Whatever contradicts (another date, another number) takes the decision to a person, and makes a doubtful name a mismatch.
 */
export function identityMatch(one: Identity, other: Identity): IdentityMatch {
  const name = bestName(one, other);
  const birthDate = birthDateSignal(one.birthDate ?? null, other.birthDate ?? null);
  const number = numberSignal(one.number ?? null, other.number ?? null);
  const verdict = verdictOf(name, birthDate, number);
  const lonely =
    name.verdict === 'match' && verdict === 'review' && signals(birthDate, number, 'mismatch') === 0;
  return {
    verdict,
    name,
    birthDate,
    number,
    reasons: [...name.reasons, ...birthDate.reasons, ...number.reasons, ...(lonely ? [NAME_ONLY] : [])],
  };
}

function verdictOf(name: NameMatch, birthDate: Signal, number: Signal): NameVerdict {
  if (name.verdict === 'mismatch') return 'mismatch';
  const against = signals(birthDate, number, 'mismatch');
  if (against > 0) return name.verdict === 'match' && against === 1 ? 'review' : 'mismatch';
  if (signals(birthDate, number, 'near') > 0) return 'review';
  const agreeing = signals(birthDate, number, 'match');
  if (name.verdict === 'match') return agreeing > 0 ? 'match' : 'review';
  const settled = name.reasons.every(({ code }) => SETTLED_BY_SIGNALS.has(code));
  return agreeing === 2 && settled ? 'match' : 'review';
}

function signals(birthDate: Signal, number: Signal, verdict: Signal['verdict']): number {
  return [birthDate, number].filter((signal) => signal.verdict === verdict).length;
}

/** The likest of the names given; one that only a former name explains is for a person to look at. */
function bestName(one: Identity, other: Identity): NameMatch {
  const main = matchNames(one.name, other.name);
  if (main.verdict === 'match') return main;
  const [ours, theirs] = [one.otherNames ?? [], other.otherNames ?? []];
  const former = [
    ...ours.map((name) => matchNames(name, other.name)),
    ...theirs.map((name) => matchNames(one.name, name)),
    ...ours.flatMap((first) => theirs.map((second) => matchNames(first, second))),
  ].sort((a, b) => b.score - a.score)[0];
  if (!former || former.verdict === 'mismatch' || former.score <= main.score) return main;
  return {
    score: Math.min(former.score, 0.92),
    verdict: 'review',
    reasons: [...former.reasons.filter(({ code }) => code !== 'former_name'), FORMER_NAME],
  };
}

const FORMER_NAME: Reason = {
  code: 'former_name',
  field: 'name',
  text: {
    id: 'Cocok dengan nama terdahulu yang disampaikan orang itu sendiri.',
    en: 'It fits a former name that the person gave.',
  },
};
const NAME_ONLY: Reason = {
  code: 'name_only',
  field: 'name',
  text: {
    id: 'Namanya cocok, tetapi tidak ada nomor atau tanggal lahir yang sama; banyak orang bernama sama.',
    en: 'The name fits, but no number or date of birth agrees with it; many people bear one name.',
  },
};
