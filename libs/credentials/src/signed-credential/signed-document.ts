import {
  asList,
  compactFromJson,
  disclosedClaims,
  isObject,
  JsonObject,
  Jws,
  looksLikeJws,
  looksLikeSdJwt,
  parseJson,
  parseJws,
  parseSdJwt,
  SdJwt,
  SignatureFault,
} from '@himpun/signatures';
import { typesOf } from './credential-facts';
import { isAssertionLike } from './open-badge-2/assertion.policy';
import { foldClaims, isCredentialLike, otherFormat, withoutClaims } from './payload';
import { CredentialFormat } from './report';
import { Reason, reasonOfFault } from './reasons';

/** A W3C credential and what secures it: a token around it (with or without disclosures), or proofs inside it. */
export type SecuredCredential = { kind: 'credential'; credential: JsonObject } & (
  { securing: 'jwt' | 'sd-jwt'; jws: Jws; sdJwt?: SdJwt } | { securing: 'data-integrity' }
);
/** An SD-JWT whose claims are no W3C credential: an SD-JWT VC when they name their type. */
export interface DisclosedToken {
  kind: 'sd-jwt';
  sdJwt: SdJwt;
  claims: JsonObject;
}
/** An Open Badges 2.0 assertion, hosted or signed. */
export interface BadgeAssertion {
  kind: 'open-badge-2';
  assertion: JsonObject;
  jws: Jws | null;
}
/** What a holder put together and may have signed. */
export interface Presentation {
  kind: 'presentation';
  presentation: JsonObject;
  jws: Jws | null;
  contained: unknown[];
}
/** Why a text is no credential that can be checked here, and what it was taken for. */
export interface Unreadable {
  kind: 'unreadable';
  reason: Reason;
  format: CredentialFormat;
}
export type SignedDocument = SecuredCredential | DisclosedToken | BadgeAssertion | Presentation | Unreadable;

/** Tells what a text or a parsed document is, and takes the credential out of its token or envelope. Verifies nothing. */
export function readSignedDocument(source: unknown): SignedDocument {
  try {
    if (typeof source !== 'string') return fromJson(source);
    const text = source.trim();
    return /^[[{]/.test(text) ? fromJson(parseJson(text)) : fromToken(text);
  } catch (error) {
    if (error instanceof SignatureFault) return unreadable(reasonOfFault(error.code));
    throw error;
  }
}

function fromToken(text: string): SignedDocument {
  if (/^https?:\/\/\S+$/.test(text)) return unreadable('link_only');
  if (looksLikeSdJwt(text)) return fromSdJwt(text);
  if (/^[\w-]+(?:\.[\w-]*){4}$/.test(text)) return unreadable('unsupported_format');
  if (!looksLikeJws(text)) return unreadable('not_a_credential');
  const jws = parseJws(text);
  const { payload } = jws;
  if (/sd-jwt/i.test(String(jws.header.typ)) || '_sd' in payload || '_sd_alg' in payload)
    return fromSdJwt(`${text}~`);
  if (isObject(payload.vp)) return presentationOf(payload.vp, jws);
  if (isObject(payload.vc))
    return { kind: 'credential', securing: 'jwt', jws, credential: foldClaims(payload.vc, payload) };
  if (typesOf(payload).includes('VerifiablePresentation')) return presentationOf(withoutClaims(payload), jws);
  if (isAssertionLike(payload)) return { kind: 'open-badge-2', assertion: payload, jws };
  const other = otherFormat(payload);
  if (other) return unreadable('unsupported_format', other);
  return isCredentialLike(payload)
    ? { kind: 'credential', securing: 'jwt', jws, credential: withoutClaims(payload) }
    : unreadable('unsupported_format');
}

function fromSdJwt(text: string): SignedDocument {
  const sdJwt = parseSdJwt(text);
  const jws = sdJwt.issued;
  try {
    const claims = disclosedClaims(sdJwt);
    return isCredentialLike(claims)
      ? { kind: 'credential', securing: 'sd-jwt', jws, sdJwt, credential: withoutClaims(claims) }
      : { kind: 'sd-jwt', sdJwt, claims };
  } catch (error) {
    if (error instanceof SignatureFault) return unreadable(reasonOfFault(error.code), 'sd-jwt');
    throw error;
  }
}

function fromJson(value: unknown): SignedDocument {
  if (!isObject(value)) return unreadable(Array.isArray(value) ? 'unsupported_format' : 'not_a_credential');
  const types = typesOf(value);
  if (types.some((type) => /^EnvelopedVerifiable(?:Credential|Presentation)$/.test(type)))
    return fromEnvelope(value);
  if (types.includes('VerifiablePresentation')) return presentationOf(value, null);
  if (isAssertionLike(value)) return { kind: 'open-badge-2', assertion: value, jws: null };
  const compact = compactFromJson(value);
  if (compact !== undefined) return fromToken(compact);
  const other = otherFormat(value);
  if (other) return unreadable('unsupported_format', other);
  return isCredentialLike(value)
    ? { kind: 'credential', securing: 'data-integrity', credential: value }
    : unreadable('unsupported_format');
}

/** VCDM 2.0 §4.13: the token travels in a `data:` address. */
function fromEnvelope(envelope: JsonObject): SignedDocument {
  const match =
    /^data:application\/((?:vc|vp|vc-ld|vp-ld|vc\+ld\+json|vp\+ld\+json)\+jwt|jwt|(?:vc|vp|dc)\+sd-jwt|sd-jwt)(?:;[^,]*)?,(.+)$/is.exec(
      String(envelope.id),
    );
  return match ? fromToken(match[2] ?? '') : unreadable('unsupported_format');
}

function presentationOf(presentation: JsonObject, jws: Jws | null): SignedDocument {
  const contained = asList(presentation.verifiableCredential);
  return contained.length === 0
    ? unreadable('unsupported_format', 'presentation')
    : { kind: 'presentation', presentation, jws, contained };
}

function unreadable(reason: Reason, format: CredentialFormat = 'unknown'): Unreadable {
  return { kind: 'unreadable', reason, format };
}
