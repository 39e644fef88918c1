import type { Bilingual, Reason, Settings } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import type { CheckOutcome, EndedRun } from '../check/check.states';

/** One fact of the claim beside what the source says of it. */
export interface ComparedField {
  /** `name`, `number`, `birthDate`, `profession`, `validUntil`, `issuer`, … */
  field: string;
  claimed: string | null;
  found: string | null;
  result: 'match' | 'review' | 'mismatch' | 'absent';
  /** Similarity 0 to 1, where it was measured. */
  score?: number;
}

/** Everything a source may know of what it is to check. */
export interface CheckRequest {
  checkId: string;
  credentialId: string;
  groupId: string;
  kind: CredentialKind;
  claim: Claim;
  /** The person whose claim it is, as our own records know them. */
  person: {
    id: string;
    fullName: string;
    birthDate: string | null;
    confirmedEmail: string | null;
    /** Only for sources that search by it; never kept with the check. */
    nationalId?: string | null;
  };
  attempt: number;
  /** A kept answer will not do: a person asked for this check again. */
  fresh?: boolean;
}

export interface CheckContext {
  now: Date;
  /** Aborted when the source's time is up. */
  signal: AbortSignal;
}

/** What a source found out. */
export interface CheckAnswer {
  run: EndedRun;
  outcome: CheckOutcome | null;
  needsPerson: boolean;
  /** First the one that decided. */
  reasons: Reason[];
  fields: ComparedField[];
  query: Record<string, unknown>;
  /** The answer as received. */
  answer: string | null;
  /** Version of the source's data or interface. */
  sourceVersion: string;
  /** An answer that may serve the same question again. */
  kept?: { key: Buffer; forMs: number; answer: { status: number; pages: readonly string[] } };
}

/** What `covers` may look at: plain data, loaded once for all credentials of a request. */
export interface CoverageContext {
  kind: CredentialKind;
  /** Whether a signed credential was uploaded with it. */
  signed: boolean;
  /** Keys of the authorities (`authorityKey`) whose registers the group has imported. */
  registeredAuthorities: readonly string[];
  /** Sources that the group does not use. */
  unusedSources?: readonly string[];
}

/** How many at once, how many in a period, how long, and how often again. */
export interface SourceLimits {
  /** Checks at the same time in one worker. */
  concurrency: number | ((settings: Settings) => number);
  /** Questions per second over all workers, evenly spaced; 0 and absent: no limit. */
  perSecond?: (settings: Settings) => number;
  /** How long an answer counts, in milliseconds: one with a record, and one without. Absent: each check asks anew. */
  keep?: { found: number; missing: number };
  /** What one question costs, in the smallest unit of the house's currency; absent: nothing. */
  cost?: number;
  /** Milliseconds for one attempt. */
  timeout: number;
  attempts: number;
}

/** Where a credential can be checked. Registries over HTTP are made from the list in `registry-list.ts`. */
export abstract class CheckSource {
  /** Stable; part of the queue's name `checks-<id>`. */
  abstract readonly id: string;
  abstract readonly version: string;
  abstract readonly name: Bilingual;
  abstract readonly limits: SourceLimits;

  /** Whether this source can say something about the claim. */
  abstract covers(claim: Claim, context: CoverageContext): boolean;

  /** @throws TransientError for what may pass, FinalError for what never will. */
  abstract check(request: CheckRequest, context: CheckContext): Promise<CheckAnswer>;
}

/** What may pass by itself: time-outs, lost connections, 429, 5xx. Tried again with back-off. */
export class TransientError extends Error {
  constructor(
    message: string,
    /** The source's own wish, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
    this.name = 'TransientError';
  }
}

/** The source may not be asked now (it is down, or many wait for it): the check waits, and no attempt is spent. */
export class NotNow extends Error {
  constructor(readonly until: Date) {
    super(`not before ${until.toISOString()}`);
    this.name = 'NotNow';
  }
}

/** What trying again will not cure. */
export class FinalError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FinalError';
  }
}
