import { bullSettings } from './bull-settings';
import type { RedisConnections } from './redis-connections';

const STARTING_MS = 5_000;

describe('the settings of Bull', () => {
  const { settings } = bullSettings({} as RedisConnections);
  const { lockDuration = 0, lockRenewTime = 0, stalledInterval = 0, maxStalledCount = 0 } = settings ?? {};

  it('let a new worker take a killed worker’s job up within 15 s, its own start included', () => {
    expect(lockDuration).toBeGreaterThan(0);
    expect(lockDuration + stalledInterval + STARTING_MS).toBeLessThanOrEqual(15_000);
  });

  it('leave a living worker three tries to keep its lock, and forgive a job three kills', () => {
    expect(lockRenewTime * 3).toBeLessThanOrEqual(lockDuration);
    expect(maxStalledCount).toBeGreaterThanOrEqual(3);
  });
});
