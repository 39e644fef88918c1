import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { Redis } from 'ioredis';

/** The API's own connection to Redis: rate limits and health only; work never depends on it. */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly client: Redis;

  constructor(settings: Settings) {
    this.client = new Redis(settings.redisUrl, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      // A Redis that accepts and never answers must not hold a request either.
      commandTimeout: 500,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    const logger = new Logger('redis');
    this.client.on('error', (error: Error) => logger.warn(`Redis: ${error.message}`));
    if (!settings.offline) void this.client.connect().catch(() => undefined);
  }

  async isUp(): Promise<boolean> {
    try {
      return (await this.client.ping()) === 'PONG';
    } catch {
      return false;
    }
  }

  onApplicationShutdown(): void {
    this.client.disconnect();
  }
}
