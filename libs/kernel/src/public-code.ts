import { randomBytes } from 'node:crypto';

/** 32 symbols without 0, 1, I and O, which people confuse when they read a code aloud or off paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

/** A code that strangers may look up: 80 random bits as `AB12-CD34-EF56-GH78`; cannot be guessed or counted up. */
export function newPublicCode(): string {
  const symbols = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed, in the written form of codes; null when it cannot be one. */
export function readPublicCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '');
  if (symbols.length !== LENGTH || [...symbols].some((symbol) => !ALPHABET.includes(symbol))) return null;
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
