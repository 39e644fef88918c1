import type { Bilingual, Reason, Settings } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import type { CheckOutcome } from '../check/check.states';

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
  person: { id: string; fullName: string; birthDate: string | null; confirmedEmail: string | null };
  attempt: number;
}

export interface CheckContext {
  now: Date;
  /** Aborted when the source's time is up. */
  signal: AbortSignal;
}

/** What a source found out. */
export interface CheckAnswer {
  /** `not_covered`: the source cannot judge this kind of thing; `could_not_run`: it would, but cannot now or ever. */
  run: 'ran' | 'not_covered' | 'could_not_run';
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
}

/** What `covers` may look at: plain data, loaded once for all credentials of a request. */
export interface CoverageContext {
  kind: CredentialKind;
  /** Whether a signed credential was uploaded with it. */
  signed: boolean;
  /** Keys of the authorities (`authorityKey`) whose registers the group has imported. */
  registeredAuthorities: readonly string[];
}

/** How many at once, how many in a period, how long, and how often again. */
export interface SourceLimits {
  /** Checks at the same time in one worker. */
  concurrency: number | ((settings: Settings) => number);
  /** At most `max` in `duration` milliseconds over all workers; absent for sources in our own house. */
  rate?: (settings: Settings) => { max: number; duration: number } | undefined;
  /** Milliseconds for one attempt. */
  timeout: number;
  attempts: number;
}

/** Where a credential can be checked. Every source stands in the one list of `check-sources.ts`. */
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
