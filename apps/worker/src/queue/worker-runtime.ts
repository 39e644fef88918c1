import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import type { Job, Queue } from 'bull';
import { DEFAULT_CONCURRENCY } from './bull-settings';
import type { QueueDefinition } from './choreography';
import { DeliveryRunner } from './delivery-runner';
import { OutboxPump } from './outbox-pump';
import { OutboxSweep } from './outbox-sweep';
import { Queues } from './queues';
import { RedisConnections } from './redis-connections';
import { SchedulesKeeper } from './schedules-keeper';
import { withinTime } from './within-time';

const PATIENCE_MS = 25_000;
const RESTART_MS = 1_000;

/** Begins the work when everything is built, and ends it in order: no new jobs, then the jobs under way, then Redis. */
@Injectable()
export class WorkerRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('worker');
  private stopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly queues: Queues,
    private readonly deliveries: DeliveryRunner,
    private readonly schedules: SchedulesKeeper,
    private readonly pump: OutboxPump,
    private readonly sweep: OutboxSweep,
    private readonly connections: RedisConnections,
  ) {}

  onApplicationBootstrap(): void {
    const processors = this.deliveries.processors();
    const firing = this.schedules.queueNames();
    for (const definition of this.queues.definitions()) {
      const queue = this.queues.named(definition.name);
      queue.on('error', (error: Error) => this.logger.warn(`${definition.name}: ${error.message}`));
      const processor = processors.get(definition.name);
      if (processor) {
        this.work(queue, '*', definition, (job) =>
          this.deliveries.run(definition.name, processor, job as Job<RelayedMessage>),
        );
        queue.on(
          'failed',
          (job: Job<unknown> | null, error: Error) => void this.onFailed(definition.name, job, error),
        );
      } else if (firing.includes(definition.name)) {
        this.work(queue, '*', definition, (job) => this.schedules.run(job));
      }
    }
    this.schedules.start();
    this.pump.start();
    this.sweep.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const ended = (async () => {
      await Promise.all([this.pump.stop(), this.sweep.stop(), this.schedules.stop()]);
      await Promise.all(this.queues.all().map((queue) => queue.close()));
    })();
    await withinTime(ended, PATIENCE_MS).catch(() =>
      this.logger.warn('Some jobs did not end in time; another worker takes them up.'),
    );
    this.connections.disconnect();
  }

  private work(
    queue: Queue<unknown>,
    name: string,
    definition: QueueDefinition,
    run: (job: Job<unknown>) => Promise<void>,
  ): void {
    const { concurrency = DEFAULT_CONCURRENCY } = definition;
    const count = typeof concurrency === 'function' ? concurrency(this.settings) : concurrency;
    void queue.process(name, count, run).catch((error: unknown) => {
      if (this.stopping) return;
      this.logger.error(`${definition.name} stopped taking jobs: ${String(error)}`);
      setTimeout(() => void queue.resume(true), RESTART_MS).unref();
    });
  }

  /** Bull gives up by itself only when a job's workers died too often; all else was written down by the runner. */
  private async onFailed(queue: string, job: Job<unknown> | null, error: Error): Promise<void> {
    if (!job || !/stalled more than allowable/.test(error.message)) return;
    const message = job.data as RelayedMessage;
    try {
      await this.deliveries.giveUp(
        queue,
        message,
        job.attemptsMade,
        'Its workers died too often while they did this.',
      );
    } catch (second) {
      this.logger.warn(`${queue} ${message.id}: ${String(second)}`);
    }
  }
}
