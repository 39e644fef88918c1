import type { BullRootModuleOptions } from '@nestjs/bull';
import { retryPause } from './retry.policy';
import type { RedisConnections } from './redis-connections';

export const DEFAULT_ATTEMPTS = 8;
export const DEFAULT_TIMEOUT_MS = 60_000;
export const DEFAULT_CONCURRENCY = 5;

const HOUR_S = 3_600;

/**
 * How Bull works here. A killed worker's job is taken up again when its lock has run out and the next look at stalled
 * jobs comes: at most lockDuration + stalledInterval, so that a new worker has it within 15 s. Jobs are idempotent, so stalling is forgiven often.
 */
export function bullSettings(connections: RedisConnections): BullRootModuleOptions {
  return {
    createClient: (type) => connections.forBull(type),
    settings: {
      lockDuration: 6_000,
      lockRenewTime: 2_000,
      stalledInterval: 2_000,
      maxStalledCount: 5,
      guardInterval: 1_000,
      retryProcessDelay: 1_000,
      drainDelay: 2,
      backoffStrategies: { house: (made: number, error: Error) => retryPause(made, error, Math.random()) },
    },
    defaultJobOptions: {
      attempts: DEFAULT_ATTEMPTS,
      backoff: { type: 'house' },
      removeOnComplete: { age: 24 * HOUR_S, count: 10_000 },
      removeOnFail: { age: 14 * 24 * HOUR_S, count: 10_000 },
    },
  };
}
