import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError, newId } from '@himpun/kernel';
import { DATA_POLICY } from './headers';
import { problemOf } from './problem';

const MALFORMED = new DomainError('request.malformed', {
  id: 'Permintaan ini tidak dapat dibaca.',
  en: 'This request cannot be read.',
});
const BY_CODE: Readonly<Record<string, DomainError>> = {
  HPE_HEADER_OVERFLOW: new DomainError('request.headers_too_long', {
    id: 'Kepala permintaan ini terlalu panjang. Hapus kuki situs ini lalu coba lagi.',
    en: 'The headers of this request are too long. Clear this site’s cookies, then try again.',
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError('request.timeout', {
    id: 'Kiriman ini terlalu lambat dan diputus. Periksa sambungan Anda lalu coba lagi.',
    en: 'This request took too long and was cut off. Check your connection, then try again.',
  }),
};

/** Answers what never became a request: broken HTTP, endless headers, bodies that do not come. The same problem documents. */
export function answerOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(BY_CODE[error.code ?? ''] ?? MALFORMED, 'id', newId());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Content-Security-Policy: ${DATA_POLICY}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
