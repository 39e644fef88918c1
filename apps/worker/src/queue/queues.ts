import { getQueueToken } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Delivery, RelayedMessage } from '@himpun/outbox';
import type { JobOptions, Queue } from 'bull';
import { CHOREOGRAPHY, type Choreography, type QueueDefinition } from './choreography';
import { DEFAULT_ATTEMPTS } from './bull-settings';
import { RedisConnections } from './redis-connections';

const SEND_LIMIT_MS = 5_000;

/** The Bull queues of the choreography, and the one way to put messages into them. */
@Injectable()
export class Queues {
  constructor(
    @Inject(CHOREOGRAPHY) private readonly choreography: Choreography,
    private readonly modules: ModuleRef,
    private readonly connections: RedisConnections,
  ) {}

  definitions(): readonly QueueDefinition[] {
    return this.choreography.queues;
  }

  all(): Queue<unknown>[] {
    return this.definitions().map((definition) => this.named(definition.name));
  }

  isKnown(name: string): boolean {
    return this.definitions().some((definition) => definition.name === name);
  }

  named(name: string): Queue<unknown> {
    return this.modules.get<Queue<unknown>>(getQueueToken(name), { strict: false });
  }

  /** Puts each delivery into its queue; a job of the same id that is there already is left alone. Never waits for long. */
  async send(deliveries: readonly Delivery[]): Promise<void> {
    const names = [...new Set(deliveries.map((delivery) => delivery.queue))];
    await this.inTime(() => Promise.all(names.map((name) => this.addAll(name, deliveries))));
  }

  /** Fails at once when Redis is away, and after some seconds when it does not answer. */
  async inTime<T>(work: () => Promise<T>): Promise<T> {
    if (!this.connections.isReady()) throw new Error('Redis is away');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer')), SEND_LIMIT_MS);
    });
    return Promise.race([work(), late]).finally(() => clearTimeout(timer));
  }

  private async addAll(name: string, deliveries: readonly Delivery[]): Promise<void> {
    const own = deliveries.filter((delivery) => delivery.queue === name);
    await this.named(name).addBulk(
      own.map((delivery) => ({ data: dataOf(delivery), opts: this.optionsOf(delivery) })),
    );
  }

  private optionsOf(delivery: Delivery): JobOptions {
    const definition = this.definitions().find(({ name }) => name === delivery.queue);
    return {
      jobId: delivery.id,
      attempts: definition?.attempts ?? DEFAULT_ATTEMPTS,
      ...(definition?.forgetsDone && { removeOnComplete: true }),
    };
  }
}

function dataOf({ id, type, payload }: Delivery): RelayedMessage {
  return { id, type, payload };
}
