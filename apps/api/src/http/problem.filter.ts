import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { postgresCode } from '@himpun/database';
import { DomainError } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './current-actor';
import { problemOf } from './problem';

const RETRY_AFTER_SECONDS = 5;

/** The one place where errors become answers: `application/problem+json`, never a stack or a statement's text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used for errors that Fastify meets before any route: broken JSON, bodies over the limit. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = asDomainError(error);
    if (refusal.code === 'system.failed' || refusal.code === 'system.unavailable') {
      this.logger.error({ err: error, reference: request.id, url: request.url.split('?')[0] });
    }
    const problem = problemOf(refusal, languageOf(request), String(request.id));
    const status = refusal.code === 'system.failed' ? 500 : problem.status;
    if (status === 503) void reply.header('Retry-After', String(RETRY_AFTER_SECONDS));
    const retryAfter = refusal.details['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
    void reply
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, status }));
  }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
]);

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = postgresCode(error);
  if (isUnreachable(error, code)) return UNAVAILABLE;
  if (code === '40001' || code === '40P01') return CONFLICT;
  if (code === '22021' || code === '22P05') return MALFORMED;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  return (typeof status === 'number' && BY_STATUS[status]) || FAILED;
}

function isUnreachable(error: unknown, code: string | undefined): boolean {
  if (code && (UNREACHABLE.has(code) || code.startsWith('08'))) return true;
  const text = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/.test(
    text,
  );
}

const UNAVAILABLE = new DomainError('system.unavailable', {
  id: 'Layanan sedang terganggu sebentar. Data Anda tidak hilang; coba lagi beberapa detik lagi.',
  en: 'The service is disturbed for a moment. Nothing of yours is lost; try again in a few seconds.',
});
const CONFLICT = new DomainError('system.conflict', {
  id: 'Perubahan ini bertabrakan dengan perubahan lain. Coba sekali lagi.',
  en: 'This change collided with another one. Try once more.',
});
const MALFORMED = new DomainError('request.malformed', {
  id: 'Permintaan ini tidak dapat dibaca. Periksa isiannya lalu kirim lagi.',
  en: 'This request cannot be read. Check its content, then send it again.',
});
const FAILED = new DomainError('system.failed', {
  id: 'Ada gangguan pada sistem kami. Coba lagi; bila berulang, hubungi kami dengan nomor rujukan ini.',
  en: 'Something went wrong on our side. Try again; if it happens again, contact us with this reference.',
});

const BY_STATUS: Readonly<Record<number, DomainError>> = {
  400: MALFORMED,
  404: new DomainError('route.not_found', {
    id: 'Alamat ini tidak ada.',
    en: 'This address does not exist.',
  }),
  405: new DomainError('route.not_allowed', {
    id: 'Cara ini tidak diterima di sini.',
    en: 'This method is not accepted here.',
  }),
  413: new DomainError('request.too_large', {
    id: 'Kiriman ini terlalu besar. Perkecil lalu kirim lagi.',
    en: 'What was sent is too large. Make it smaller, then send it again.',
  }),
  415: new DomainError('request.unsupported', {
    id: 'Jenis isi ini tidak diterima. Kirim sebagai JSON.',
    en: 'This content type is not accepted. Send it as JSON.',
  }),
};
