import { decodeBase64Url } from './multibase';
import { SignatureFault } from './signature-fault';
import { keyFromJwk, keyFromMultibase, VerificationKey } from './verification-key';

const DID_WEB = /^did:web:([A-Za-z0-9.-]+(?:%3A\d{1,5})?)((?::[A-Za-z0-9._~%-]+)*)$/i;

/** The https address of a `did:web` document, or undefined when the DID is not a well-formed did:web. */
export function didWebUrl(did: string): string | undefined {
  const match = DID_WEB.exec(did);
  if (!match) return undefined;
  const path = (match[2] ?? '').split(':').slice(1);
  if (path.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment) || /%2f|%5c/i.test(segment)))
    return undefined;
  const host = (match[1] ?? '').replace(/%3a/i, ':').toLowerCase();
  return `https://${host}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`;
}

/** The did:web of an https address (`https://host[:port][/a/b]`), the inverse of `didWebUrl` for an issuer's own address. */
export function didWebOf(address: string): string {
  const { host, pathname } = new URL(address);
  const path = pathname.split('/').filter(Boolean);
  return ['did', 'web', host.replace(':', '%3A'), ...path].join(':');
}

/** A key that its DID spells out: `did:key:z…` or `did:jwk:…`, with its own fragment or none. Undefined for other DIDs. */
export function keyInDid(methodId: string): { key: VerificationKey; controller: string } | undefined {
  const [did = '', fragment] = methodId.split('#', 2);
  if (did.startsWith('did:key:')) {
    const text = did.slice('did:key:'.length);
    if (fragment !== undefined && fragment !== text)
      throw new SignatureFault('key_malformed', 'did:key with a foreign fragment');
    return { key: keyFromMultibase(text), controller: did };
  }
  if (did.startsWith('did:jwk:')) {
    if (fragment !== undefined && fragment !== '0')
      throw new SignatureFault('key_malformed', 'did:jwk with a foreign fragment');
    return { key: keyFromJwk(jwkIn(did)), controller: did };
  }
  return undefined;
}

function jwkIn(did: string): unknown {
  try {
    return JSON.parse(decodeBase64Url(did.slice('did:jwk:'.length)).toString('utf8'));
  } catch {
    throw new SignatureFault('key_malformed', 'did:jwk that is no key');
  }
}
