import { DocumentSource, isObject, JsonObject } from '@himpun/signatures';
import { typesOf } from '../credential-facts';
import type { Reason } from '../reasons';
import { idOf } from './assertion.policy';

/** The badge class and the issuer's profile of an assertion, each as served at its own address. */
export interface BadgeDocuments {
  badge: JsonObject;
  issuer: JsonObject;
}

/**
 * Fetches what an assertion refers to. What the assertion itself says of its issuer is not believed: only the profile at the issuer's
 * address is the issuer's word. A badge class that has no address, or is not served any more, may come with a signed assertion.
 */
export async function badgeDocuments(
  assertion: JsonObject,
  documents: DocumentSource,
  signed: boolean,
): Promise<BadgeDocuments | Reason> {
  const badge = await badgeClass(assertion.badge, documents, signed);
  if (!badge) return 'badge_unavailable';
  const issuer = await served(idOf(badge.issuer), documents);
  if (!issuer) return 'issuer_unavailable';
  if (!typesOf(badge).includes('BadgeClass')) return 'badge_missing';
  return { badge, issuer };
}

async function badgeClass(
  reference: unknown,
  documents: DocumentSource,
  signed: boolean,
): Promise<JsonObject | undefined> {
  const found = await served(idOf(reference), documents);
  return found ?? (signed && isObject(reference) ? reference : undefined);
}

/** A document that is served at the address and says so. */
export async function served(address: unknown, documents: DocumentSource): Promise<JsonObject | undefined> {
  if (typeof address !== 'string') return undefined;
  const document = await documents.get(address);
  return isObject(document) && document.id === address ? document : undefined;
}
