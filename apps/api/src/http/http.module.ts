import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AllowGuard } from './allow.guard';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyKeys } from './idempotency-keys';
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
    { provide: APP_GUARD, useClass: AllowGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [SessionCookie, RedisConnection],
})
export class HttpModule {}
