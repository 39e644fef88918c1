import type { Claim, CredentialKind } from '../credential/claim';

/** One fact that an issuer is asked about. */
export interface AttestedField {
  field: keyof Claim;
  value: string;
}

/** Exactly one claim, and nothing else about its person: all that the reader of a link is shown. */
export interface AttestedClaim {
  kind: CredentialKind;
  fields: AttestedField[];
}

const SHOWN: Readonly<Record<CredentialKind, readonly (keyof Claim)[]>> = {
  education: ['holderName', 'institution', 'title', 'level', 'field', 'number', 'startedOn', 'endedOn'],
  licence: ['holderName', 'authority', 'profession', 'number', 'validFrom', 'validUntil'],
  certification: ['holderName', 'institution', 'title', 'number', 'validFrom', 'validUntil'],
  experience: ['holderName', 'institution', 'title', 'field', 'startedOn', 'endedOn'],
};

/**
 * What an issuer is shown of a claim. The name is the one on the document; a claim without one (a post, say) goes by the
 * name of the account.
 */
export function attestedClaim(kind: CredentialKind, claim: Claim, fullName: string): AttestedClaim {
  const named = { ...claim, holderName: claim.holderName.trim() || fullName };
  return {
    kind,
    fields: SHOWN[kind].flatMap((field) => {
      const value = named[field];
      return value === null || value === undefined || value === '' ? [] : [{ field, value: String(value) }];
    }),
  };
}

/** Whom to ask: who keeps the register of a licence, who issued anything else. Null where the claim names nobody. */
export function issuerOf(kind: CredentialKind, claim: Claim): string | null {
  const issuer = kind === 'licence' ? claim.authority : claim.institution;
  return issuer?.trim() || null;
}
