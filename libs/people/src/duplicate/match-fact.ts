import type { EntityManager } from 'typeorm';

export type MatchFactKind = 'national_id' | 'licence' | 'email' | 'phone';

/** Something that is one person's own, in a form that is the same for the same thing. */
export interface MatchFact {
  personId: string;
  kind: MatchFactKind;
  /** For comparison alone; a national id only as its keyed hash. */
  key: string;
}

/** Where a room above tells of what it keeps. */
export interface MatchFactSource {
  /** What the people have now; reads in the caller's transaction. */
  factsOf(tx: EntityManager, personIds: readonly string[]): Promise<MatchFact[]>;
}

/** What is compared of one person. */
export interface MatchProfile {
  personId: string;
  /** The name of the person first, then the one for certificates. */
  names: readonly string[];
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  facts: readonly Omit<MatchFact, 'personId'>[];
}
