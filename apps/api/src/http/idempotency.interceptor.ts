import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, defaultIfEmpty, from, mergeMap, of, switchMap, throwError, type Observable } from 'rxjs';
import { IdempotencyKeys, type Claim } from './idempotency-keys';

const MAX_KEY = 255;

/**
 * `Idempotency-Key` on POST, PUT, PATCH and DELETE of signed-in people: the first answer is kept for a day and given
 * again to the same person, route and key; an answer that was an error is not kept, as nothing was done.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (
      key === undefined ||
      request.method === 'GET' ||
      !request.actor?.accountId ||
      request.isMultipart?.()
    ) {
      return next.handle();
    }
    if (typeof key !== 'string' || key.length === 0 || key.length > MAX_KEY) throw badKey();
    const claim: Claim = {
      accountId: request.actor.accountId,
      route: `${request.method} ${request.url.split('?')[0] ?? ''}`.slice(0, 500),
      key,
      requestHash: createHash('sha256')
        .update(request.url)
        .update(JSON.stringify(request.body ?? null))
        .digest(),
    };
    return from(this.keys.claim(claim)).pipe(
      switchMap((kept) =>
        kept
          ? this.replay(http.getResponse<FastifyReply>(), kept)
          : this.run(claim, http.getResponse<FastifyReply>(), next),
      ),
    );
  }

  private replay(reply: FastifyReply, kept: { status: number; body: unknown }): Observable<unknown> {
    void reply.status(kept.status).header('Idempotent-Replayed', 'true');
    return of(kept.body ?? undefined);
  }

  private run(claim: Claim, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    // Nothing was done where the handler refused; but once it has done its work, a failure to keep the answer must not free the key.
    return next.handle().pipe(
      catchError((error: unknown) =>
        from(this.keys.release(claim)).pipe(switchMap(() => throwError(() => error))),
      ),
      defaultIfEmpty(undefined),
      mergeMap(async (body: unknown) => {
        await this.keys.keep(claim, reply.statusCode, body);
        return body;
      }),
    );
  }
}

function badKey(): DomainError {
  return new DomainError('idempotency_key.invalid', {
    id: 'Idempotency-Key harus 1 sampai 255 huruf.',
    en: 'An Idempotency-Key must have 1 to 255 characters.',
  });
}
