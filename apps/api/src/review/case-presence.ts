import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { RedisConnection } from '../http/redis-connection';
import type { ReaderView } from './queue.view';

/** A page tells every fifteen seconds that it is open; two missed tellings and its reader is gone. */
const GONE_AFTER_MS = 40_000;

/** Who has a case open now. Kept in Redis alone and for seconds only: it informs, it blocks nothing, and it may be missing. */
@Injectable()
export class CasePresence {
  private readonly logger = new Logger('presence');

  constructor(private readonly redis: RedisConnection) {}

  /** Tells that the actor has the case open, and who else has; nobody while Redis is away. */
  async tell(actor: Actor, applicationId: string): Promise<ReaderView[]> {
    const [byTime, names] = keysOf(applicationId);
    try {
      // The clock of Redis decides, so that several API processes agree on who is gone.
      const [seconds, micros] = await this.redis.client.time();
      const now = Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
      const answers = await this.redis.client
        .multi()
        .zremrangebyscore(byTime, '-inf', now - GONE_AFTER_MS)
        .zadd(byTime, now, String(actor.personId))
        .hset(names, String(actor.personId), actor.label)
        .pexpire(byTime, GONE_AFTER_MS)
        .pexpire(names, GONE_AFTER_MS)
        .zrange(byTime, 0, -1)
        .hgetall(names)
        .exec();
      const [present, called] = (answers ?? []).slice(-2).map(([, value]) => value);
      return readers((present ?? []) as string[], (called ?? {}) as Record<string, string>, actor);
    } catch (error) {
      this.logger.warn(`Presence is not told: ${String(error)}`);
      return [];
    }
  }

  /** Tells that the actor closed the case. */
  async leave(actor: Actor, applicationId: string): Promise<void> {
    const [byTime, names] = keysOf(applicationId);
    try {
      await this.redis.client
        .multi()
        .zrem(byTime, String(actor.personId))
        .hdel(names, String(actor.personId))
        .exec();
    } catch (error) {
      this.logger.warn(`Leaving is not told: ${String(error)}`);
    }
  }
}

function keysOf(applicationId: string): [string, string] {
  return [`presence:${applicationId}:at`, `presence:${applicationId}:names`];
}

function readers(present: string[], names: Record<string, string>, actor: Actor): ReaderView[] {
  return present
    .filter((personId) => personId !== actor.personId)
    .map((personId) => ({ personId, fullName: names[personId] ?? '' }))
    .filter(({ fullName }) => fullName !== '');
}
