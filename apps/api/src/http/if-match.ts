import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';

const SHAPE = /^(?:W\/)?"(\d{1,9})"$/;

/** The version that an edit rests on, from `If-Match: "7"` (RFC 9110 §13.1.1). Throws request.invalid without one. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = SHAPE.exec(header ?? '')?.[1];
  if (version === undefined) throw missing();
  return Number(version);
});

function missing(): DomainError {
  return new DomainError('request.invalid', {
    id: 'Perubahan harus menyebut versi yang diubah (If-Match). Muat ulang halaman lalu coba lagi.',
    en: 'An edit must name the version that it rests on (If-Match). Reload the page, then try again.',
  });
}
