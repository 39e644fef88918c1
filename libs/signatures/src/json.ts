import { SignatureFault } from './signature-fault';

export type JsonObject = { [key: string]: unknown };

/** Largest JSON accepted, counted in values and in nesting. A transcript of a whole degree stays far below. */
export const JSON_LIMITS = { values: 100_000, depth: 100 };

/**
 * Parses JSON that will be signed or verified. Refuses what canonical forms do not define (numbers beyond a
 * double, lone surrogates), keys written twice, `__proto__` keys, and documents too large or too deep to work on safely.
 * @throws SignatureFault `malformed` or `too_complex`
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SignatureFault('malformed', 'not JSON');
  }
  // JSON.parse silently keeps the last of two members of one name, and other readers the first.
  if (assertPlain(value) !== membersIn(text)) throw new SignatureFault('malformed', 'a key written twice');
  return value;
}

/** The same refusals for a value that is parsed already. @returns how many members its objects have in all */
export function assertPlain(root: unknown, limits = JSON_LIMITS): number {
  const stack: [unknown, number][] = [[root, 0]];
  let seen = 0;
  let members = 0;
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
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') throw new SignatureFault('malformed', 'the key __proto__ is not allowed');
      if (!isList) {
        members += 1;
        assertText(key);
      }
      stack.push([child, depth + 1]);
    }
  }
  return members;
}

/** Members of all objects in a JSON text: its colons outside of strings. */
function membersIn(text: string): number {
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) members += 1;
    if (code === 0x22) at = closingQuote(text, at);
  }
  return members;
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text.charCodeAt(first - 1) === 0x5c) first -= 1;
    if ((at - first) % 2 === 0) return at;
  }
  return text.length;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one value and a list of one alike; absent is the empty list. */
export function asList(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function assertText(text: string): void {
  if (!text.isWellFormed()) throw new SignatureFault('malformed', 'text with half a character');
}
