/**
 * A phone number as E.164 (`+6281234567890`), from how people write it: `0812-3456-7890`, `+62 812 3456 7890`,
 * `62812…`, `(021) 555 0100`. A leading 0 is Indonesia's. Null when it cannot be a number.
 */
export function toE164(typed: string): string | null {
  const compact = typed.replace(/[\s().\-–/]/g, '');
  const match = /^(?:\+|00)?(\d+)$/.exec(compact);
  const digits = match?.[1];
  if (!digits) return null;
  const isInternational = compact.startsWith('+') || compact.startsWith('00');
  if (isInternational) return checked(digits);
  if (digits.startsWith('0')) return checked(`62${digits.slice(1)}`);
  return digits.startsWith('62') ? checked(digits) : null;
}

function checked(digits: string): string | null {
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}
