import { ValidateBy, type ValidationOptions } from 'class-validator';

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, ISO 8601: `2026-12-01T09:00:00+07:00`. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isDateString', validator: { validate: isInstant } }, options);
}

export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && SHAPE.test(value) && !Number.isNaN(Date.parse(value));
}
