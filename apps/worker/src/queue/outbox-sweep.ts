import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { OutboxRelay, type Delivery } from '@himpun/outbox';
import { Loop } from './loop';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';

const PAUSE_MS = 5_000;
const OPEN_FOR_MS = 10_000;
const PAGE = 500;
/** Asking Bull which list holds a job is dear; so many of the oldest are asked each time. */
const CLOSELY = 25;

/**
 * Finds deliveries that are open in the database and that no queue works on any more (Redis lost its data, a job was
 * given up while the database was away, an officer put a dead letter back) and sends them again.
 */
@Injectable()
export class OutboxSweep {
  private readonly loop = new Loop('sweep', PAUSE_MS, async () => (await this.sweep(), false));

  constructor(
    private readonly relay: OutboxRelay,
    private readonly queues: Queues,
    private readonly connections: RedisConnections,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Looks at every delivery open for some seconds; returns how many were sent again. */
  async sweep(): Promise<number> {
    if (!this.connections.isReady()) return 0;
    const before = new Date(this.clock.now().getTime() - OPEN_FOR_MS);
    let sent = 0;
    let page: Delivery[] = [];
    let closely = CLOSELY;
    do {
      const last = page.at(-1);
      page = await this.relay.openSince(
        before,
        PAGE,
        last ? { messageId: last.id, queue: last.queue } : null,
      );
      sent += await this.resend(page, closely);
      closely = Math.max(0, closely - page.length);
    } while (page.length === PAGE);
    return sent;
  }

  private async resend(page: readonly Delivery[], closely: number): Promise<number> {
    const known = page.filter((delivery) => this.queues.isKnown(delivery.queue));
    for (const delivery of page.filter(({ queue }) => !this.queues.isKnown(queue)))
      await this.relay.markDead(delivery.id, delivery.queue, 0, 'There is no queue of this name.');
    const jobs = await this.queues.inTime(() => this.jobsOf(known));
    const lost: Delivery[] = [];
    for (const [place, delivery] of known.entries()) {
      const job = jobs[place];
      if (job === 'none') lost.push(delivery);
      else if (job !== 'ended' && place >= closely) continue;
      else if (await this.queues.inTime(() => this.isOver(delivery, job === 'ended'))) lost.push(delivery);
    }
    if (lost.length > 0) await this.queues.send(lost);
    return lost.length;
  }

  /** What Bull has of each delivery: no job, one that ended, or one that somebody will work on. One question for all. */
  private async jobsOf(deliveries: readonly Delivery[]): Promise<string[]> {
    const [first] = deliveries;
    if (!first) return [];
    const keys = deliveries.map(({ queue, id }) => `bull:${queue}:${id}`);
    return (await this.queues.named(first.queue).client.eval(JOBS, keys.length, ...keys)) as string[];
  }

  /** Whether nobody will work on the job any more; what is left of it is removed then, as it would block a new one. */
  private async isOver(delivery: Delivery, hasEnded: boolean): Promise<boolean> {
    const job = await this.queues.named(delivery.queue).getJob(delivery.id);
    if (!job) return false;
    const isOver = hasEnded || (await job.getState()) === 'stuck';
    if (isOver) await job.remove();
    return isOver;
  }
}

const JOBS = `
  local jobs = {}
  for place, key in ipairs(KEYS) do
    local job = redis.call('HMGET', key, 'timestamp', 'finishedOn')
    jobs[place] = not job[1] and 'none' or job[2] and 'ended' or 'open'
  end
  return jobs`;
