import { asList, canonicalJson, DocumentSource, isObject, JsonObject } from '@himpun/signatures';
import type { Reason } from '../reasons';
import { idOf } from './assertion.policy';
import type { BadgeDocuments } from './badge-documents';

/**
 * Whether what is served at the assertion's address is what was brought (Open Badges 2.0, hosted verification). A copy that says it was revoked
 * is the issuer's word whatever else it says.
 */
export async function hostedFault(
  assertion: JsonObject,
  documents: DocumentSource,
): Promise<Reason | undefined> {
  const address = String(assertion.id);
  if (!/^https?:\/\//i.test(address)) return 'hosted_outside_scope';
  const found = documents.copies ? await documents.copies(address) : [await documents.get(address)];
  const copies = found.filter(isObject).filter(({ id }) => id === address);
  if (copies.length === 0) return 'hosted_copy_unavailable';
  if (copies.some((copy) => sameAssertion(copy, assertion))) return undefined;
  if (copies.length > 1) return 'hosted_copy_ambiguous';
  return copies[0]?.revoked === true ? 'revoked' : 'hosted_copy_differs';
}

/** The address must be one under which the issuer hosts its assertions: by default those of the profile's own host. */
export function scopeFault(assertion: JsonObject, { badge, issuer }: BadgeDocuments): Reason | undefined {
  const address = String(assertion.id);
  const scope = isObject(issuer.verification) ? issuer.verification : {};
  const prefixes = asList(scope.startsWith);
  const hosts = asList(scope.allowedOrigins);
  const own = hosts.length > 0 ? hosts : prefixes.length > 0 ? [] : [hostOf(String(issuer.id))];
  const within =
    prefixes.some((prefix) => typeof prefix === 'string' && startsWith(address, prefix)) ||
    own.some((host) => hostOf(address) === originHost(host));
  return within && differsFrom(assertion.badge, badge) === false ? undefined : scopeReason(within);
}

function scopeReason(within: boolean): Reason {
  return within ? 'hosted_copy_differs' : 'hosted_outside_scope';
}

/** `https://a.example` must not let `https://a.example.evil.example` in. */
function startsWith(address: string, prefix: string): boolean {
  if (!/^https?:\/\/[^/]+/i.test(prefix) || !address.startsWith(prefix)) return false;
  return hostOf(address) === hostOf(prefix);
}

function sameAssertion(copy: JsonObject, assertion: JsonObject): boolean {
  return canonicalJson(comparable(copy)) === canonicalJson(comparable(assertion));
}

/** A context may be written as a list of one, and a badge class by its address or in full. */
function comparable(assertion: JsonObject): JsonObject {
  return { ...assertion, '@context': asList(assertion['@context']), badge: idOf(assertion.badge) };
}

/** Whether a badge class that came along says something else than the one served. */
function differsFrom(embedded: unknown, served: JsonObject): boolean {
  if (!isObject(embedded)) return false;
  return ['name', 'description', 'criteria', 'issuer'].some(
    (name) =>
      embedded[name] !== undefined &&
      canonicalJson(name === 'issuer' ? (idOf(embedded[name]) ?? null) : embedded[name]) !==
        canonicalJson((name === 'issuer' ? idOf(served[name]) : served[name]) ?? null),
  );
}

/** The origin may be written as a host, or as an address. */
function originHost(origin: unknown): string {
  const text = String(origin).toLowerCase();
  return /^https?:\/\//.test(text) ? hostOf(text) : text;
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}
