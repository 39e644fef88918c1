import { Inject, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { OutboxRelay, type RelayedMessage } from '@himpun/outbox';
import type { Job } from 'bull';
import { DEFAULT_ATTEMPTS, DEFAULT_TIMEOUT_MS } from './bull-settings';
import { CHOREOGRAPHY, choreographyFaults, type Choreography } from './choreography';
import { Metrics } from './metrics';
import { FinalError, QueueProcessor, type Attempt } from './queue-processor';
import { withinTime } from './within-time';

/** Runs one delivery through its processor and writes down what became of it. */
@Injectable()
export class DeliveryRunner {
  private readonly logger = new Logger('delivery');

  constructor(
    @Inject(CHOREOGRAPHY) private readonly choreography: Choreography,
    private readonly modules: ModuleRef,
    private readonly relay: OutboxRelay,
    private readonly metrics: Metrics,
  ) {}

  /** The processor of each queue. @throws Error naming everything that does not fit together. */
  processors(): Map<string, QueueProcessor> {
    const processors = this.choreography.processors.map((type) =>
      this.modules.get<QueueProcessor>(type, { strict: false }),
    );
    const faults = choreographyFaults(
      this.choreography,
      processors.map((processor) => processor.queues),
    );
    if (faults.length > 0) throw new Error(`The choreography does not fit together: ${faults.join('; ')}.`);
    return new Map(processors.flatMap((processor) => processor.queues.map((queue) => [queue, processor])));
  }

  /** What Bull calls; throwing tells Bull to try again, or to give up when the job was discarded. */
  async run(queue: string, processor: QueueProcessor, job: Job<RelayedMessage>): Promise<void> {
    const message = job.data;
    const attempt = attemptOf(job);
    if (await this.relay.isDone(message.id, queue)) return;
    const began = process.hrtime.bigint();
    try {
      await withinTime(processor.effect(message, attempt), this.timeoutOf(queue));
      await this.relay.markDone(message.id, queue, attempt.number);
      this.metrics.count(queue, 'done', secondsSince(began));
    } catch (error) {
      await this.noteFailure(queue, job, attempt, error);
      throw error;
    }
  }

  /** For jobs that Bull itself gave up: their workers died too often. */
  async giveUp(queue: string, message: RelayedMessage, attempts: number, error: string): Promise<void> {
    this.metrics.count(queue, 'dead', 0);
    this.logger.error(`${queue} ${message.type} ${message.id} is dead: ${error}`);
    await this.relay.markDead(message.id, queue, attempts, error);
  }

  /** When even this cannot be written, the delivery stays open and the sweep brings it back. */
  private async noteFailure(
    queue: string,
    job: Job<RelayedMessage>,
    attempt: Attempt,
    error: unknown,
  ): Promise<void> {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const dead = attempt.last || error instanceof FinalError;
    try {
      if (dead) {
        await this.giveUp(queue, job.data, attempt.number, text);
      } else {
        this.metrics.count(queue, 'failed', 0);
        this.logger.warn(`${queue} ${job.data.type} ${job.data.id} failed (try ${attempt.number}): ${text}`);
        await this.relay.noteFailure(job.data.id, queue, attempt.number, text);
      }
    } catch (second) {
      this.logger.error(`${queue} ${job.data.id}: its failure could not be written down: ${String(second)}`);
    }
    if (dead) await job.discard();
  }

  private timeoutOf(queue: string): number {
    return this.choreography.queues.find(({ name }) => name === queue)?.timeout ?? DEFAULT_TIMEOUT_MS;
  }
}

function attemptOf(job: Job<unknown>): Attempt {
  const number = job.attemptsMade + 1;
  return { number, last: number >= (job.opts.attempts ?? DEFAULT_ATTEMPTS) };
}

function secondsSince(began: bigint): number {
  return Number(process.hrtime.bigint() - began) / 1e9;
}
