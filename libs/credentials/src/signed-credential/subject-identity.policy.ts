import { createHash, timingSafeEqual } from 'node:crypto';
import { asList, isObject, JsonObject } from '@himpun/signatures';

/** How a credential names its holder: plainly, or as a salted hash (Open Badges 3.0 IdentityObject). */
export interface SubjectIdentifier {
  /** `emailAddress`, `name`, `identifier`, … as in the credential. */
  type: string;
  /** The value, or `sha256$<hex>` / `md5$<hex>` when hashed. */
  value: string;
  hashed: boolean;
  salt: string;
}

/** Something we know of the applicant ourselves: a confirmed e-mail address, a member number, a DID. */
export interface KnownIdentifier {
  type: string;
  value: string;
}

/** The identifiers of a credential subject, one or many. */
export function subjectIdentifiers(subject: JsonObject): SubjectIdentifier[] {
  return asList(subject.identifier)
    .filter(isObject)
    .filter((entry) => typeof entry.identityHash === 'string')
    .map((entry) => ({
      type: typeof entry.identityType === 'string' ? entry.identityType : 'identifier',
      value: String(entry.identityHash),
      hashed: entry.hashed === true,
      salt: typeof entry.salt === 'string' ? entry.salt : '',
    }));
}

/**
 * Whether a credential's holder is the person we know: `match` when one identifier fits, `mismatch` when identifiers of
 * a kind we know are there and none fits, `absent` when there is nothing to compare (then name and birth date must do).
 */
export function subjectBinding(
  subject: { id: string | null; identifiers: readonly SubjectIdentifier[] },
  known: readonly KnownIdentifier[],
): 'match' | 'mismatch' | 'absent' {
  const ids = known.filter(({ type }) => type === 'id').map(({ value }) => value);
  if (subject.id !== null && ids.includes(subject.id)) return 'match';
  const compared = subject.identifiers.filter(
    ({ type, hashed }) => hashed || known.some((fact) => fact.type === type),
  );
  const candidates = (type: string) => known.filter((fact) => fact.type === type || type === 'identifier');
  if (
    compared.some((identifier) => candidates(identifier.type).some(({ value }) => names(identifier, value)))
  )
    return 'match';
  return compared.some(({ type }) => known.some((fact) => fact.type === type)) ? 'mismatch' : 'absent';
}

/** Whether an identifier stands for a value; e-mail addresses and the like are compared without regard to case. */
export function names(identifier: SubjectIdentifier, value: string): boolean {
  const spellings = [...new Set([value, value.trim(), value.trim().toLowerCase()])];
  if (!identifier.hashed) return identifier.value.trim().toLowerCase() === value.trim().toLowerCase();
  const [algorithm = '', hex = ''] = identifier.value.toLowerCase().split('$');
  if (algorithm !== 'sha256' && algorithm !== 'md5') return false;
  return spellings.some((spelling) =>
    sameHex(
      createHash(algorithm)
        .update(spelling + identifier.salt)
        .digest('hex'),
      hex,
    ),
  );
}

function sameHex(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
