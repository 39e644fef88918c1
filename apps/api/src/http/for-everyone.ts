import type { FastifyReply } from 'fastify';
import { DATA_POLICY } from './headers';

const CACHE_SECONDS = 60;

/** Headers of public signed documents: any site's verifier may read them, and any cache may keep them for a minute. */
export function forEveryone(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': `public, max-age=${CACHE_SECONDS}`,
    'Content-Security-Policy': DATA_POLICY,
  });
}
