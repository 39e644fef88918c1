import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AllowGuard } from './allow.guard';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyKeys } from './idempotency-keys';
import { Limiters } from './limits/limiters';
import { RateLimitGuard } from './limits/rate-limit.guard';
import { RedisConnection } from './redis-connection';
import { SessionCookie } from './session-cookie';

/** What stands before every route. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    SessionCookie,
    IdempotencyKeys,
    RedisConnection,
    Limiters,
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: AllowGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [SessionCookie, RedisConnection, Limiters],
})
export class HttpModule {}
