import { Container, JsonObject } from '@himpun/signatures';
import { Outcome, Reason } from './reasons';
import { SubjectIdentifier } from './subject-identity.policy';

export type CredentialFormat =
  | 'open-badges-3.0'
  | 'clr-2.0'
  | 'w3c-vc-2.0'
  | 'w3c-vc-1.1'
  | 'status-list'
  | 'presentation'
  | 'open-badges-2.0'
  | 'sd-jwt'
  | 'sd-jwt-vc'
  | 'signed-pdf'
  | 'open-attestation'
  | 'did-document'
  | 'key'
  | 'image'
  | 'unknown';

/** What a signed credential says of itself, read without believing it. */
export interface CredentialFacts {
  format: CredentialFormat;
  id: string | null;
  types: string[];
  name: string | null;
  issuer: { id: string | null; name: string | null };
  subject: { id: string | null; name: string | null; identifiers: SubjectIdentifier[] };
  achievement: { id: string | null; name: string | null; type: string | null } | null;
  /** ISO 8601, as the credential writes them. */
  validFrom: string | null;
  validUntil: string | null;
}

/** The key a verified signature was made with. A list of trusted issuers may pin `thumbprint` (RFC 7638). */
export interface SigningKey {
  id: string | null;
  thumbprint: string;
}

/** Outcome of a check, reasons first to last by weight, and what was read. */
export interface SignedCredentialReport extends CredentialFacts {
  outcome: Outcome;
  /** Empty when verified; the first one decided the outcome. */
  reasons: Reason[];
  /** Findings that did not decide: proofs of unknown suites beside a good one, a list signed by another than the issuer. */
  notes: string[];
  container: Container | null;
  securing: 'data-integrity' | 'jwt' | 'sd-jwt' | 'hosted' | null;
  key: SigningKey | null;
  /** The credential as JSON, unsigned parts and all; null when there was none to read. */
  credential: JsonObject | null;
}
