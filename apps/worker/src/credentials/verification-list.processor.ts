import { Injectable } from '@nestjs/common';
import { ListRuns } from '@himpun/credentials';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Gives lists of people their turns with the sources. */
@Injectable()
export class VerificationListProcessor extends QueueProcessor {
  readonly queues = ['verification-lists'];

  constructor(private readonly runs: ListRuns) {
    super();
  }

  effect({ payload }: RelayedMessage): Promise<void> {
    return this.runs.work(String(payload['listId']), String(payload['source']));
  }
}
