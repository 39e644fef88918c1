import type { Transitions } from '@himpun/kernel';

/** Waiting for its signature; signed; taken back. Expiry is no state: it follows from `validUntil`. */
export type CertificateState = 'pending' | 'issued' | 'revoked';
export type CertificateAct = 'sign' | 'revoke';

export const CERTIFICATE_TRANSITIONS: Transitions<CertificateState, CertificateAct> = {
  pending: { sign: 'issued', revoke: 'revoked' },
  issued: { revoke: 'revoked' },
  revoked: {},
};
