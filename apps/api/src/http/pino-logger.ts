import type { LoggerService } from '@nestjs/common';
import { pino, stdSerializers, type Logger, type LoggerOptions } from 'pino';

/** What must not stand in a log wherever it turns up (ASVS 5.0 16.2.5). */
const SECRET = [
  'password',
  'currentPassword',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'passwordHash',
];

/** JSON lines on standard output, which no request waits for; text is escaped, so nobody can forge a line. */
export function newLog(level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { app: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: briefError },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  };
  return pino(options, pino.destination({ dest: process.stdout.fd, sync: false }));
}

/** The database driver hangs statements and their values on its errors; only what happened and where is kept. */
function briefError(error: Error & { code?: unknown }): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack, code: error.code };
}

/** What Nest and our services say by its `Logger`, as pino lines. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: string): void {
    this.write('info', message, context);
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.write('error', message, context ?? stack);
  }

  fatal(message: unknown, context?: string): void {
    this.write('fatal', message, context);
  }

  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  private write(
    level: 'info' | 'warn' | 'error' | 'fatal' | 'debug' | 'trace',
    message: unknown,
    context?: string,
  ): void {
    if (message instanceof Error) this.pino[level]({ err: message, context });
    else if (typeof message === 'object' && message !== null) this.pino[level]({ ...message, context });
    else this.pino[level]({ context }, String(message));
  }
}
