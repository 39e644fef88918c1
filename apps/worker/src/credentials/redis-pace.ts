import { Injectable } from '@nestjs/common';
import { OwnPace, SourcePace, turnMeasure, type Turn } from '@himpun/credentials';
import { RedisConnections } from '../queue/redis-connections';

/**
 * The same arithmetic as `spacing`, at the clock of Redis, in one step for all workers: when the next turn is due, and when the
 * last ones were taken. A Redis that was emptied begins anew.
 */
const TURN = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local step, made_up, gap, count, span = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
  local next = tonumber(redis.call('GET', KEYS[1]) or '0')
  local last = tonumber(redis.call('LINDEX', KEYS[2], 0) or '0')
  local first = tonumber(redis.call('LINDEX', KEYS[2], count - 1) or '0')
  local away = math.max(next - made_up * step, last + gap, first + span) - now
  if away > 0.001 then return tostring(away) end
  next = math.max(next, now) + step
  redis.call('SET', KEYS[1], string.format('%.3f', next), 'PX', math.ceil(next - now) + 1000)
  redis.call('LPUSH', KEYS[2], string.format('%.3f', now))
  redis.call('LTRIM', KEYS[2], 0, count - 1)
  redis.call('PEXPIRE', KEYS[2], math.ceil(span) + 1000)
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
    const { step, madeUp, gap, count, span } = turnMeasure(perSecond);
    const [due, taken] = keysOf(source);
    const awayMs = Number(await redis.eval(TURN, 2, due, taken, step, madeUp, gap, count, span));
    return awayMs > 0 ? { taken: false, awayMs } : { taken: true };
  }

  async hold(source: string, milliseconds: number, perSecond: number): Promise<void> {
    if (perSecond <= 0) return this.own.hold(source, milliseconds, 0);
    const redis = this.connections.forBull('client');
    const { step, madeUp } = turnMeasure(perSecond);
    await redis.eval(HOLD, 1, keysOf(source)[0], milliseconds + madeUp * step);
  }
}

function keysOf(source: string): [due: string, taken: string] {
  return [`himpun:pace:${source}`, `himpun:pace:${source}:taken`];
}
