import { claimFaults } from './claim-consistency.policy';
import { contextFaults } from './credential-shape.policy';
import { proofVerdict } from './proof-verdict';
import { outcomeOf } from './reasons';
import { keyBindingVerdict } from './sd-jwt/key-binding';
import { SecuredCredential } from './signed-document';
import { refused, SignatureOptions, SignatureVerdict } from './signature-verdict';
import { tokenVerdict } from './token-verdict';

/** Whether the issuer of a credential signed it as it stands, however it is secured. */
export async function issuerSignature(
  secured: SecuredCredential,
  options: SignatureOptions,
): Promise<SignatureVerdict> {
  const verdict = await securedVerdict(secured, options);
  if (verdict.reasons.length > 0) return verdict;
  const faults = contextFaults(secured.credential);
  return faults.length > 0 ? refused(...faults) : verdict;
}

async function securedVerdict(
  secured: SecuredCredential,
  options: SignatureOptions,
): Promise<SignatureVerdict> {
  if (secured.securing === 'data-integrity') return proofVerdict(secured.credential, options);
  const verdict = await tokenVerdict(secured.jws, secured.credential, options);
  if (verdict.reasons.some((reason) => outcomeOf(reason) === 'invalid')) return verdict;
  const faults = claimFaults(secured.jws, secured.credential);
  if (faults.length > 0) return refused(...faults);
  return secured.sdJwt && verdict.reasons.length === 0
    ? keyBindingVerdict(secured.sdJwt, secured.jws.payload, verdict)
    : verdict;
}
