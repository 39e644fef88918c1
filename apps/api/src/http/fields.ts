import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isLocalDate } from '@himpun/kernel';

const MAX_GRAPHEMES = 200;
const segmenter = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** A calendar date, `YYYY-MM-DD`, that exists. */
export function IsLocalDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isLocalDate', validator: { validate: isLocalDate } }, options);
}

/** A person's name: any script, apostrophes and hyphens, 1 to 200 graphemes, no control characters; one word is enough. */
export function IsPersonName(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isPersonName', validator: { validate: isPersonName } }, options);
}

export function isPersonName(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 4_000) return false;
  const name = value.normalize('NFC').trim();
  if (!/\p{L}/u.test(name) || /[\p{Cc}\u2028\u2029]/u.test(name)) return false;
  return [...segmenter.segment(name)].length <= MAX_GRAPHEMES;
}
