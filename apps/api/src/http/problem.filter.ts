import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { postgresCode } from '@himpun/database';
import { DomainError } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './current-actor';
import type { KnownPaths } from './known-paths';
import { problemOf } from './problem';

const RETRY_AFTER_SECONDS = 5;

/** The one place where errors become answers: `application/problem+json`, never a stack or a statement's text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly paths?: KnownPaths) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used for errors that Fastify meets before any route: broken JSON, addresses that cannot be read. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = this.refusalFor(error, request, reply);
    if (refusal.code === 'system.failed' || refusal.code === 'system.unavailable') {
      const route = request.routeOptions.url ?? 'unknown';
      this.logger.error({ err: error, reference: request.id, method: request.method, route });
    }
    // The head is out already (a stream broke off): the only honest end is a broken connection.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const problem = problemOf(refusal, languageOf(request), String(request.id));
    if (problem.status === 503) void reply.header('Retry-After', String(RETRY_AFTER_SECONDS));
    const retryAfter = refusal.details['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private refusalFor(error: unknown, request: FastifyRequest, reply: FastifyReply): DomainError {
    const refusal = asDomainError(error);
    if (refusal !== BY_STATUS[404]) return refusal;
    const methods = this.paths?.methodsOf(request.url) ?? [];
    if (methods.length === 0 || methods.includes(request.method)) return refusal;
    void reply.header('Allow', methods.join(', '));
    return BY_STATUS[405] ?? refusal;
  }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
]);

/** Serialization, deadlock, unique and exclusion constraints: somebody else was quicker. */
const COLLIDED = new Set(['40001', '40P01', '23505', '23P01']);
/** Text, numbers, dates and ids that no column can hold. */
const UNSTORABLE = new Set(['22021', '22P05', '22P02', '22001', '22003', '22007', '22008']);

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = postgresCode(error);
  if (isUnreachable(error, code)) return UNAVAILABLE;
  if (code && COLLIDED.has(code)) return CONFLICT;
  if (code && UNSTORABLE.has(code)) return MALFORMED;
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
  408: new DomainError('request.timeout', {
    id: 'Kiriman ini terlalu lambat dan diputus. Periksa sambungan Anda lalu coba lagi.',
    en: 'This request took too long and was cut off. Check your connection, then try again.',
  }),
  413: new DomainError('request.too_large', {
    id: 'Kiriman ini terlalu besar. Perkecil lalu kirim lagi.',
    en: 'What was sent is too large. Make it smaller, then send it again.',
  }),
  414: new DomainError('request.uri_too_long', {
    id: 'Alamat ini terlalu panjang.',
    en: 'This address is too long.',
  }),
  415: new DomainError('request.unsupported', {
    id: 'Jenis isi ini tidak diterima. Kirim sebagai JSON.',
    en: 'This content type is not accepted. Send it as JSON.',
  }),
};
