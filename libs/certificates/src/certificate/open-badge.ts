import { createHash } from 'node:crypto';
import type { Bilingual } from '@himpun/kernel';
import type { JsonObject } from '@himpun/signatures';
import type { CertificateDetail, CertificateKind, Signatory } from './certificate';

/** What a certificate says, as its credential says it. */
export interface Statement {
  kind: CertificateKind;
  recipientName: string;
  groupId: string;
  groupName: Bilingual;
  title: Bilingual;
  description: Bilingual;
  criteria: Bilingual;
  details: readonly CertificateDetail[];
  signatory: Signatory | null;
  issuedAt: Date;
  validUntil: Date | null;
}

/** Who signs, and what only the act of signing knows. */
export interface Issuance {
  /** The page where the certificate is checked; the credential's id. */
  address: string;
  issuer: { did: string; name: string; url: string };
  /** The holder's confirmed e-mail address, to be published as a salted hash only. */
  email: { address: string; salt: string } | null;
  status: JsonObject;
}

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  // Pinned: the unversioned address has changed its meaning before.
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];
const ACHIEVEMENT_TYPE: Readonly<Record<CertificateKind, string>> = {
  attendance: 'CertificateOfCompletion',
  membership: 'Membership',
};

/** The certificate as an Open Badges 3.0 credential (VCDM 2.0), not yet signed. */
export function openBadge(statement: Statement, issuance: Issuance): JsonObject {
  return {
    '@context': CONTEXTS,
    id: issuance.address,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: both(statement.title),
    issuer: {
      id: issuance.issuer.did,
      type: ['Profile'],
      name: issuance.issuer.name,
      url: issuance.issuer.url,
      // The standard's place for the name of an authorised official of an organisation.
      ...(statement.signatory && { official: officialOf(statement.signatory) }),
    },
    validFrom: instant(statement.issuedAt),
    ...(statement.validUntil && { validUntil: instant(statement.validUntil) }),
    credentialSubject: subject(statement, issuance),
    credentialStatus: issuance.status,
  };
}

/** Both languages in one text, as the standard's fields hold one only; once where they agree. */
export function both(text: Bilingual): string {
  return text.id === text.en ? text.id : `${text.id} / ${text.en}`;
}

/** `dr. Sari Handayani, S.Ft, Ketua / Chair`: name and office in the one text that the standard has for them. */
export function officialOf({ name, office }: Signatory): string {
  return `${name}, ${both(office)}`;
}

/** A salted hash of an e-mail address as Open Badges 3.0 writes it (IdentityObject). */
export function identityHash(address: string, salt: string): string {
  return `sha256$${createHash('sha256')
    .update(address.trim().toLowerCase() + salt)
    .digest('hex')}`;
}

function subject(statement: Statement, { address, email }: Issuance): JsonObject {
  const results = statement.details.map((detail, index) => ({
    type: ['Result'],
    resultDescription: detailId(address, index),
    value: both(detail.value),
  }));
  return {
    id: `${address}#recipient`,
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', identityType: 'name', identityHash: statement.recipientName, hashed: false },
      ...(email ? [hashedEmail(email)] : []),
    ],
    achievement: achievement(statement, address),
    ...(results.length > 0 && { result: results }),
  };
}

function achievement(statement: Statement, address: string): JsonObject {
  const descriptions = statement.details.map((detail, index) => ({
    id: detailId(address, index),
    type: ['ResultDescription'],
    name: both(detail.label),
    resultType: 'Result',
  }));
  return {
    id: `${address}#achievement`,
    type: ['Achievement'],
    achievementType: ACHIEVEMENT_TYPE[statement.kind],
    name: both(statement.title),
    description: both(statement.description),
    criteria: { narrative: both(statement.criteria) },
    creator: { id: `urn:uuid:${statement.groupId}`, type: ['Profile'], name: both(statement.groupName) },
    ...(descriptions.length > 0 && { resultDescription: descriptions }),
  };
}

function hashedEmail(email: { address: string; salt: string }): JsonObject {
  return {
    type: 'IdentityObject',
    identityType: 'emailAddress',
    identityHash: identityHash(email.address, email.salt),
    hashed: true,
    salt: email.salt,
  };
}

function detailId(address: string, index: number): string {
  return `${address}#detail-${index + 1}`;
}

/** Whole seconds: what every reader of XML Schema date-times takes. */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
