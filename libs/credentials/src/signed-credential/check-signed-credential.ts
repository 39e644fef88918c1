import { Extraction, extractCredential, NO_DOCUMENTS, NoCredential } from '@himpun/signatures';
import { credentialFacts, NO_FACTS } from './credential-facts';
import { shapeFaults } from './credential-shape.policy';
import { credentialStatus } from './credential-status';
import { issuerSignature } from './issuer-signature';
import { decide } from './outcome.policy';
import { Reason } from './reasons';
import { SignedCredentialReport } from './report';
import { isUnreadable, readSecured, SecuredCredential, Unreadable } from './secured-credential';
import { StatusOptions } from './status-finding';
import { claimTimeFaults, validityFaults } from './validity.policy';

export interface CheckOptions extends Partial<StatusOptions> {
  /** The moment the credential has to be good at. */
  at: Date;
}

const REASON_OF_NONE: Record<NoCredential, Reason> = {
  unreadable: 'not_a_credential',
  too_large: 'too_large',
  unknown_file: 'unsupported_format',
  image_without_credential: 'no_embedded_credential',
  link: 'link_only',
  several: 'several_credentials',
};

/**
 * Checks a signed credential: a W3C Verifiable Credential or Open Badge 3.0 as JSON, JWT, or baked into a PNG or SVG. Nothing is fetched
 * but through `documents`, and whatever the file holds, the answer is a report; only the document source can throw.
 *
 * `verified` means: unchanged, signed by a key of its issuer, in time, and not revoked. Whether the issuer is to be trusted
 * with this claim, and whether the holder is the applicant (`subjectBinding`), is for the caller to decide.
 */
export async function checkSignedCredential(
  input: Buffer | string,
  options: CheckOptions,
): Promise<SignedCredentialReport> {
  const found = extractCredential(input);
  if ('none' in found)
    return unread(found, {
      reason: REASON_OF_NONE[found.none],
      format: isImage(found) ? 'image' : 'unknown',
    });
  const secured = readSecured(found.text);
  return isUnreadable(secured)
    ? unread(found, secured)
    : report(found, secured, { documents: NO_DOCUMENTS, ...options });
}

async function report(
  found: Extraction,
  secured: SecuredCredential,
  options: StatusOptions,
): Promise<SignedCredentialReport> {
  const { credential } = secured;
  const base = {
    ...credentialFacts(credential),
    container: found.container ?? null,
    securing: secured.securing,
    credential,
    key: null,
    notes: [],
  };
  const shape = shapeFaults(credential);
  if (shape.length > 0) return { ...base, ...decide(shape, []) };
  const signature = await issuerSignature(secured, options);
  const time = timeFaults(secured, options.at);
  // Who did not sign it has no status list either: nothing is fetched for a paper that is not the issuer's.
  const status =
    signature.reasons.length > 0 ? { reasons: [], notes: [] } : await credentialStatus(credential, options);
  return {
    ...base,
    ...decide(signature.reasons, [...status.reasons, ...time]),
    key: signature.key,
    notes: [...signature.notes, ...status.notes],
  };
}

function timeFaults(secured: SecuredCredential, at: Date): Reason[] {
  const own = validityFaults(secured.credential, at);
  return [
    ...new Set(secured.securing === 'jwt' ? [...own, ...claimTimeFaults(secured.jws.payload, at)] : own),
  ];
}

function unread(found: Extraction, { reason, format }: Unreadable): SignedCredentialReport {
  const rest = { container: found.container ?? null, securing: null, key: null, notes: [], credential: null };
  return { ...NO_FACTS, ...decide([reason], []), ...rest, format };
}

function isImage(found: Extraction): boolean {
  return found.container === 'png' || found.container === 'svg';
}
