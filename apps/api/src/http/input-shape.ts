import { DomainError, type Reason } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';
import { invalid } from './validation';
import { validationText } from './validation-messages';

/** Deeper than any body of ours by far; walking it with recursion stays safe. */
const DEEPEST = 32;
const ACCEPTED = /^(application\/json|multipart\/form-data)\s*(;|$)/i;

/**
 * Only JSON and uploads: a cross-site form can send text/plain and url-encoded bodies without asking, and nothing of
 * ours reads them. @throws DomainError request.unsupported
 */
export function refuseOtherTypes(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type === undefined || ACCEPTED.test(type)) return;
  throw new DomainError('request.unsupported', {
    id: 'Jenis isi ini tidak diterima. Kirim sebagai JSON.',
    en: 'This content type is not accepted. Send it as JSON.',
  });
}

/**
 * Refuses what is nested deeper than anything we know, before anything walks it by recursion, and fields named like
 * what every object has (`toString`): lists of known fields that are objects take them for known.
 * @throws DomainError request.malformed, request.invalid
 */
export function refuseHostileShape(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw tooDeep();
    const objects = level.filter((item): item is object => typeof item === 'object' && item !== null);
    for (const key of objects.flatMap((item) => Object.keys(item))) {
      if (key in Object.prototype) throw invalid([unknownField(key)]);
    }
    level = objects.flatMap((item) => Object.values(item) as unknown[]);
  }
}

function unknownField(field: string): Reason {
  return { code: 'whitelist_validation', field, text: validationText('whitelistValidation', '') };
}

function tooDeep(): DomainError {
  return new DomainError('request.malformed', {
    id: 'Permintaan ini tidak dapat dibaca. Periksa isiannya lalu kirim lagi.',
    en: 'This request cannot be read. Check its content, then send it again.',
  });
}
