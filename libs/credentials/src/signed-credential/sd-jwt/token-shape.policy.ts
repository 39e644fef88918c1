import type { SdJwt } from '@himpun/signatures';
import type { Reason } from '../reasons';

const VC_TYPE = /^(?:application\/)?(?:dc|vc)\+sd-jwt$/i;
/** Tokens that an issuer or holder signs for other ends; taken for a credential they would prove what nobody said. */
const OTHER_TYPE =
  /^(?:application\/)?(?:kb\+jwt|statuslist\+jwt|at\+jwt|openid4vci-proof\+jwt|oauth-authz-req\+jwt)$/i;

/** What an SD-JWT lacks: an issuer, a type of credential where it says it is one, claims of the right kind (RFC 7519 §4.1). */
export function tokenFaults({ issued: { header, payload } }: SdJwt, issuer: string | null): Reason[] {
  const typ = String(header.typ ?? '');
  const { iss, sub, jti, vct, nbf, exp, iat } = payload;
  const faults: Reason[] = [];
  if (OTHER_TYPE.test(typ)) faults.push('token_type_wrong');
  if (issuer === null || issuer === '') faults.push('issuer_missing');
  if (VC_TYPE.test(typ) && (typeof vct !== 'string' || vct === '')) faults.push('vct_missing');
  const texts = [iss, sub, jti, vct].every((claim) => claim === undefined || typeof claim === 'string');
  const numbers = [nbf, exp, iat].every((claim) => claim === undefined || Number.isFinite(claim));
  if (!texts || !numbers) faults.push('claim_malformed');
  return faults;
}

/** Whether a token is one of an SD-JWT VC by its own word. */
export function isCredentialToken({ header, payload }: SdJwt['issued']): boolean {
  return VC_TYPE.test(String(header.typ ?? '')) || typeof payload.vct === 'string';
}
