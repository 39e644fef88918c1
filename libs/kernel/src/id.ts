import { validate, v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562): sorts by time of making. */
export function newId(): string {
  return v7();
}

/** Whether `text` is a UUID of any version. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && validate(text);
}
