import { Injectable } from '@nestjs/common';
import { OwnPace, SourcePace, type Turn } from '@himpun/credentials';
import { RedisConnections } from '../queue/redis-connections';

/**
 * The same arithmetic as `spacing`, at the clock of Redis, in one step for all workers. A Redis that was emptied begins anew:
 * at worst one question comes too early.
 */
const TURN = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local at = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
  if at - now > tonumber(ARGV[2]) then return {0, tostring(at - now)} end
  local free = at + tonumber(ARGV[1])
  redis.call('SET', KEYS[1], string.format('%.3f', free), 'PX', math.ceil(free - now) + 1000)
  return {1, tostring(at - now)}`;
const HOLD = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local free = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now + tonumber(ARGV[1]))
  redis.call('SET', KEYS[1], string.format('%.3f', free), 'PX', math.ceil(free - now) + 1000)
  return 1`;

/** The pace of sources, kept in Redis for all workers. A source without a limit costs Redis nothing. */
@Injectable()
export class RedisPace extends SourcePace {
  /** Sources without a limit of ours still say when they want to be left alone. */
  private readonly own = new OwnPace();

  constructor(private readonly connections: RedisConnections) {
    super();
  }

  async turn(source: string, perSecond: number, mostMs: number): Promise<Turn> {
    const held = await this.own.turn(source, 0, mostMs);
    if (perSecond <= 0 || !held.taken) return held;
    const redis = this.connections.forBull('client');
    const answer = (await redis.eval(TURN, 1, keyOf(source), 1_000 / perSecond, mostMs)) as [number, string];
    const milliseconds = Number(answer[1]);
    return answer[0] === 1
      ? { taken: true, waitMs: Math.max(milliseconds, held.waitMs) }
      : { taken: false, awayMs: milliseconds };
  }

  async hold(source: string, milliseconds: number): Promise<void> {
    await this.own.hold(source, milliseconds);
    await this.connections.forBull('client').eval(HOLD, 1, keyOf(source), milliseconds);
  }
}

function keyOf(source: string): string {
  return `himpun:pace:${source}`;
}
