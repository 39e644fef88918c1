import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError, internalToken, Settings } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../http/allow';

const PATIENCE_MS = 5_000;
const PASSED_ON = ['content-type', 'etag', 'last-modified'];

/** The dashboard's own policy: it brings its own styles, and asks nobody but us. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Bull's dashboard, which the worker serves on this machine alone, for officers with the power over queues. Only reading
 * is passed on, and the officer's cookie is not; the worker answers to our own token.
 */
@ApiExcludeController()
@Allow('operations.queues')
@Controller('admin/queues')
export class QueueDashboardController {
  private readonly token: string;

  constructor(private readonly settings: Settings) {
    this.token = internalToken(settings.secret, 'worker');
  }

  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passOn(request, reply);
  }

  @Get('*')
  part(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passOn(request, reply);
  }

  private async passOn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.ask(request.url);
    for (const name of PASSED_ON) {
      const value = answer.headers.get(name);
      if (value) void reply.header(name, value);
    }
    await reply
      .status(answer.status)
      .header('Content-Security-Policy', POLICY)
      .header('Cache-Control', 'no-store')
      .send(Buffer.from(await answer.arrayBuffer()));
  }

  private async ask(address: string): Promise<Response> {
    const url = new URL(address, `http://127.0.0.1:${this.settings.workerPort}`);
    try {
      return await fetch(`http://127.0.0.1:${this.settings.workerPort}${url.pathname}${url.search}`, {
        headers: { 'x-himpun-internal': this.token },
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      throw new DomainError('queue_dashboard.unavailable', AWAY);
    }
  }
}

const AWAY = {
  id: 'Pekerja latar belakang tidak menjawab. Coba lagi sebentar lagi.',
  en: 'The background worker does not answer. Try again in a moment.',
};
