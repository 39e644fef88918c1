import { RateLimiterMemory, type RateLimiterRedis } from 'rate-limiter-flexible';
import { SharedCount } from './shared-count';

/** A Redis that can be late or away. */
function aRedis() {
  const counts = new RateLimiterMemory({ points: 3, duration: 60 });
  const state = { isAway: false };
  const asked =
    <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      // What comes too late has been counted nonetheless.
      const answer = await ask(...args);
      if (state.isAway) throw new Error('Command timed out');
      return answer;
    };
  const redis = {
    penalty: asked(counts.penalty.bind(counts)),
    reward: asked(counts.reward.bind(counts)),
    get: asked(counts.get.bind(counts)),
    set: asked(counts.set.bind(counts)),
    delete: asked(counts.delete.bind(counts)),
  };
  return { state, counts, redis: redis as unknown as RateLimiterRedis };
}

describe('a shared count', () => {
  it('is one promise though Redis answers late now and then', async () => {
    const { state, redis } = aRedis();
    const count = new SharedCount(redis, 3, 60);
    const counted: number[] = [];
    for (let tries = 1; tries <= 6; tries += 1) {
      state.isAway = tries % 2 === 0;
      counted.push((await count.add('network')).count);
    }
    expect(counted).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is one promise for a crowd that comes at once while Redis is late', async () => {
    const { state, redis } = aRedis();
    const count = new SharedCount(redis, 3, 60);
    const early = Array.from({ length: 5 }, () => count.add('network'));
    state.isAway = true;
    const late = Array.from({ length: 5 }, () => count.add('network'));
    const counted = await Promise.all([...early, ...late]);
    expect(counted.filter((one) => one.count <= 3)).toHaveLength(3);
  });

  it('knows what other processes counted, and until when', async () => {
    const { counts, redis } = aRedis();
    await counts.set('network', 7, 10);
    const count = new SharedCount(redis, 3, 60);
    const told = await count.add('network');
    expect(told.count).toBe(8);
    expect(told.msLeft).toBeLessThanOrEqual(10_000);
  });

  it('does not forget when Redis was away and comes back empty', async () => {
    const { counts, state, redis } = aRedis();
    const count = new SharedCount(redis, 3, 60);
    for (let tries = 1; tries <= 4; tries += 1) {
      state.isAway = tries === 4;
      await count.add('network');
    }
    state.isAway = false;
    await counts.delete('network');
    expect((await count.add('network')).count).toBe(5);
    expect((await count.get('network')).count).toBe(5);
  });

  it('that another process forgot is forgotten here as well, while Redis answers', async () => {
    const { counts, redis } = aRedis();
    const count = new SharedCount(redis, 3, 60);
    for (let tries = 1; tries <= 4; tries += 1) await count.add('account');
    await counts.delete('account');
    expect((await count.add('account')).count).toBe(1);
  });

  it('is taken back and forgotten in both', async () => {
    const { counts, redis } = aRedis();
    const count = new SharedCount(redis, 3, 60);
    await count.add('network');
    await count.add('network');
    await count.takeBack('network');
    expect((await count.add('network')).count).toBe(2);
    await count.forget('network');
    expect(await counts.get('network')).toBeNull();
    expect((await count.add('network')).count).toBe(1);
  });

  it('of Redis alone ends when it ends there: a wait that was told is not made longer by another process', async () => {
    const { counts, state, redis } = aRedis();
    await counts.set('gate', 1, 5);
    const count = new SharedCount(redis, 1, 900);
    expect((await count.add('gate')).count).toBe(2);
    state.isAway = true;
    expect((await count.get('gate')).msLeft).toBeLessThanOrEqual(5_000);
  });
});
