import type { Bilingual, LocalDate, Reason, Settings } from '@himpun/kernel';
import type { EndedRun, CheckOutcome } from '../check/check.states';
import type { Claim } from '../credential/claim';
import type { CheckRequest, ComparedField, CoverageContext, SourceLimits } from './check-source';

/** The claim and the person whose claim it is: all that a registry is asked about. */
export type Asked = Pick<CheckRequest, 'kind' | 'claim' | 'person'>;

/** What a registry answered, as received. */
export interface Answered {
  /** HTTP status; 200 for a stored body of which nobody knows. */
  status: number;
  /** Bodies in order: more than one where the answer came in pages. */
  pages: readonly string[];
}

/** What an answer says of a claim. */
export interface Reading {
  run: EndedRun;
  /** Only when it ran. */
  outcome: CheckOutcome | null;
  fields: ComparedField[];
  /** First the one that decided. */
  reasons: Reason[];
  /** For the log, without personal data. */
  detail?: string;
  /** Where the next page is, if the answer is not whole and what was asked for is not in it yet. */
  next?: string;
  /** The registry no longer takes our token: a new one may cure it. */
  tokenRefused?: boolean;
  /** A person has to look though the outcome alone would not ask for one. */
  needsPerson?: boolean;
}

/** What is sent to a registry. */
export interface Question {
  url: string;
  /** What is kept of the question for officers; national ids only masked. */
  shown: Record<string, unknown>;
}

/** A registry's server of this installation. */
export interface RegistryServer {
  /** Base address; https, except for stand-ins. */
  url: string;
  name?: string;
  /** Where a token is given against client id and secret (OAuth 2.0 client credentials); none for public registries. */
  tokenUrl?: string;
  clientId?: string;
  clientSecret?: string;
  /** FHIR: system of the identifier searched by. */
  identifierSystem?: string;
  /** Authorities whose licences it knows, besides those the registry knows of by itself. */
  authorities?: readonly string[];
  /** Intake years that a diploma register has records of. */
  intakeFrom?: number;
  intakeUntil?: number;
  /** Questions per second over all workers; 0 no limit. */
  perSecond?: number;
}

/**
 * A registry that is asked over HTTP, as plain functions of plain data. To add one: a file with this object, and its line in
 * `registry-list.ts`. Its queue, limits, circuit, cache, health line and `interpret-answer` follow from the list.
 */
export interface Registry {
  /** Stable: part of a queue's name and of what is kept. */
  readonly id: string;
  readonly version: string;
  readonly name: Bilingual;
  readonly limits: SourceLimits;
  /** Whether the question carries the person's national id. */
  readonly usesNationalId: boolean;
  /** Our server there; null while nobody has set it up. */
  server(settings: Settings): RegistryServer | null;
  /** What it can check, and what it needs for that. */
  covers(claim: Claim, context: CoverageContext, server: RegistryServer): boolean;
  /** The question; or at once what can be told without asking. */
  ask(asked: Asked, server: RegistryServer): Question | Reading;
  /** The same for a live answer, a kept one and a stored file. */
  read(answer: Answered, asked: Asked, today: LocalDate, server: RegistryServer | null): Reading;
}

export function isReading(answer: Question | Reading): answer is Reading {
  return 'run' in answer;
}
