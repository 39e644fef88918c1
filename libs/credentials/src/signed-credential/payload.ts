import { asList, isObject, JsonObject } from '@himpun/signatures';
import { contextsOf, typesOf, V1_CONTEXT, V2_CONTEXT } from './credential-facts';
import { CredentialFormat } from './report';

/** What else a document may be that looks signed; undefined when it is none of the formats known by name. */
export function otherFormat(value: JsonObject): CredentialFormat | undefined {
  const proofTypes = [...asList(value.proof), ...asList(value.signature)]
    .filter(isObject)
    .map(({ type }) => String(type));
  if (proofTypes.some((type) => /^(?:OpenAttestation|SHA3Merkle)/.test(type))) return 'open-attestation';
  if (contextsOf(value).some((context) => /^https?:\/\/w3id\.org\/openbadges\/v[12]/.test(context)))
    return 'open-badges-2.0';
  const isDid =
    typeof value.id === 'string' && value.id.startsWith('did:') && value.credentialSubject === undefined;
  if (isDid && ['verificationMethod', 'assertionMethod', 'authentication'].some((list) => list in value))
    return 'did-document';
  if ('kty' in value || 'publicKeyMultibase' in value || 'publicKeyPem' in value) return 'key';
  return undefined;
}

/** Enough of a credential to be judged as one; what it then lacks makes it invalid. */
export function isCredentialLike(value: JsonObject): boolean {
  const contexts = contextsOf(value);
  const named = contexts.includes(V1_CONTEXT) || contexts.includes(V2_CONTEXT);
  const signed = value.proof !== undefined || value.issuer !== undefined;
  return (
    typesOf(value).includes('VerifiableCredential') ||
    value.credentialSubject !== undefined ||
    (named && signed)
  );
}

/** VC 1.1 §6.3.1: what the claims say need not be said again in `vc`. */
export function foldClaims(vc: JsonObject, { iss, sub, jti, nbf, exp }: JsonObject): JsonObject {
  const folded: JsonObject = { ...vc };
  if (folded.issuer === undefined && iss !== undefined) folded.issuer = iss;
  if (folded.id === undefined && jti !== undefined) folded.id = jti;
  if (folded.issuanceDate === undefined && folded.validFrom === undefined && typeof nbf === 'number')
    folded.issuanceDate = isoDate(nbf);
  if (folded.expirationDate === undefined && folded.validUntil === undefined && typeof exp === 'number') {
    folded.expirationDate = isoDate(exp);
  }
  const subject = folded.credentialSubject;
  if (isObject(subject) && subject.id === undefined && sub !== undefined)
    folded.credentialSubject = { id: sub, ...subject };
  return folded;
}

/** The credential (or presentation) of a token whose payload it is, without the token's own claims. */
export function withoutClaims(payload: JsonObject): JsonObject {
  const { iss: _iss, sub: _sub, jti: _jti, nbf: _nbf, exp: _exp, iat: _iat, cnf: _cnf, ...rest } = payload;
  return rest;
}

/** Seconds since 1970 as ISO 8601; undefined for what is no moment. */
export function isoDate(seconds: unknown): string | undefined {
  const date = new Date(typeof seconds === 'number' ? seconds * 1000 : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
