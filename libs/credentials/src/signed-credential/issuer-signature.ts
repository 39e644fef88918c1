import { isObject, verifyProofs } from '@himpun/signatures';
import { claimFaults } from './claim-consistency.policy';
import { contextFaults } from './credential-shape.policy';
import { proofVerdict } from './proof-verdict';
import { outcomeOf, reasonOfFault } from './reasons';
import { SecuredCredential } from './secured-credential';
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
  if (faults.length > 0) return refused(...faults);
  return (await presentationFault(secured, options)) ?? verdict;
}

async function securedVerdict(
  secured: SecuredCredential,
  options: SignatureOptions,
): Promise<SignatureVerdict> {
  if (secured.securing === 'data-integrity') return proofVerdict(secured.credential, options);
  const verdict = await tokenVerdict(secured.jws, secured.credential, options);
  if (verdict.reasons.some((reason) => outcomeOf(reason) === 'invalid')) return verdict;
  const faults = claimFaults(secured.jws, secured.credential);
  return faults.length > 0 ? refused(...faults) : verdict;
}

/**
 * A presentation around the credential is the holder's word, not the issuer's: it is not needed, but where it is signed it must not be
 * broken. Its challenge is not ours, so it proves nothing about who sends it.
 */
async function presentationFault(
  { presentation }: SecuredCredential,
  { at, documents }: SignatureOptions,
): Promise<SignatureVerdict | undefined> {
  if (!isObject(presentation)) return undefined;
  const proofs = await verifyProofs(presentation, { at, documents, purpose: 'authentication' });
  for (const proof of proofs) {
    if (!proof.holds && outcomeOf(reasonOfFault(proof.code)) === 'invalid')
      return refused(reasonOfFault(proof.code));
  }
  return undefined;
}
