import { Inject, Injectable, Logger } from '@nestjs/common';
import { OutboxRelay, type Delivery, type RelayedMessage } from '@himpun/outbox';
import { CHOREOGRAPHY, queuesOf, type Choreography } from './choreography';
import { Loop } from './loop';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';

const BATCH = 200;
const PAUSE_MS = 150;
/** Where a message goes whose payload its subscription cannot read: a queue that does not exist, so that people see it. */
const UNROUTABLE = 'unroutable';

/** Takes what was announced to the queues that hear it, in every worker, as soon as it is committed. */
@Injectable()
export class OutboxPump {
  private readonly logger = new Logger('pump');
  private readonly loop = new Loop('pump', PAUSE_MS, async () => (await this.pump()) === BATCH);

  constructor(
    @Inject(CHOREOGRAPHY) private readonly choreography: Choreography,
    private readonly relay: OutboxRelay,
    private readonly queues: Queues,
    private readonly connections: RedisConnections,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One batch; returns how many messages it took. While Redis is away messages wait in the database. */
  async pump(): Promise<number> {
    if (!this.connections.isReady()) return 0;
    const lost: Delivery[] = [];
    const taken = await this.relay.relay(
      BATCH,
      (message) => this.route(message),
      async (deliveries) => {
        lost.push(...deliveries.filter((delivery) => !this.queues.isKnown(delivery.queue)));
        await this.queues.send(deliveries.filter((delivery) => this.queues.isKnown(delivery.queue)));
      },
    );
    for (const delivery of lost) {
      await this.relay.markDead(delivery.id, delivery.queue, 0, 'There is no queue of this name.');
    }
    return taken;
  }

  private route(message: RelayedMessage): readonly string[] {
    try {
      return queuesOf(this.choreography, message);
    } catch (error) {
      this.logger.error(`No queue for ${message.type} ${message.id}: ${String(error)}`);
      return [UNROUTABLE];
    }
  }
}
