import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newNonce, pagePolicy } from './headers';

/** Addresses that programs call: a missing one is a problem document, not a page. */
const NOT_PAGES = /^\/(api|health|assets|\.well-known)(\/|$|\?)/;
const NONCE_MARK = /__CSP_NONCE__/g;

/** Serves the built portal: hashed assets for a year, every other address the page itself with a fresh nonce. */
export async function serveWebPages(server: FastifyInstance, webDir: string): Promise<void> {
  const root = resolve(webDir);
  const index = join(root, 'index.html');
  if (!existsSync(index)) return;
  const template = readFileSync(index, 'utf8');
  await server.register(fastifyStatic, {
    root,
    serve: true,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const immutable = path.includes(`${root}/assets/`);
      void reply.header(
        'Cache-Control',
        immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply): void => {
    if (NOT_PAGES.test(request.url)) throw new NotFoundException();
    const nonce = newNonce();
    void reply
      .header('Content-Security-Policy', pagePolicy(nonce))
      .header('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(template.replace(NONCE_MARK, nonce));
  };
  server.get('/', page);
  server.get('/*', page);
}
