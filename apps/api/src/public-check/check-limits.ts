import { Injectable } from '@nestjs/common';
import { DomainError } from '@himpun/kernel';
import { parse } from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisConnection } from '../http/redis-connection';

/** A hall full of people behind one address may scan; a machine that counts up codes may not. */
const LOOKS = { keyPrefix: 'check-looks', points: 300, duration: 60 };
/** Codes that do not exist: a person mistypes a few, a search for codes hits nothing else. */
const MISSES = { keyPrefix: 'check-misses', points: 60, duration: 600 };

/** How often one network address may ask for codes. */
@Injectable()
export class CheckLimits {
  private readonly looks: RateLimiterRedis;
  private readonly misses: RateLimiterRedis;

  constructor(redis: RedisConnection) {
    this.looks = limiter(redis, LOOKS);
    this.misses = limiter(redis, MISSES);
  }

  /** Counts a look. @throws check.exhausted with `retryAfterSeconds` */
  async look(ip: string): Promise<void> {
    const key = networkOf(ip);
    const misses = await this.misses.get(key);
    if (misses && misses.consumedPoints > MISSES.points) throw exhausted(misses);
    await this.looks.consume(key).catch(refuse);
  }

  /** Counts a code that does not exist. */
  async miss(ip: string): Promise<void> {
    await this.misses.consume(networkOf(ip)).catch(() => undefined);
  }
}

/** Without Redis each process counts for itself rather than not at all. */
function limiter(redis: RedisConnection, options: typeof LOOKS): RateLimiterRedis {
  return new RateLimiterRedis({
    storeClient: redis.client,
    ...options,
    insuranceLimiter: new RateLimiterMemory(options),
  });
}

/** An IPv6 household has 2^64 addresses: they count as one. */
function networkOf(ip: string): string {
  try {
    const address = parse(ip);
    return address.kind() === 'ipv6' ? address.toNormalizedString().split(':').slice(0, 4).join(':') : ip;
  } catch {
    return ip;
  }
}

function refuse(error: unknown): never {
  throw error instanceof RateLimiterRes ? exhausted(error) : error;
}

function exhausted(left: RateLimiterRes): DomainError {
  return new DomainError(
    'check.exhausted',
    {
      id: 'Terlalu banyak pemeriksaan dari jaringan ini. Tunggu sebentar lalu coba lagi.',
      en: 'Too many checks came from this network. Wait a moment, then try again.',
    },
    [],
    { retryAfterSeconds: Math.max(1, Math.ceil(left.msBeforeNext / 1_000)) },
  );
}
