import { createHmac, timingSafeEqual } from 'node:crypto';

/** What our own processes show one another: an HMAC-SHA256 of the door's name under the installation's secret (hex digits). */
export function internalToken(secret: string, door: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(`internal:${door}`).digest('hex');
}

/** Compares in constant time; anything but one text is refused. */
export function isInternalToken(shown: unknown, expected: string): boolean {
  if (typeof shown !== 'string' || shown.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(shown), Buffer.from(expected));
}
