import type { Claim } from '@himpun/credentials';
import type { Reason } from '@himpun/kernel';

export type RequirementState = 'met' | 'pending' | 'not_met' | 'waived';

/** A credential offered for a requirement; what the credentials room calls a fact has all of this. */
export interface OfferedCredential {
  credentialId: string;
  kind: 'education' | 'licence' | 'certification' | 'experience';
  claim: Claim;
  standing: 'unchecked' | 'pending' | 'confirmed' | 'refuted' | 'needs_person';
  evidenceFileIds: readonly string[];
  /** A signed credential is its own evidence. */
  signed?: boolean;
}

/** Everything a rule may look at: plain data, by requirement id. */
export interface RequirementFacts {
  credentials: Readonly<Record<string, readonly OfferedCredential[]>>;
  answers: Readonly<Record<string, unknown>>;
  /** Whether the group's current code of ethics is acknowledged. */
  acknowledged: boolean;
  /** Requirements that an officer lifted, and why. */
  waivers: Readonly<Record<string, Reason>>;
}

/** How one requirement stands, and why. */
export interface Judgement {
  result: RequirementState;
  reasons: Reason[];
}
