import { holdsPower, type Actor, type Reason } from '@himpun/kernel';

/** Officers who decide which issuers the group believes. */
export function mayTrustIssuers(actor: Actor, groupPath: readonly string[]): boolean {
  return holdsPower(actor, 'issuers.trust', groupPath);
}

/** Why a text cannot name an issuer; null when it can. */
export function issuerFault(issuer: string): Reason | null {
  if (/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/.test(issuer) || /^https:\/\/[^\s/]+\S*$/.test(issuer)) return null;
  return {
    code: 'issuer_wrong',
    field: 'issuer',
    text: {
      id: 'Isi DID (did:…) atau alamat https penerbit, persis seperti di kredensialnya.',
      en: 'Enter the issuer’s DID (did:…) or https address exactly as its credentials write it.',
    },
  };
}
