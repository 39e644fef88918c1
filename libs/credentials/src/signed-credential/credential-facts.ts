import { asList, isObject, JsonObject } from '@himpun/signatures';
import { CredentialFacts, CredentialFormat } from './report';
import { subjectIdentifiers } from './subject-identity.policy';

export const V1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';
export const V2_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Reads what a credential says of itself; nothing here is believed or refused. */
export function credentialFacts(credential: JsonObject): CredentialFacts {
  const subject = firstObject(credential.credentialSubject);
  const achievement = firstObject(subject.achievement);
  return {
    format: formatOf(credential),
    id: text(credential.id),
    types: typesOf(credential),
    name: label(credential.name),
    issuer: { id: issuerId(credential), name: label(firstObject(credential.issuer).name) },
    subject: { id: text(subject.id), name: subjectName(subject), identifiers: subjectIdentifiers(subject) },
    achievement: isObject(firstOf(subject.achievement))
      ? { id: text(achievement.id), name: label(achievement.name), type: text(achievement.achievementType) }
      : null,
    validFrom: text(credential.validFrom ?? credential.issuanceDate),
    validUntil: text(credential.validUntil ?? credential.expirationDate),
  };
}

export const NO_FACTS: CredentialFacts = credentialFacts({});

export function typesOf(value: JsonObject): string[] {
  return asList(value.type ?? value['@type']).filter((type): type is string => typeof type === 'string');
}

/** The issuer's id: the issuer itself when it is a string, else its `id`. */
export function issuerId(credential: JsonObject): string | null {
  const { issuer } = credential;
  return text(isObject(issuer) ? issuer.id : issuer);
}

export function contextsOf(value: JsonObject): string[] {
  return asList(value['@context']).filter((context): context is string => typeof context === 'string');
}

function formatOf(credential: JsonObject): CredentialFormat {
  const types = typesOf(credential);
  if (types.some((type) => /^(?:BitstringStatusListCredential|StatusList2021Credential)$/.test(type)))
    return 'status-list';
  if (types.includes('ClrCredential')) return 'clr-2.0';
  if (
    types.some((type) => /^(?:OpenBadgeCredential|AchievementCredential|EndorsementCredential)$/.test(type))
  )
    return 'open-badges-3.0';
  if (contextsOf(credential).includes(V2_CONTEXT)) return 'w3c-vc-2.0';
  return types.includes('VerifiableCredential') ? 'w3c-vc-1.1' : 'unknown';
}

function subjectName(subject: JsonObject): string | null {
  const named = label(subject.name);
  if (named !== null) return named;
  const parts = [subject.givenName, subject.familyName].map(label).filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' ');
  const entry = subjectIdentifiers(subject).find(({ type, hashed }) => type === 'name' && !hashed);
  return entry?.value ?? null;
}

/** A text, or the first of its translations (`{"@value": …, "@language": …}`). */
function label(value: unknown): string | null {
  const first = firstOf(value);
  return text(isObject(first) ? first['@value'] : first);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function firstOf(value: unknown): unknown {
  return asList(value)[0];
}

function firstObject(value: unknown): JsonObject {
  const first = firstOf(value);
  return isObject(first) ? first : {};
}
