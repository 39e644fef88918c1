const LONGEST_MS = 24 * 3_600_000;

/**
 * How long a server asks to be left alone, in milliseconds: seconds or a date (RFC 9110 §10.2.3), the date measured by the
 * server's own clock. Undefined when it does not ask, or asks in no known way.
 */
export function retryAfter(headers: Pick<Headers, 'get'>): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Math.min(LONGEST_MS, Number(value) * 1_000);
  const moment = Date.parse(value);
  if (Number.isNaN(moment)) return undefined;
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? undefined : Math.min(LONGEST_MS, Math.max(0, moment - told));
}
