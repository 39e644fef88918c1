import { Injectable } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { RedisConnection } from '../redis-connection';
import { SharedCount, type Doubt } from './shared-count';

/** Counters in Redis and in each process; while Redis is away the process's own decide, and no request waits for Redis. */
@Injectable()
export class Limiters {
  private readonly made = new Map<string, SharedCount>();
  private readonly doubt: Doubt = { until: 0 };

  constructor(private readonly redis: RedisConnection) {}

  /** The counter of this name: `points` per `seconds`. The same name always has the same numbers. */
  named(name: string, points: number, seconds: number): SharedCount {
    let limiter = this.made.get(name);
    if (!limiter) {
      const shared = new RateLimiterRedis({
        ...{ keyPrefix: `limit:${name}`, points, duration: seconds },
        storeClient: this.redis.client,
        rejectIfRedisNotReady: true,
      });
      limiter = new SharedCount(shared, points, seconds, this.doubt);
      this.made.set(name, limiter);
    }
    return limiter;
  }

  /** Forgets what this process counted by itself, as a restart does; Redis keeps its own. */
  forgetOwn(): void {
    for (const limiter of this.made.values()) limiter.forgetOwn();
    this.doubt.until = 0;
  }

  /** Takes one point. @throws DomainError request.exhausted with the seconds to wait */
  async take(limiter: SharedCount, key: string, seconds?: number): Promise<void> {
    const wait = await this.waitFor(limiter, key, seconds);
    if (wait > 0) throw tooOften(wait);
  }

  /** Takes one point and tells the seconds to wait, 0 when there was one left; `seconds` replaces the counter's own period. */
  async waitFor(limiter: SharedCount, key: string, seconds?: number): Promise<number> {
    const { count, msLeft } = await limiter.add(key, seconds);
    return count > limiter.points ? Math.max(1, Math.ceil(msLeft / 1_000)) : 0;
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
