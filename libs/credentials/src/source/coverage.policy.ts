import type { Claim } from '../credential/claim';
import { authorityKey } from './authority-key';
import type { CoverageContext } from './check-source';

/** The source that is a person. */
export const MANUAL = 'manual';

const NPI_AUTHORITY = /nppes|^npi(?:registry)?$|^cms$|^nationalprovider/;

/** A signed credential came with the claim. */
export function signedCovers(_claim: Claim, context: CoverageContext): boolean {
  return context.signed;
}

/** The claim names an authority whose register the group has taken in, and a number to look up. */
export function registerCovers(claim: Claim, context: CoverageContext): boolean {
  return (
    licenceLike(context) &&
    claim.authority !== null &&
    claim.number !== null &&
    context.registeredAuthorities.includes(authorityKey(claim.authority))
  );
}

/** The claim is a National Provider Identifier of the United States. */
export function npiCovers(claim: Claim, context: CoverageContext): boolean {
  return (
    licenceLike(context) &&
    claim.authority !== null &&
    claim.number !== null &&
    NPI_AUTHORITY.test(authorityKey(claim.authority))
  );
}

/** Licences and certifications: what registries of professions know. */
export function licenceLike({ kind }: CoverageContext): boolean {
  return kind === 'licence' || kind === 'certification';
}
