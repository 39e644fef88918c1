import {
  asList,
  isObject,
  JsonObject,
  Jws,
  looksLikeJws,
  parseJson,
  parseJws,
  SignatureFault,
} from '@himpun/signatures';
import { contextsOf, typesOf, V1_CONTEXT, V2_CONTEXT } from './credential-facts';
import { CredentialFormat } from './report';
import { Reason, reasonOfFault } from './reasons';

/** A credential and what secures it: a JWS around it, or proofs inside it. `presentation` when it came wrapped in one. */
export type SecuredCredential = { credential: JsonObject; presentation?: JsonObject } & (
  { securing: 'jwt'; jws: Jws } | { securing: 'data-integrity' }
);

/** Why a text is no credential that can be checked here, and what it was taken for. */
export interface Unreadable {
  reason: Reason;
  format: CredentialFormat;
}

/** Tells what a text or a parsed document is, and takes the credential out of a token, an envelope or a presentation. */
export function readSecured(source: unknown): SecuredCredential | Unreadable {
  try {
    if (typeof source !== 'string') return fromJson(source);
    const text = source.trim();
    return /^[[{]/.test(text) ? fromJson(parseJson(text)) : fromToken(text);
  } catch (error) {
    if (error instanceof SignatureFault) return { reason: reasonOfFault(error.code), format: 'unknown' };
    throw error;
  }
}

export function isUnreadable(read: SecuredCredential | Unreadable): read is Unreadable {
  return 'reason' in read;
}

function fromToken(text: string): SecuredCredential | Unreadable {
  if (/^https?:\/\/\S+$/.test(text)) return { reason: 'link_only', format: 'unknown' };
  const [issued = ''] = text.split('~', 1);
  if (text.includes('~') && looksLikeJws(issued)) return unsupported('sd-jwt');
  if (/^[\w-]+(?:\.[\w-]*){4}$/.test(text)) return unsupported('unknown');
  if (!looksLikeJws(text)) return { reason: 'not_a_credential', format: 'unknown' };
  const jws = parseJws(text);
  const { payload } = jws;
  if (/sd-jwt/i.test(String(jws.header.typ)) || '_sd' in payload || '_sd_alg' in payload)
    return unsupported('sd-jwt');
  if (payload.vp !== undefined) return unsupported('presentation');
  if (isObject(payload.vc)) return { securing: 'jwt', jws, credential: foldClaims(payload.vc, payload) };
  const other = otherFormat(payload);
  if (other) return unsupported(other);
  return isCredentialLike(payload)
    ? { securing: 'jwt', jws, credential: withoutClaims(payload) }
    : unsupported('unknown');
}

function fromJson(value: unknown): SecuredCredential | Unreadable {
  if (!isObject(value))
    return Array.isArray(value) ? unsupported('unknown') : { reason: 'not_a_credential', format: 'unknown' };
  const types = typesOf(value);
  if (types.includes('EnvelopedVerifiableCredential')) return fromEnvelope(value);
  if (types.includes('VerifiablePresentation')) return fromPresentation(value);
  const other = otherFormat(value);
  if (other) return unsupported(other);
  return isCredentialLike(value) ? { securing: 'data-integrity', credential: value } : unsupported('unknown');
}

/** VCDM 2.0 §4.13: the token travels in a `data:` address. */
function fromEnvelope(envelope: JsonObject): SecuredCredential | Unreadable {
  const match = /^data:application\/(vc\+jwt|jwt|vc-ld\+jwt|vc\+ld\+json\+jwt)(?:;[^,]*)?,(.+)$/is.exec(
    String(envelope.id),
  );
  if (match) return fromToken(match[2] ?? '');
  return unsupported(/sd-jwt/i.test(String(envelope.id).slice(0, 60)) ? 'sd-jwt' : 'unknown');
}

function fromPresentation(presentation: JsonObject): SecuredCredential | Unreadable {
  const contained = asList(presentation.verifiableCredential);
  if (contained.length !== 1)
    return {
      reason: contained.length > 1 ? 'several_credentials' : 'unsupported_format',
      format: 'presentation',
    };
  const [one] = contained;
  if (isObject(one) && typesOf(one).includes('VerifiablePresentation')) return unsupported('presentation');
  const read = typeof one === 'string' ? fromToken(one.trim()) : fromJson(one);
  return isUnreadable(read) ? read : { ...read, presentation };
}

function otherFormat(value: JsonObject): CredentialFormat | undefined {
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
function isCredentialLike(value: JsonObject): boolean {
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
function foldClaims(vc: JsonObject, { iss, sub, jti, nbf, exp }: JsonObject): JsonObject {
  const folded: JsonObject = { ...vc };
  const isoDate = (seconds: unknown) => {
    const date = new Date(Number(seconds) * 1000);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  };
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

function withoutClaims(payload: JsonObject): JsonObject {
  const { iss: _iss, sub: _sub, jti: _jti, nbf: _nbf, exp: _exp, iat: _iat, ...credential } = payload;
  return credential;
}

function unsupported(format: CredentialFormat): Unreadable {
  return { reason: 'unsupported_format', format };
}
