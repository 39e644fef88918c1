import { DomainError } from '@himpun/kernel';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Defence against cross-site requests (OWASP CSRF cheat sheet): a request that changes state must say by Fetch Metadata
 * that it comes from our own pages; where a browser sends none, its Origin must be ours. Callers without either header
 * are no browsers and carry no ambient cookie. @throws DomainError request.cross_site_forbidden
 */
export function refuseCrossSite(request: FastifyRequest, publicOrigin: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw crossSite();
  }
  const origin = request.headers.origin;
  if (origin === undefined) {
    // A cookie without Origin and Fetch Metadata: an old browser's form post would look like this.
    if (request.headers.cookie === undefined || isJson(request)) return;
    throw crossSite();
  }
  if (origin !== publicOrigin && origin !== `${request.protocol}://${request.headers.host ?? ''}`)
    throw crossSite();
}

function isJson(request: FastifyRequest): boolean {
  return /^application\/json\b/i.test(request.headers['content-type'] ?? '') || request.method === 'DELETE';
}

function crossSite(): DomainError {
  return new DomainError('request.cross_site_forbidden', {
    id: 'Permintaan ini datang dari situs lain dan ditolak. Buka halaman kami lalu coba lagi.',
    en: 'This request came from another site and was refused. Open our own page, then try again.',
  });
}
