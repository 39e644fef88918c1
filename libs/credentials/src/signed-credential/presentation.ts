import { isObject, JsonObject, Jws, verifyProofs } from '@himpun/signatures';
import { outcomeOf, Reason, reasonOfFault } from './reasons';
import type { Presentation } from './signed-document';
import type { SignatureOptions } from './signature-verdict';
import { tokenVerdict } from './token-verdict';
import { claimTimeFaults } from './validity.policy';

/**
 * What stands against a presentation. It is the holder's word, not the issuer's: it need not be signed, but where it is, it must not be broken
 * nor signed by another than the holder it names. Its challenge is not ours, so it proves nothing about who sends it.
 */
export async function presentationFaults(
  { presentation, jws }: Presentation,
  options: SignatureOptions,
): Promise<Reason[]> {
  return jws
    ? [...(await tokenFaults(jws, presentation, options)), ...claimTimeFaults(jws.payload, options.at)]
    : proofFaults(presentation, options);
}

/** Who presents; null where nobody says. */
export function holderOf({ holder }: JsonObject): string | null {
  const id = isObject(holder) ? holder.id : holder;
  return typeof id === 'string' && id !== '' ? id : null;
}

async function tokenFaults(jws: Jws, presentation: JsonObject, options: SignatureOptions): Promise<Reason[]> {
  const { iss } = jws.payload;
  const { kid } = jws.header;
  const named = typeof iss === 'string' ? iss : holderOf(presentation);
  const holder = named ?? (typeof kid === 'string' ? (kid.split('#', 1)[0] ?? '') : '');
  if (holderOf(presentation) !== null && holderOf(presentation) !== holder) return ['holder_not_bound'];
  const { reasons } = await tokenVerdict(jws, { issuer: holder }, { ...options, purpose: 'authentication' });
  return faultsOf(reasons);
}

async function proofFaults(presentation: JsonObject, { at, documents }: SignatureOptions): Promise<Reason[]> {
  const proofs = await verifyProofs(presentation, { at, documents, purpose: 'authentication' });
  const broken = faultsOf(proofs.flatMap((proof) => (proof.holds ? [] : [reasonOfFault(proof.code)])));
  if (broken.length > 0) return broken;
  const held = proofs.filter((proof) => proof.holds);
  const holder = holderOf(presentation);
  const foreign =
    held.length > 0 && holder !== null && held.every(({ method }) => method?.controller !== holder);
  return foreign ? ['holder_not_bound'] : [];
}

/** What cannot be settled about the holder's signature does not count; what is wrong with it does. */
function faultsOf(reasons: readonly Reason[]): Reason[] {
  return [
    ...new Set(
      reasons
        .map((reason): Reason => (reason === 'issuer_not_bound' ? 'holder_not_bound' : reason))
        .filter((reason) => outcomeOf(reason) !== 'inconclusive'),
    ),
  ];
}
