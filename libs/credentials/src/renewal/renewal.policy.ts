import type { LocalDate, Reason } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import { claimGaps } from '../credential/claim.policy';

/** Kinds that end and are renewed; a degree and years of work stay what they are. */
export const RENEWABLE: readonly CredentialKind[] = ['licence', 'certification'];

/** What a renewed credential begins with: what stays the same is carried over, its days are entered anew. */
export function renewedClaim(before: Claim): Claim {
  return { ...before, validFrom: null, validUntil: null };
}

/**
 * What a renewal lacks before it can be sent in: what any credential of the kind needs, and a last day that lies ahead and after
 * the one known so far. Without a last day it is for life.
 * @param known the last day of the credential before, as its source has it; null for none
 */
export function renewalGaps(
  kind: CredentialKind,
  claim: Claim,
  { known, today }: { known: LocalDate | null; today: LocalDate },
): Reason[] {
  const gaps = claimGaps(kind, claim);
  const { validUntil } = claim;
  if (validUntil === null) return gaps;
  if (validUntil < today) return [...gaps, OVER];
  return known !== null && validUntil <= known ? [...gaps, NO_LATER] : gaps;
}

const OVER: Reason = {
  code: 'over',
  field: 'validUntil',
  text: { id: 'Tanggal ini sudah lewat.', en: 'This day is past.' },
};
const NO_LATER: Reason = {
  code: 'no_later',
  field: 'validUntil',
  text: {
    id: 'Masa berlaku baru harus berakhir setelah yang lama.',
    en: 'The new last day must come after the old one.',
  },
};
