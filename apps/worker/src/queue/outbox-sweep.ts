import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import { OutboxRelay, type Delivery } from '@himpun/outbox';
import type { Queue } from 'bull';
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
    const lost: Delivery[] = [];
    for (const [place, delivery] of page.entries()) {
      if (!this.queues.isKnown(delivery.queue)) {
        await this.relay.markDead(delivery.id, delivery.queue, 0, 'There is no queue of this name.');
      } else if (await this.queues.inTime(() => this.isLost(delivery, place < closely))) {
        lost.push(delivery);
      }
    }
    if (lost.length > 0) await this.queues.send(lost);
    return lost.length;
  }

  /** Whether nobody will work on it; what is left of an ended job of the same id is removed, as it would block a new one. */
  private async isLost(delivery: Delivery, closely: boolean): Promise<boolean> {
    const queue = this.queues.named(delivery.queue);
    const [exists, failed, completed] = await Promise.all([
      queue.client.exists(keyOf(queue, delivery.id)),
      queue.client.zscore(keyOf(queue, 'failed'), delivery.id),
      queue.client.zscore(keyOf(queue, 'completed'), delivery.id),
    ]);
    if (!exists) return true;
    const job = failed !== null || completed !== null || closely ? await queue.getJob(delivery.id) : null;
    if (!job) return false;
    const ended = failed !== null || completed !== null || (await job.getState()) === 'stuck';
    if (ended) await job.remove();
    return ended;
  }
}

function keyOf(queue: Queue<unknown>, name: string): string {
  return `bull:${queue.name}:${name}`;
}
