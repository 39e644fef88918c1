import type { Claim, CredentialKind } from '../credential/claim';
import type { CheckAction, CheckOutcome, RunState } from './check.states';

/** How far a claim can be relied on, from all checks of its present version. */
export type Standing = 'unchecked' | 'pending' | 'confirmed' | 'refuted' | 'needs_person';

/** What a check says, in short. */
export interface CheckFact {
  id: string;
  source: string;
  runState: RunState;
  outcome: CheckOutcome | null;
  action: CheckAction;
  endedAt: Date | null;
}

/** A credential as rules of admission see it: plain data. */
export interface CredentialFact {
  credentialId: string;
  version: number;
  kind: CredentialKind;
  claim: Claim;
  standing: Standing;
  checks: CheckFact[];
  evidenceFileIds: string[];
  /** Brought as a signed credential, which is its own evidence. */
  signed: boolean;
}
