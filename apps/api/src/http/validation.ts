import { ValidationPipe } from '@nestjs/common';
import { DomainError, type Bilingual, type Reason } from '@himpun/kernel';
import type { ValidationError } from 'class-validator';
import { validationText } from './validation-messages';

/** Whitelist, forbid unknown, transform: what a DTO does not name is refused, never dropped silently. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(errors.flatMap((error) => reasonsOf(error, ''))),
  });
}

/** A request whose fields are wrong, each with its own reason. */
export function invalid(reasons: readonly Reason[]): DomainError {
  return new DomainError('request.invalid', SENTENCE, reasons);
}

const SENTENCE: Bilingual = {
  id: 'Beberapa isian belum benar. Perbaiki yang ditandai lalu kirim lagi.',
  en: 'Some fields are not right. Correct the marked ones, then send again.',
};

function reasonsOf(error: ValidationError, prefix: string): Reason[] {
  const field = prefix ? `${prefix}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    code: snake(rule),
    field,
    text: validationText(rule, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => reasonsOf(child, field))];
}

function snake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
