import { DocumentSource, SignatureFault, SignatureFaultCode } from '@himpun/signatures';
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
}

export function refused(...reasons: Reason[]): SignatureVerdict {
  return { reasons, notes: [], key: null };
}

/** A fault as a verdict; anything else (a time-out of the document source) is not ours to judge. */
export function verdictOf(error: unknown): SignatureVerdict {
  if (error instanceof SignatureFault) return refused(reasonOfFault(error.code));
  throw error;
}

export function isFault(error: unknown, ...codes: SignatureFaultCode[]): boolean {
  return error instanceof SignatureFault && codes.includes(error.code);
}
