import { Outcome, outcomeOf, Reason } from './reasons';

/** Heaviest first: a forged credential is not "revoked", a revoked one not "expired", and doubt never outweighs a fact. */
const WEIGHT: Outcome[] = [
  'invalid',
  'mismatch',
  'revoked',
  'suspended',
  'expired',
  'not_yet_valid',
  'inconclusive',
  'verified',
];

/**
 * The outcome of a check from all reasons found, and the reasons in order of weight. As long as it is not known who signed, the doubt
 * about that comes first: dates of a paper that anybody may have written prove nothing.
 */
export function decide(
  signature: readonly Reason[],
  facts: readonly Reason[],
): { outcome: Outcome; reasons: Reason[] } {
  const first = byWeight(signature);
  const reasons = [...new Set([...first, ...byWeight(facts)])];
  return { outcome: reasons[0] === undefined ? 'verified' : outcomeOf(reasons[0]), reasons };
}

function byWeight(reasons: readonly Reason[]): Reason[] {
  return [...reasons].sort((a, b) => WEIGHT.indexOf(outcomeOf(a)) - WEIGHT.indexOf(outcomeOf(b)));
}

/** Of several answers the one with the heaviest outcome; of equals the first. */
export function heaviest<T extends { outcome: Outcome }>(answers: readonly [T, ...T[]]): T {
  return answers.reduce((worst, one) =>
    WEIGHT.indexOf(one.outcome) < WEIGHT.indexOf(worst.outcome) ? one : worst,
  );
}
