/** Why a signature cannot be relied on. `signature_invalid` is the only one that says "somebody changed it". */
export type SignatureFaultCode =
  | 'malformed'
  | 'too_complex'
  | 'undefined_terms'
  | 'terms_disguised'
  | 'json_ld_invalid'
  | 'context_unavailable'
  | 'proof_malformed'
  | 'proof_value_malformed'
  | 'proof_purpose_invalid'
  | 'proof_chain_broken'
  | 'proof_expired'
  | 'proof_from_the_future'
  | 'selective_disclosure'
  | 'unsupported_suite'
  | 'algorithm_forbidden'
  | 'critical_header'
  | 'key_type_mismatch'
  | 'key_malformed'
  | 'key_weak'
  | 'key_revoked'
  | 'key_expired'
  | 'key_unresolvable'
  | 'key_not_found'
  | 'key_not_authorised'
  | 'key_self_asserted'
  | 'certificate_untrusted'
  | 'disclosure_malformed'
  | 'disclosure_unreferenced'
  | 'disclosure_repeated'
  | 'disclosure_overrides'
  | 'key_binding_invalid'
  | 'signature_invalid';

/** A refusal with its code; the message is for logs, never for people. */
export class SignatureFault extends Error {
  constructor(
    readonly code: SignatureFaultCode,
    detail: string = code,
  ) {
    super(detail);
    this.name = 'SignatureFault';
  }
}
