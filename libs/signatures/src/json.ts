import { SignatureFault } from './signature-fault';

export type JsonObject = { [key: string]: unknown };

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Largest JSON accepted, counted in values and in nesting. A transcript of a whole degree stays far below. */
export const JSON_LIMITS = { values: 100_000, depth: 100 };

/**
 * Parses JSON that will be signed or verified. Refuses what canonical forms do not define (numbers beyond a
 * double, lone surrogates), `__proto__` keys, and documents too large or too deep to work on safely.
 * @throws SignatureFault `malformed` or `too_complex`
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SignatureFault('malformed', 'not JSON');
  }
  assertPlain(value);
  return value;
}

/** The same refusals for a value that is parsed already. */
export function assertPlain(root: unknown, limits = JSON_LIMITS): void {
  const stack: [unknown, number][] = [[root, 0]];
  let seen = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [value, depth] = next;
    if (++seen > limits.values || depth > limits.depth) {
      throw new SignatureFault('too_complex', 'more values or levels than this program reads');
    }
    if (typeof value === 'string') assertText(value);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new SignatureFault('malformed', 'a number is out of range');
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') throw new SignatureFault('malformed', 'the key __proto__ is not allowed');
      assertText(key);
      stack.push([child, depth + 1]);
    }
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one value and a list of one alike; absent is the empty list. */
export function asList(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function assertText(text: string): void {
  if (LONE_SURROGATE.test(text)) throw new SignatureFault('malformed', 'text with half a character');
}
