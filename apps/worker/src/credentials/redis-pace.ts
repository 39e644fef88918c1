import { Injectable } from '@nestjs/common';
import { OwnPace, SourcePace, turnDistance, turnsMadeUp, type Turn } from '@himpun/credentials';
import { RedisConnections } from '../queue/redis-connections';

/**
 * The same arithmetic as `spacing`, at the clock of Redis, in one step for all workers. A Redis that was emptied begins anew:
 * at worst one question comes too early.
 */
const TURN = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local next = tonumber(redis.call('GET', KEYS[1]) or '0')
  local step = tonumber(ARGV[1])
  local away = next - tonumber(ARGV[2]) * step - now
  if away > 0.001 then return tostring(away) end
  next = math.max(next, now) + step
  redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now) + 1000)
  return '0'`;
const HOLD = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local next = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now + tonumber(ARGV[1]))
  redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now) + 1000)
  return 1`;

/** The pace of sources, kept in Redis for all workers. A source without a limit costs Redis nothing. */
@Injectable()
export class RedisPace extends SourcePace {
  /** Sources without a limit of ours still say when they want to be left alone. */
  private readonly own = new OwnPace();

  constructor(private readonly connections: RedisConnections) {
    super();
  }

  async turn(source: string, perSecond: number): Promise<Turn> {
    if (perSecond <= 0) return this.own.turn(source, 0);
    const redis = this.connections.forBull('client');
    const awayMs = Number(await redis.eval(TURN, 1, keyOf(source), turnDistance(perSecond), turnsMadeUp));
    return awayMs > 0 ? { taken: false, awayMs } : { taken: true };
  }

  async hold(source: string, milliseconds: number, perSecond: number): Promise<void> {
    if (perSecond <= 0) return this.own.hold(source, milliseconds, 0);
    const redis = this.connections.forBull('client');
    await redis.eval(HOLD, 1, keyOf(source), milliseconds + turnsMadeUp * turnDistance(perSecond));
  }
}

function keyOf(source: string): string {
  return `himpun:pace:${source}`;
}
