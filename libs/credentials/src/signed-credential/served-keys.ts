import {
  asList,
  DocumentSource,
  isObject,
  Jws,
  jwsHolds,
  keyFromJwk,
  keyTypeFor,
  SignatureFault,
  VerificationMethod,
} from '@himpun/signatures';
import { accepted, refused, SignatureOptions, SignatureVerdict } from './signature-verdict';

/**
 * The keys an issuer with an https address serves for its tokens (SD-JWT VC, "JWT VC Issuer Metadata"): the one that the token names by
 * `kid`, or all of the kind it needs. Undefined where nothing is served, or what is served speaks for another issuer.
 */
export async function servedKeys(
  jws: Jws,
  issuer: string,
  documents: DocumentSource,
): Promise<VerificationMethod[] | undefined> {
  const address = issuerMetadataUrl(issuer);
  const metadata = address === undefined ? undefined : await documents.get(address);
  if (!isObject(metadata) || metadata.issuer !== issuer) return undefined;
  const set = typeof metadata.jwks_uri === 'string' ? await documents.get(metadata.jwks_uri) : metadata.jwks;
  if (!isObject(set)) return undefined;
  const { kid } = jws.header;
  return asList(set.keys)
    .filter(isObject)
    .filter((jwk) => (jwk.use === undefined || jwk.use === 'sig') && (kid === undefined || jwk.kid === kid))
    .flatMap((jwk) =>
      usable(jws, jwk).map((key) => ({ id: methodId(issuer, jwk.kid), controller: issuer, key })),
    );
}

/** `https://host/a` → `https://host/.well-known/jwt-vc-issuer/a` (SD-JWT VC); undefined for other issuers. */
export function issuerMetadataUrl(issuer: string): string | undefined {
  const match = /^(https:\/\/[^/?#]+)([^?#]*)$/i.exec(issuer);
  return match ? `${match[1]}/.well-known/jwt-vc-issuer${(match[2] ?? '').replace(/\/$/, '')}` : undefined;
}

/**
 * The verdict by keys given by hand, for an issuer of whom there is nothing else: by the `kid` the token names, or by any. Only a
 * single decisive key that does not fit speaks against the token.
 */
export function givenVerdict(jws: Jws, { givenKeys = [] }: SignatureOptions): SignatureVerdict | undefined {
  const { kid } = jws.header;
  const fitting = givenKeys.filter(({ key }) => key.type === keyTypeFor(jws));
  const named = fitting.filter((given) => given.kid !== null && given.kid === kid);
  const tried = named.length > 0 ? named : fitting.filter((given) => given.kid === null || kid === undefined);
  const good = tried.find(({ key }) => jwsHolds(jws, key));
  if (good) return accepted(good.key, good.kid, ['key_given_by_hand']);
  const [only] = tried;
  return tried.length === 1 && only?.decisive ? refused('signature_invalid') : undefined;
}

function usable(jws: Jws, jwk: unknown): VerificationMethod['key'][] {
  try {
    const key = keyFromJwk(jwk);
    return key.type === keyTypeFor(jws) ? [key] : [];
  } catch (error) {
    if (error instanceof SignatureFault) return [];
    throw error;
  }
}

function methodId(issuer: string, kid: unknown): string {
  return typeof kid === 'string' ? `${issuer}#${kid}` : issuer;
}
