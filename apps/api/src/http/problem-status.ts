/** The HTTP status of a refusal, by the last word of its code. Anything else the business refuses is 422. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  stale: 409,
  taken: 409,
  closed: 409,
  in_progress: 409,
  gone: 410,
  timeout: 408,
  too_large: 413,
  uri_too_long: 414,
  headers_too_long: 431,
  unsupported: 415,
  mismatch: 422,
  exhausted: 429,
  unavailable: 503,
};

export function statusOf(code: string): number {
  if (code === 'system.failed') return 500;
  const last = code.split('.').at(-1) ?? '';
  const word = Object.keys(STATUS).find((ending) => last === ending || last.endsWith(`_${ending}`));
  return word ? (STATUS[word] as number) : 422;
}
