import type { Claim } from '@himpun/credentials';
import type { LocalDate, Reason } from '@himpun/kernel';

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

/** A named sponsor; what became of the question. */
export interface SponsorFact {
  sponsorshipId: string;
  state: 'asked' | 'confirmed' | 'declined' | 'expired';
  /** Set of who confirmed, in good standing at that moment. */
  personId: string | null;
  memberNumber: string | null;
  /** ISO 8601 instant. */
  confirmedAt: string | null;
}

/** What a reviewer made of a disclosure: nothing against it, only with conditions, for more than one officer to weigh. */
export type DisclosureVerdict = 'no_concern' | 'with_conditions' | 'concern';

/** That the questions were answered, and how it was assessed; the answers themselves lie sealed elsewhere. */
export interface DisclosureFact {
  disclosureId: string;
  /** Something was answered with yes. */
  needsPerson: boolean;
  /** Null while nobody has assessed it. */
  assessment: { id: string; verdict: DisclosureVerdict; conditions: string | null } | null;
}

/** Everything a rule may look at: plain data, by requirement id. */
export interface RequirementFacts {
  credentials: Readonly<Record<string, readonly OfferedCredential[]>>;
  answers: Readonly<Record<string, unknown>>;
  /** Absent where nobody was named yet, and in decisions from before sponsors were asked by the portal. */
  sponsors?: Readonly<Record<string, readonly SponsorFact[]>>;
  /** Absent where nothing was answered. */
  disclosures?: Readonly<Record<string, DisclosureFact>>;
  /** Only of what lapsed unanswered: when it was returned and until when an answer was awaited. */
  correction?: { returnedOn: LocalDate; answerBy: LocalDate | null };
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
