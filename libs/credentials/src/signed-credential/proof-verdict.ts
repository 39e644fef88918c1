import {
  DocumentSource,
  JsonObject,
  keyFromMultibase,
  ProofResult,
  VerificationMethod,
  verifyProofs,
} from '@himpun/signatures';
import { issuerId } from './credential-facts';
import { outcomeOf, Reason, reasonOfFault } from './reasons';
import { refused, SignatureOptions, SignatureVerdict } from './signature-verdict';

type Held = ProofResult & { holds: true };
type Failed = ProofResult & { holds: false };

/** Whether the proofs inside a credential show that its issuer signed it. */
export async function proofVerdict(
  credential: JsonObject,
  options: SignatureOptions,
): Promise<SignatureVerdict> {
  const issuer = issuerId(credential) ?? '';
  const documents = withPinnedKeys(credential, issuer, options);
  return judgeProofs(await verifyProofs(credential, { at: options.at, documents }), issuer);
}

/**
 * One broken proof of a kind we can check condemns the set: somebody changed something. Otherwise one good proof of the issuer's
 * own key is enough; proofs of unknown kinds are passed over, and other people's good proofs (a notary's) do not count.
 */
export function judgeProofs(proofs: readonly ProofResult[], issuer: string): SignatureVerdict {
  if (proofs.length === 0) return refused('unsigned');
  const failed = proofs.filter((proof): proof is Failed => !proof.holds);
  const reasons = failed.map(({ code }) => reasonOfFault(code));
  const broken = reasons.filter((reason) => ['invalid', 'mismatch'].includes(outcomeOf(reason)));
  if (broken.length > 0) return refused(...unique(broken));
  const held = proofs.filter((proof): proof is Held => proof.holds);
  const own = held.find(({ method }) => method.controller === issuer);
  if (own)
    return {
      reasons: [],
      notes: reasons.map((reason) => `proof_passed_over:${reason}`),
      key: keyOf(own.method),
    };
  const open = failed.filter(({ claimedMethod }) => claimedMethod?.split('#', 1)[0] === issuer);
  if (open.length > 0) return refused(...unique(open.map(({ code }) => reasonOfFault(code))));
  return held.length > 0 ? refused('issuer_not_bound') : refused(...unique(reasons));
}

/** An address with its key in the fragment (`https://issuer#z6Mk…`) is believed when the key is pinned for that issuer. */
function withPinnedKeys(credential: JsonObject, issuer: string, options: SignatureOptions): DocumentSource {
  const { documents, trustsKey } = options;
  if (!trustsKey) return documents;
  return {
    get: async (url) => {
      const document = await documents.get(url);
      if (document !== undefined || url !== issuer) return document;
      const pinned = fragments(credential, issuer).filter((text) => trustsKey(issuer, thumbprintOf(text)));
      const methods = pinned.map((text) => ({
        id: `${issuer}#${text}`,
        controller: issuer,
        publicKeyMultibase: text,
      }));
      return methods.length > 0 ? { id: issuer, assertionMethod: methods } : undefined;
    },
  };
}

function fragments(credential: JsonObject, issuer: string): string[] {
  const proofs: unknown[] = Array.isArray(credential.proof) ? credential.proof : [credential.proof];
  const methods = proofs.map((proof) => String((proof as JsonObject | undefined)?.verificationMethod));
  return methods
    .filter((method) => method.startsWith(`${issuer}#z`))
    .map((method) => method.slice(issuer.length + 1));
}

function thumbprintOf(multikey: string): string {
  try {
    return keyFromMultibase(multikey).thumbprint;
  } catch {
    return '';
  }
}

function keyOf(method: VerificationMethod): { id: string; thumbprint: string } {
  return { id: method.id, thumbprint: method.key.thumbprint };
}

function unique(reasons: Reason[]): Reason[] {
  return [...new Set(reasons)];
}
