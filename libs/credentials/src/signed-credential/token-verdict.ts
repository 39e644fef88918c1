import {
  asList,
  isObject,
  JsonObject,
  Jws,
  jwsHolds,
  keyFromJwk,
  keyTypeFor,
  methodsOf,
  ProofPurpose,
  resolveVerificationMethod,
  VerificationKey,
  VerificationMethod,
} from '@himpun/signatures';
import { issuerId } from './credential-facts';
import { certificateVerdict } from './certificate-verdict';
import { givenVerdict, servedKeys } from './served-keys';
import {
  accepted,
  isFault,
  refused,
  SignatureOptions,
  SignatureVerdict,
  verdictOf,
} from './signature-verdict';

/** What a token is verified with: `purpose` is `assertionMethod` but for what a holder signs. */
export interface TokenOptions extends SignatureOptions {
  purpose?: ProofPurpose;
}

/** Whether the token around a credential shows that its issuer signed it. The key never comes from the token alone. */
export async function tokenVerdict(
  jws: Jws,
  credential: JsonObject,
  options: TokenOptions,
): Promise<SignatureVerdict> {
  const issuer = issuerId(credential) ?? '';
  try {
    keyTypeFor(jws);
    const certified = await certificateVerdict(jws, issuer, options);
    return certified?.settled ? certified.verdict : await byKeys(jws, issuer, options, certified?.verdict);
  } catch (error) {
    return verdictOf(error);
  }
}

async function byKeys(
  jws: Jws,
  issuer: string,
  options: TokenOptions,
  otherwise?: SignatureVerdict,
): Promise<SignatureVerdict> {
  const { kid, jwk } = jws.header;
  if (typeof kid === 'string' && /^(?:did:|https?:)/.test(kid)) return byNamedKey(jws, kid, issuer, options);
  const listed = await issuersKeys(jws, issuer, options);
  if (listed) return byListedKeys(jws, listed, jwk);
  const given = givenVerdict(jws, options);
  if (given) return given;
  if (otherwise) return otherwise;
  return jwk === undefined ? refused('key_unresolvable') : byOwnKey(jws, keyFromJwk(jwk), issuer, options);
}

/** `kid` is a DID URL or an address: the key must be the issuer's. */
async function byNamedKey(
  jws: Jws,
  kid: string,
  issuer: string,
  options: TokenOptions,
): Promise<SignatureVerdict> {
  const { documents, at, purpose = 'assertionMethod' } = options;
  try {
    const bare = kid.startsWith('did:') && !kid.includes('#');
    const candidates = bare
      ? await methodsOf(kid, purpose, documents, at)
      : [await resolveVerificationMethod(kid, purpose, documents, at)];
    const method = candidates.find(({ key }) => key.type === keyTypeFor(jws)) ?? candidates[0];
    if (!method) return refused('key_not_found');
    if (!jwsHolds(jws, method.key)) return refused('signature_invalid');
    return method.controller === issuer ? accepted(method.key, method.id) : refused('issuer_not_bound');
  } catch (error) {
    if (kid.startsWith('did:') || !isFault(error, 'key_unresolvable', 'key_not_found')) throw error;
    return (await byServedKey(jws, kid, issuer, options)) ?? verdictOf(error);
  }
}

/** Open Badges 3.0 §8.2.1: `kid` may be the address of a bare JWK. Whose it is then follows from the address alone. */
async function byServedKey(
  jws: Jws,
  kid: string,
  issuer: string,
  options: SignatureOptions,
): Promise<SignatureVerdict | undefined> {
  const [address = '', fragment] = kid.split('#', 2);
  const jwk = jwkIn(await options.documents.get(address), kid, fragment);
  if (jwk === undefined) return undefined;
  const key = keyFromJwk(jwk);
  if (!jwsHolds(jws, key)) return refused('signature_invalid');
  const below = address === issuer || address.startsWith(issuer.endsWith('/') ? issuer : `${issuer}/`);
  if (below || options.trustsKey?.(issuer, key.thumbprint)) return accepted(key, kid);
  // Many issuers share a host, so the same host alone proves nothing; another host speaks against it.
  return refused(originOf(address) === originOf(issuer) ? 'key_binding_unproven' : 'issuer_not_bound');
}

/** The issuer's own keys of the kind the token needs, the one it names by a short `kid` first; undefined without a document. */
async function issuersKeys(
  jws: Jws,
  issuer: string,
  options: TokenOptions,
): Promise<VerificationMethod[] | undefined> {
  try {
    const methods = await methodsOf(
      issuer,
      options.purpose ?? 'assertionMethod',
      options.documents,
      options.at,
    );
    const short = String(jws.header.kid ?? '').replace(/^#/, '');
    const named = methods.filter(({ id }) => short !== '' && id === `${issuer}#${short}`);
    return (named.length > 0 ? named : methods).filter(({ key }) => key.type === keyTypeFor(jws));
  } catch (error) {
    if (isFault(error, 'key_unresolvable')) return servedKeys(jws, issuer, options.documents);
    throw error;
  }
}

function byListedKeys(jws: Jws, listed: VerificationMethod[], jwk: unknown): SignatureVerdict {
  const method = listed.find(({ key }) => jwsHolds(jws, key));
  if (method) return accepted(method.key, method.id);
  const foreign = jwk !== undefined && jwsHolds(jws, keyFromJwk(jwk));
  return refused(foreign ? 'issuer_not_bound' : listed.length === 0 ? 'key_not_found' : 'signature_invalid');
}

/** The key came with the token: intact, but anybody could have made it, unless the key is pinned for this issuer. */
function byOwnKey(
  jws: Jws,
  key: VerificationKey,
  issuer: string,
  options: SignatureOptions,
): SignatureVerdict {
  if (!jwsHolds(jws, key)) return refused('signature_invalid');
  if (options.trustsKey?.(issuer, key.thumbprint)) return accepted(key, null);
  return { ...refused('key_self_asserted'), key: { id: null, thumbprint: key.thumbprint } };
}

function jwkIn(document: unknown, kid: string, fragment: string | undefined): unknown {
  if (!isObject(document)) return undefined;
  if ('kty' in document) return document;
  const keys = asList(document.keys).filter(isObject);
  return (
    keys.find((key) => key.kid === kid || (fragment !== undefined && key.kid === fragment)) ??
    (keys.length === 1 ? keys[0] : undefined)
  );
}

function originOf(address: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(address)?.[0].toLowerCase() ?? address;
}
