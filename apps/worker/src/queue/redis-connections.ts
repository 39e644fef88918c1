import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { Redis } from 'ioredis';

/** The worker's connections to Redis: two shared by all queues, and one per queue that waits for its jobs. */
@Injectable()
export class RedisConnections {
  private readonly logger = new Logger('redis');
  private readonly all: Redis[] = [];
  private client: Redis | undefined;
  private subscriber: Redis | undefined;

  constructor(private readonly settings: Settings) {}

  forBull(type: 'client' | 'subscriber' | 'bclient'): Redis {
    if (type === 'client') return (this.client ??= this.open());
    if (type === 'subscriber') return (this.subscriber ??= this.open());
    return this.open();
  }

  /** Whether a command sent now would be answered now rather than kept until Redis is back. */
  isReady(): boolean {
    return this.client?.status === 'ready';
  }

  disconnect(): void {
    for (const connection of this.all) connection.disconnect();
  }

  private open(): Redis {
    const connection = new Redis(this.settings.redisUrl, {
      // Bull's own commands wait for Redis to come back; only the pump must not, and asks `isReady` first.
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    connection.setMaxListeners(0);
    connection.on('error', (error: Error) => this.logger.warn(`Redis: ${error.message}`));
    this.all.push(connection);
    return connection;
  }
}
