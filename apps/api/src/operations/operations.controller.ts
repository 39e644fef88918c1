import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { OutboxDeliveries } from '@himpun/outbox';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { DeadLetterView, OperationsView, QueueView } from './delivery.view';

const DEAD_LETTERS = 200;

/** What officers see of the queues, and the one thing they may do: have a dead letter tried once more. */
@Allow('operations.queues')
@Controller('operations')
export class OperationsController {
  constructor(private readonly deliveries: OutboxDeliveries) {}

  /** Counts of every queue, and dead letters, newest first. */
  @Get('queues')
  async overview(): Promise<OperationsView> {
    const [counts, waiting, letters] = await Promise.all([
      this.deliveries.counts(),
      this.deliveries.waiting(),
      this.deliveries.deadLetters(DEAD_LETTERS),
    ]);
    return {
      queues: QueueView.all(counts),
      waiting,
      deadLetters: letters.map((letter) => DeadLetterView.of(letter)),
    };
  }

  /** Puts a dead letter back into its queue; the worker takes it within seconds. 404 when it is not dead (any more). */
  @HttpCode(204)
  @Post('dead-letters/:messageId/:queue/retries')
  async retry(
    @CurrentActor() actor: Actor,
    @Param('messageId', ParseUUIDPipe) messageId: string,
    @Param('queue') queue: string,
  ): Promise<void> {
    await this.deliveries.retry(actor, messageId, queue);
  }
}
