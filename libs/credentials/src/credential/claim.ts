import type { LocalDate } from '@himpun/kernel';

export type CredentialKind = 'education' | 'licence' | 'certification' | 'experience';

export const CREDENTIAL_KINDS: readonly CredentialKind[] = [
  'education',
  'licence',
  'certification',
  'experience',
];

/** What a person claims; which parts a kind needs is in `claim.policy.ts`. Texts as typed, dates `YYYY-MM-DD`. */
export interface Claim {
  holderName: string;
  /** Programme, certificate or role. */
  title: string | null;
  /** School, issuing body or employer. */
  institution: string | null;
  /** KKNI 1 to 9. */
  level: number | null;
  field: string | null;
  number: string | null;
  authority: string | null;
  profession: string | null;
  validFrom: LocalDate | null;
  /** Last day; null for life. */
  validUntil: LocalDate | null;
  startedOn: LocalDate | null;
  endedOn: LocalDate | null;
}

/** What an uploaded signed credential says of itself. Read, not yet believed. */
export interface SignedReading {
  format: string;
  credentialId: string | null;
  name: string | null;
  issuerId: string | null;
  issuerName: string | null;
  holderName: string | null;
  achievement: string | null;
  /** ISO 8601, as written. */
  validFrom: string | null;
  validUntil: string | null;
}

export const EMPTY_CLAIM: Claim = {
  holderName: '',
  title: null,
  institution: null,
  level: null,
  field: null,
  number: null,
  authority: null,
  profession: null,
  validFrom: null,
  validUntil: null,
  startedOn: null,
  endedOn: null,
};
