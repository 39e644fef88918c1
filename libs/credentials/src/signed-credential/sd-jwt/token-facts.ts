import { asList, JsonObject, Jws } from '@himpun/signatures';
import { isoDate } from '../payload';
import { CredentialFacts } from '../report';
import { isCredentialToken } from './token-shape.policy';

/** Reads what the claims of an SD-JWT say, by the names that OpenID Connect gave them; nothing here is believed or refused. */
export function tokenFacts(claims: JsonObject, issued: Jws, issuer: string | null): CredentialFacts {
  const type = text(claims.vct);
  return {
    format: isCredentialToken(issued) ? 'sd-jwt-vc' : 'sd-jwt',
    id: text(claims.jti),
    types: type === null ? [] : [type],
    name: type,
    issuer: { id: issuer, name: null },
    subject: { id: text(claims.sub), name: holderName(claims), identifiers: emails(claims) },
    achievement: null,
    validFrom: isoDate(claims.nbf ?? claims.iat) ?? null,
    validUntil: isoDate(claims.exp) ?? null,
  };
}

function holderName({ name, given_name: given, family_name: family }: JsonObject): string | null {
  const whole = text(name);
  if (whole !== null) return whole;
  const parts = [given, family].map(text).filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
}

function emails({ email }: JsonObject): CredentialFacts['subject']['identifiers'] {
  return asList(email)
    .filter((value): value is string => typeof value === 'string')
    .map((value) => ({ type: 'emailAddress', value, hashed: false, salt: '' }));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
