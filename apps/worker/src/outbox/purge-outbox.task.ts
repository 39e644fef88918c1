import { Injectable } from '@nestjs/common';
import { OutboxPurge } from '@himpun/outbox';
import { ScheduledTask } from '../queue/scheduled-task';

/** Removes messages that were delivered long ago. */
@Injectable()
export class PurgeOutbox extends ScheduledTask {
  constructor(private readonly purge: OutboxPurge) {
    super();
  }

  async run(): Promise<void> {
    await this.purge.run();
  }
}
