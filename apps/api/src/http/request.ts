import type { Actor } from '@himpun/kernel';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; null for strangers. */
    actor: Actor | null;
  }
}
