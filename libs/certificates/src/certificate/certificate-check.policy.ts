import type { Reason } from '@himpun/kernel';
import { asList, canonicalJson, isObject, type JsonObject } from '@himpun/signatures';
import type { CertificateState } from './certificate.states';
import { openBadge, type Statement } from './open-badge';

/** What a stranger is told in one word. */
export type CheckState = 'valid' | 'expired' | 'revoked' | 'suspended' | 'not_found';

/** What is known of a certificate when it is checked; plain data. */
export interface CheckedFacts {
  state: CertificateState;
  bitSet: boolean;
  /** Whether the stored credential carries a good signature of a key of ours. */
  signatureHolds: boolean;
  /** Whether the stored row says what was signed. */
  saysWhatWasSigned: boolean;
  issuedAt: Date;
  validUntil: Date | null;
}

/** Whether a certificate holds at `now`, and why not. Revocation outweighs all else, doubt outweighs dates. */
export function certificateVerdict(facts: CheckedFacts, now: Date): { state: CheckState; reasons: Reason[] } {
  if (facts.state === 'revoked' || facts.bitSet) return { state: 'revoked', reasons: [] };
  if (facts.state === 'pending') return { state: 'not_found', reasons: [BEING_ISSUED] };
  if (!facts.signatureHolds) return { state: 'suspended', reasons: [SIGNATURE_INVALID] };
  if (!facts.saysWhatWasSigned) return { state: 'suspended', reasons: [RECORD_DIFFERS] };
  if (facts.issuedAt.getTime() > now.getTime()) return { state: 'suspended', reasons: [NOT_YET_VALID] };
  if (facts.validUntil && facts.validUntil.getTime() <= now.getTime())
    return { state: 'expired', reasons: [] };
  return { state: 'valid', reasons: [] };
}

/** Whether a signed credential says exactly what the statement says (title, recipient, criteria, dates, details, signatory). */
export function saysWhatWasSigned(credential: JsonObject, statement: Statement, code: string): boolean {
  const address = typeof credential.id === 'string' ? credential.id : '';
  if (!address.endsWith(`/check/${code}`)) return false;
  const again = openBadge(statement, { address, issuer: NOBODY, email: null, status: {} });
  return canonicalJson(said(credential)) === canonicalJson(said(again));
}

/** The part of a credential that the certificate's own record repeats: names of groups may change afterwards. */
function said(credential: JsonObject): JsonObject {
  const { name, validFrom, validUntil = null, credentialSubject, issuer } = credential;
  const { official = null } = isObject(issuer) ? issuer : {};
  const { identifier, achievement, result = null } = isObject(credentialSubject) ? credentialSubject : {};
  const { creator: _creator, ...earned } = isObject(achievement) ? achievement : {};
  const names = asList(identifier).filter((entry) => isObject(entry) && entry.identityType === 'name');
  return { name, validFrom, validUntil, official, earned, result, names };
}

const NOBODY = { did: '', name: '', url: '' };

const BEING_ISSUED: Reason = {
  code: 'being_issued',
  text: {
    id: 'Sertifikat ini sedang diterbitkan. Coba lagi sebentar lagi.',
    en: 'This certificate is being issued. Try again in a moment.',
  },
};
const SIGNATURE_INVALID: Reason = {
  code: 'signature_invalid',
  text: {
    id: 'Tanda tangan digital catatan ini tidak cocok. Jangan diandalkan; hubungi penerbitnya.',
    en: 'The digital signature of this record does not hold. Do not rely on it; ask its issuer.',
  },
};
const RECORD_DIFFERS: Reason = {
  code: 'record_differs',
  text: {
    id: 'Catatan ini tidak sama dengan yang ditandatangani. Jangan diandalkan; hubungi penerbitnya.',
    en: 'This record differs from what was signed. Do not rely on it; ask its issuer.',
  },
};
const NOT_YET_VALID: Reason = {
  code: 'not_yet_valid',
  text: { id: 'Sertifikat ini belum mulai berlaku.', en: 'This certificate does not hold yet.' },
};
