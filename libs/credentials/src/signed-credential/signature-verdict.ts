import { DocumentSource, SignatureFault, SignatureFaultCode, VerificationKey } from '@himpun/signatures';
import { Reason, reasonOfFault } from './reasons';
import { SigningKey } from './report';

/** Whether the issuer signed it: no reasons means yes, by `key`. */
export interface SignatureVerdict {
  reasons: Reason[];
  notes: string[];
  key: SigningKey | null;
}

export interface SignatureOptions {
  at: Date;
  documents: DocumentSource;
  /**
   * Keys believed without a document of the issuer, as an association's list of trusted issuers may pin them: many badges only
   * carry their key with them, which proves nothing by itself. Called with the issuer's id and the RFC 7638 thumbprint.
   */
  trustsKey?: (issuer: string, thumbprint: string) => boolean;
  /** PEM texts of root certificates: a token with a chain of certificates (`x5c`) counts when it ends in one of them. */
  roots?: readonly string[];
  /**
   * Keys that the one who asks gives by hand, without saying whose they are: tried for issuers of whom there is no document. An operator's
   * tool has them; the product never does.
   */
  givenKeys?: readonly GivenKey[];
}

/** A key given by hand. */
export interface GivenKey {
  kid: string | null;
  /** It lies beside the credential: then a signature that it does not fit was changed, and not merely made by somebody else. */
  decisive?: boolean;
  key: VerificationKey;
}

export function refused(...reasons: Reason[]): SignatureVerdict {
  return { reasons, notes: [], key: null };
}

/** Signed by the issuer, with this key; `id` null for one that has none. */
export function accepted(key: VerificationKey, id: string | null, notes: string[] = []): SignatureVerdict {
  return { reasons: [], notes, key: { id, thumbprint: key.thumbprint } };
}

/** A fault as a verdict; anything else (a time-out of the document source) is not ours to judge. */
export function verdictOf(error: unknown): SignatureVerdict {
  if (error instanceof SignatureFault) return refused(reasonOfFault(error.code));
  throw error;
}

export function isFault(error: unknown, ...codes: SignatureFaultCode[]): boolean {
  return error instanceof SignatureFault && codes.includes(error.code);
}
