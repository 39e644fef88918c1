import { JsonObject } from '@himpun/signatures';
import { Reason } from './reasons';

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i;

/** A date-time of XML Schema as milliseconds, without a zone taken as UTC; undefined when it is none (31 April, say). */
export function momentOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if ((day ?? 0) > lastDay) return undefined;
  const moment = Date.parse(match[8] === undefined ? `${value}Z` : String(value).toUpperCase());
  return Number.isNaN(moment) ? undefined : moment;
}

/** Whether the credential is in time by its own dates: from `validFrom` on, up to and including `validUntil`. */
export function validityFaults(credential: JsonObject, at: Date): Reason[] {
  const now = at.getTime();
  const from = [credential.validFrom, credential.issuanceDate].map((date) => momentOf(date) ?? -Infinity);
  const until = [credential.validUntil, credential.expirationDate].map((date) => momentOf(date) ?? Infinity);
  const faults: Reason[] = [];
  if (now > Math.min(...until)) faults.push('expired');
  if (now < Math.max(...from)) faults.push('not_yet_valid');
  return faults;
}

/** Whether a JWT is in time by its own claims, in seconds: `exp` is the first moment at which it no longer holds (RFC 7519). */
export function claimTimeFaults(payload: JsonObject, at: Date): Reason[] {
  const now = at.getTime() / 1000;
  const faults: Reason[] = [];
  if (typeof payload.exp === 'number' && now >= payload.exp) faults.push('expired');
  if (typeof payload.nbf === 'number' && now < payload.nbf) faults.push('not_yet_valid');
  return faults;
}
