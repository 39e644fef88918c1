import { asList, isObject, JsonObject } from '@himpun/signatures';
import { contextsOf, typesOf } from '../credential-facts';
import type { Reason } from '../reasons';
import type { CredentialFacts } from '../report';
import { momentOf } from '../validity.policy';

const CONTEXT = /^https?:\/\/w3id\.org\/openbadges\/v2$/;
const HASH = /^(?:sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i;
const HOSTED = ['hosted', 'HostedBadge'];
const SIGNED = ['signed', 'SignedBadge'];

/** Whether a document means to be an Open Badges 2.0 assertion, rather than one of the documents it refers to. */
export function isAssertionLike(value: JsonObject): boolean {
  if (!contextsOf(value).some((context) => CONTEXT.test(context))) return false;
  return typesOf(value).includes('Assertion') || ('badge' in value && 'recipient' in value);
}

/** What an assertion lacks that Open Badges 2.0 demands of every one. A revoked one may have shrunk to its id. */
export function assertionFaults(assertion: JsonObject): Reason[] {
  const { id, recipient, badge, verification, issuedOn, expires, revoked } = assertion;
  const faults: Reason[] = [];
  if (!typesOf(assertion).includes('Assertion')) faults.push('type_missing');
  if (!isAddress(id)) faults.push('assertion_malformed');
  if (revoked === true) return faults;
  if (!isRecipient(recipient)) faults.push('recipient_missing');
  if (!isAddress(idOf(badge)) && !isObject(badge)) faults.push('badge_missing');
  if (verificationOf(verification) === undefined) faults.push('verification_missing');
  if (issuedOn === undefined) faults.push('issuance_date_missing');
  if ([issuedOn, expires].some((date) => date !== undefined && momentOf(date) === undefined))
    faults.push('date_malformed');
  return faults;
}

/** How the assertion says it can be verified. */
export function verificationOf(verification: unknown): 'hosted' | 'signed' | undefined {
  const types = isObject(verification) ? asList(verification.type) : [];
  if (types.some((type) => HOSTED.includes(String(type)))) return 'hosted';
  return types.some((type) => SIGNED.includes(String(type))) ? 'signed' : undefined;
}

/** Issued by now, and not yet over. */
export function assertionTimeFaults({ issuedOn, expires, revoked }: JsonObject, at: Date): Reason[] {
  const faults: Reason[] = revoked === true ? ['revoked'] : [];
  if (at.getTime() > (momentOf(expires) ?? Infinity)) faults.push('expired');
  if (at.getTime() < (momentOf(issuedOn) ?? -Infinity)) faults.push('not_yet_valid');
  return faults;
}

/** What an assertion, its badge class and its issuer say; the last two as far as they are known. */
export function assertionFacts(
  assertion: JsonObject,
  badge: JsonObject = objectOf(assertion.badge),
  issuer: JsonObject = objectOf(badge.issuer),
): CredentialFacts {
  const recipient = objectOf(assertion.recipient);
  const identity = text(recipient.identity);
  const type = recipient.type === 'email' ? 'emailAddress' : (text(recipient.type) ?? 'identifier');
  const hashed = recipient.hashed === true;
  return {
    format: 'open-badges-2.0',
    id: text(assertion.id),
    types: typesOf(assertion),
    name: text(badge.name),
    issuer: { id: text(issuer.id) ?? text(idOf(badge.issuer)), name: text(issuer.name) },
    subject: {
      id: identity,
      name: null,
      identifiers:
        identity === null ? [] : [{ type, value: identity, hashed, salt: text(recipient.salt) ?? '' }],
    },
    achievement: { id: text(badge.id) ?? text(idOf(assertion.badge)), name: text(badge.name), type: null },
    validFrom: text(assertion.issuedOn),
    validUntil: text(assertion.expires),
  };
}

/** A reference is an address, or the document itself with its address inside. */
export function idOf(reference: unknown): unknown {
  return isObject(reference) ? reference.id : reference;
}

function isRecipient(recipient: unknown): boolean {
  if (!isObject(recipient) || typeof recipient.hashed !== 'boolean') return false;
  const { type, identity, hashed } = recipient;
  if (typeof type !== 'string' || typeof identity !== 'string' || identity === '') return false;
  return !hashed || HASH.test(identity);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
