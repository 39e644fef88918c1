import { Injectable } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisConnection } from '../redis-connection';

/** Counters in Redis; while Redis is away each process counts for itself, and no request waits for Redis. */
@Injectable()
export class Limiters {
  private readonly made = new Map<string, RateLimiterRedis>();

  constructor(private readonly redis: RedisConnection) {}

  /** The counter of this name: `points` per `seconds`. The same name always has the same numbers. */
  named(name: string, points: number, seconds: number): RateLimiterRedis {
    let limiter = this.made.get(name);
    if (!limiter) {
      const options = { keyPrefix: `limit:${name}`, points, duration: seconds };
      limiter = new RateLimiterRedis({
        ...options,
        storeClient: this.redis.client,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      });
      this.made.set(name, limiter);
    }
    return limiter;
  }

  /** Takes one point. @throws DomainError request.exhausted with the seconds to wait */
  async take(limiter: RateLimiterRedis, key: string, seconds?: number): Promise<void> {
    const wait = await this.waitFor(limiter, key, seconds);
    if (wait > 0) throw tooOften(wait);
  }

  /** Takes one point and tells the seconds to wait, 0 when there was one left; `seconds` replaces the counter's own period. */
  async waitFor(limiter: RateLimiterRedis, key: string, seconds?: number): Promise<number> {
    try {
      await limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds });
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw refusal;
    }
  }
}

/** 429 with Retry-After; says nothing about what was tried. */
export function tooOften(retryAfterSeconds: number): DomainError {
  return new DomainError('request.exhausted', TOO_OFTEN, [], { retryAfterSeconds });
}

const TOO_OFTEN = {
  id: 'Terlalu banyak percobaan dalam waktu singkat. Tunggu sebentar lalu coba lagi.',
  en: 'Too many tries in a short time. Wait a little, then try again.',
};
