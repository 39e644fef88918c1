import { JsonObject } from '@himpun/signatures';
import { certifiedIssuer } from '../certificate-verdict';
import { decide } from '../outcome.policy';
import { outcomeOf, Reason } from '../reasons';
import { SignedCredentialReport } from '../report';
import { DisclosedToken } from '../signed-document';
import { StatusOptions } from '../status-finding';
import { tokenVerdict } from '../token-verdict';
import { claimTimeFaults } from '../validity.policy';
import { keyBindingVerdict } from './key-binding';
import { tokenFacts } from './token-facts';
import { tokenFaults } from './token-shape.policy';
import { tokenStatus } from './token-status';

/** Checks an SD-JWT whose claims are its own (SD-JWT VC, or a bare one): disclosures were fitted in when it was read. */
export async function checkSdJwt(
  { sdJwt, claims }: DisclosedToken,
  options: StatusOptions,
): Promise<Omit<SignedCredentialReport, 'container'>> {
  const { issued } = sdJwt;
  const issuer = typeof claims.iss === 'string' ? claims.iss : certifiedIssuer(issued.header.x5c);
  const base = {
    ...tokenFacts(claims, issued, issuer),
    securing: 'sd-jwt' as const,
    credential: claims,
    key: null,
    notes: [],
  };
  const shape = tokenFaults(sdJwt, issuer);
  if (shape.length > 0) return { ...base, ...decide(shape, []) };
  const signature = await signedBy(sdJwt, claims, issuer, options);
  const status =
    signature.reasons.length > 0
      ? { reasons: [], notes: [] }
      : await tokenStatus(claims.status, issuer ?? '', options);
  return {
    ...base,
    ...decide(signature.reasons, [...status.reasons, ...timeFaults(claims, options.at)]),
    key: signature.key,
    notes: [...signature.notes, ...status.notes],
  };
}

async function signedBy(
  sdJwt: DisclosedToken['sdJwt'],
  claims: JsonObject,
  issuer: string | null,
  options: StatusOptions,
): ReturnType<typeof tokenVerdict> {
  const verdict = await tokenVerdict(sdJwt.issued, { issuer }, options);
  if (verdict.reasons.some((reason) => outcomeOf(reason) === 'invalid')) return verdict;
  const bound = keyBindingVerdict(sdJwt, claims, verdict);
  return bound.reasons.length > 0 ? bound : { ...bound, reasons: verdict.reasons };
}

function timeFaults(claims: JsonObject, at: Date): Reason[] {
  const made = typeof claims.iat === 'number' ? claims.iat * 1000 : -Infinity;
  const early: Reason[] = made > at.getTime() + CLOCK_SKEW_MS ? ['proof_from_the_future'] : [];
  return [...claimTimeFaults(claims, at), ...early];
}

/** Clocks of issuers run ahead a little. */
const CLOCK_SKEW_MS = 5 * 60_000;
