import type { RateLimiterRedis } from 'rate-limiter-flexible';
import { OwnCounts, type Counted } from './own-counts';

/** So long after a question that Redis left open its word alone is not enough: as long as the longest wait. */
const DOUBT_MS = 15 * 60_000;

/** Until when Redis is in doubt, for all counts that are kept there. */
export interface Doubt {
  until: number;
}

/**
 * A count per key that all processes share in Redis. This process counts all that it sees as well; from the first question that
 * Redis does not answer in time whoever counted more is right. So a Redis that is late, away or comes back empty gives nobody
 * a second count beside the first.
 */
export class SharedCount {
  private readonly own = new OwnCounts();

  /**
   * @param points so many in a period are allowed
   * @param seconds the period, unless another is named
   */
  constructor(
    private readonly shared: RateLimiterRedis,
    readonly points: number,
    private readonly seconds: number,
    private readonly doubt: Doubt = { until: 0 },
  ) {}

  /** Counts one more. @param seconds how long a count that begins now runs */
  async add(key: string, seconds = this.seconds): Promise<Counted> {
    const own = this.own.add(key, 1, seconds * 1_000, performance.now());
    const shared = await this.inRedis((redis) => redis.penalty(key, 1, { customDuration: seconds }));
    if (!shared || this.isBetter(own, shared)) return own;
    this.own.endsIn(key, shared.msLeft, performance.now());
    return shared;
  }

  /** Counts one less. */
  async takeBack(key: string): Promise<void> {
    this.own.add(key, -1, this.seconds * 1_000, performance.now());
    await this.inRedis((redis) => redis.reward(key));
  }

  async get(key: string): Promise<Counted> {
    const own = this.own.get(key, performance.now());
    const shared = await this.inRedis((redis) => redis.get(key));
    return !shared || this.isBetter(own, shared) ? own : shared;
  }

  async set(key: string, count: number, seconds: number): Promise<void> {
    this.own.set(key, count, seconds * 1_000, performance.now());
    await this.inRedis((redis) => redis.set(key, count, seconds));
  }

  async forget(key: string): Promise<void> {
    this.own.forget(key);
    await this.inRedis(async (redis) => {
      await redis.delete(key);
      return null;
    });
  }

  /** Forgets what this process counted by itself, as a restart does. */
  forgetOwn(): void {
    this.own.clear();
  }

  /** Whether what this process knows counts against the word of Redis. */
  private isBetter(own: Counted, shared: Counted): boolean {
    return own.count > shared.count && this.doubt.until > performance.now();
  }

  /** Null when Redis says nothing, or nothing in time. */
  private async inRedis(
    ask: (redis: RateLimiterRedis) => Promise<{ consumedPoints: number; msBeforeNext: number } | null>,
  ): Promise<Counted | null> {
    try {
      const answer = await ask(this.shared);
      return answer && { count: answer.consumedPoints, msLeft: answer.msBeforeNext };
    } catch {
      this.doubt.until = performance.now() + DOUBT_MS;
      return null;
    }
  }
}
