import { SignatureFaultCode } from '@himpun/signatures';

/** What a check of a signed credential ends in. `verified` says nothing yet about whether the issuer is trusted for this claim. */
export type Outcome =
  | 'verified'
  | 'expired'
  | 'not_yet_valid'
  | 'revoked'
  | 'suspended'
  | 'mismatch'
  | 'invalid'
  | 'inconclusive';

/** Why, beyond the signature itself. */
const OUTCOME_OF_REASON = {
  not_a_credential: 'invalid',
  context_missing: 'invalid',
  context_not_first: 'invalid',
  type_missing: 'invalid',
  issuer_missing: 'invalid',
  subject_missing: 'invalid',
  issuance_date_missing: 'invalid',
  date_malformed: 'invalid',
  claim_malformed: 'invalid',
  vct_missing: 'invalid',
  token_type_wrong: 'invalid',
  assertion_malformed: 'invalid',
  recipient_missing: 'invalid',
  badge_missing: 'invalid',
  verification_missing: 'invalid',
  issuer_not_bound: 'mismatch',
  jwt_issuer_mismatch: 'mismatch',
  jwt_subject_mismatch: 'mismatch',
  jwt_id_mismatch: 'mismatch',
  jwt_dates_mismatch: 'mismatch',
  holder_not_bound: 'mismatch',
  hosted_copy_differs: 'mismatch',
  hosted_outside_scope: 'mismatch',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  not_yet_valid: 'not_yet_valid',
  unsigned: 'inconclusive',
  unsupported_format: 'inconclusive',
  too_large: 'inconclusive',
  no_embedded_credential: 'inconclusive',
  link_only: 'inconclusive',
  several_credentials: 'inconclusive',
  key_binding_unproven: 'inconclusive',
  hosted_copy_unavailable: 'inconclusive',
  hosted_copy_ambiguous: 'inconclusive',
  badge_unavailable: 'inconclusive',
  issuer_unavailable: 'inconclusive',
  status_malformed: 'inconclusive',
  status_unsupported: 'inconclusive',
  status_unavailable: 'inconclusive',
  status_list_signature_invalid: 'inconclusive',
  status_list_unverifiable: 'inconclusive',
  status_list_issuer_untrusted: 'inconclusive',
  status_list_expired: 'inconclusive',
  status_list_not_yet_valid: 'inconclusive',
  status_list_wrong_type: 'inconclusive',
  status_list_malformed: 'inconclusive',
  status_purpose_mismatch: 'inconclusive',
  status_index_out_of_range: 'inconclusive',
  status_purpose_unknown: 'inconclusive',
} as const satisfies Record<string, Outcome>;

/** What each way a signature can fail means for the credential: tampered, another's key, or not to be known here. */
const OUTCOME_OF_FAULT: Record<Exclude<SignatureFaultCode, 'selective_disclosure'>, Outcome> = {
  malformed: 'invalid',
  undefined_terms: 'invalid',
  terms_disguised: 'invalid',
  json_ld_invalid: 'invalid',
  proof_malformed: 'invalid',
  proof_value_malformed: 'invalid',
  proof_purpose_invalid: 'invalid',
  proof_chain_broken: 'invalid',
  algorithm_forbidden: 'invalid',
  critical_header: 'invalid',
  key_type_mismatch: 'invalid',
  key_malformed: 'invalid',
  key_weak: 'invalid',
  key_revoked: 'invalid',
  key_expired: 'invalid',
  disclosure_malformed: 'invalid',
  disclosure_unreferenced: 'invalid',
  disclosure_repeated: 'invalid',
  disclosure_overrides: 'invalid',
  key_binding_invalid: 'invalid',
  signature_invalid: 'invalid',
  key_not_authorised: 'mismatch',
  proof_expired: 'expired',
  proof_from_the_future: 'not_yet_valid',
  too_complex: 'inconclusive',
  context_unavailable: 'inconclusive',
  unsupported_suite: 'inconclusive',
  key_unresolvable: 'inconclusive',
  key_not_found: 'inconclusive',
  key_self_asserted: 'inconclusive',
  certificate_untrusted: 'inconclusive',
};

/** The closed list of reasons. Screens and letters have a sentence for each. */
export type Reason = keyof typeof OUTCOME_OF_REASON | keyof typeof OUTCOME_OF_FAULT;

const OUTCOMES: Record<Reason, Outcome> = { ...OUTCOME_OF_REASON, ...OUTCOME_OF_FAULT };

export const REASONS = Object.keys(OUTCOMES) as Reason[];

export function outcomeOf(reason: Reason): Outcome {
  return OUTCOMES[reason];
}

/** Selective disclosure is a format of its own, not a broken proof. */
export function reasonOfFault(code: SignatureFaultCode): Reason {
  return code === 'selective_disclosure' ? 'unsupported_format' : code;
}
