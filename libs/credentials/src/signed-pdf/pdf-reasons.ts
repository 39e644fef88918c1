import type { Outcome } from '../signed-credential';

const OUTCOME_OF_REASON = {
  byte_range_malformed: 'invalid',
  signature_malformed: 'invalid',
  signature_invalid: 'invalid',
  signing_certificate_differs: 'invalid',
  changed_after_signing: 'mismatch',
  certificate_revoked: 'revoked',
  signed_in_the_future: 'not_yet_valid',
  unsigned_document: 'inconclusive',
  timestamp_only: 'inconclusive',
  too_large: 'inconclusive',
  too_complex: 'inconclusive',
  unsupported_suite: 'inconclusive',
  certificate_untrusted: 'inconclusive',
  certificate_out_of_date: 'inconclusive',
} as const satisfies Record<string, Outcome>;

/** Why a signed document is not, or not yet, to be relied on. */
export type PdfReason = keyof typeof OUTCOME_OF_REASON;

export const PDF_REASONS = Object.keys(OUTCOME_OF_REASON) as PdfReason[];

export function outcomeOfPdf(reason: PdfReason): Outcome {
  return OUTCOME_OF_REASON[reason];
}
