import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A fresh nonce for one page. */
export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/** The policy of our own pages: nothing inline but what carries the page's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self' blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The policy of everything that is not a page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers of every answer (OWASP ASVS 5.0 chapter 3.4). */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
    'X-Frame-Options': 'DENY',
  };
  // Answers of the API, and the page that institutions open, are nothing for search engines.
  if (/^\/(?:api\/|attest(?:$|[/?]))/.test(request.url)) headers['X-Robots-Tag'] = 'noindex, nofollow';
  if (https) headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains';
  if (request.url.startsWith('/api/')) {
    headers['Cache-Control'] = 'no-store';
    headers['Content-Security-Policy'] = DATA_POLICY;
  }
  void reply.headers(headers);
}
