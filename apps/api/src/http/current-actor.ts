import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { chooseLanguage, type Actor, type Language } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';

/** The signed-in actor; null only on public routes. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<FastifyRequest>().actor ?? null;
});

/** The language the answer is to be in. */
export const CurrentLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  return languageOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** What the caller asks for by Accept-Language; else the account's language; else Indonesian. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'];
  if (header && header !== '*') {
    return chooseLanguage(header.split(',').map((part) => part.split(';')[0]?.trim() ?? ''));
  }
  return request.actor?.language ?? 'id';
}
