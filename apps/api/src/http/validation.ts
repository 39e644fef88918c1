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

/** Rules about what kind of thing a value is; a value of the wrong kind breaks the rules of measure as well. */
const KINDS = /^(is(String|Int|Number|Boolean|Array|Object|In|Enum)|whitelistValidation|equals)$/;

function reasonsOf(error: ValidationError, prefix: string): Reason[] {
  const field = prefix ? `${prefix}.${error.property}` : error.property;
  const broken = mostTelling(error);
  const own = broken && { code: snake(broken[0]), field, text: validationText(broken[0], broken[1]) };
  return [...(own ? [own] : []), ...(error.children ?? []).flatMap((child) => reasonsOf(child, field))];
}

/** One reason for each field: that it is missing, else that it is of the wrong kind, else the first rule it breaks. */
function mostTelling({ constraints = {}, value }: ValidationError): [string, string] | undefined {
  const broken = Object.entries(constraints);
  const isUnknown = 'whitelistValidation' in constraints;
  if (broken.length > 0 && !isUnknown && (value === undefined || value === null || value === '')) {
    return ['isNotEmpty', ''];
  }
  return broken.find(([rule]) => KINDS.test(rule)) ?? broken[0];
}

function snake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
