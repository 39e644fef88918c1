import { Injectable } from '@nestjs/common';
import { RegisterIntake } from '@himpun/credentials';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Takes confirmed register files in. */
@Injectable()
export class RegisterIntakeProcessor extends QueueProcessor {
  readonly queues = ['register-imports'];

  constructor(private readonly intake: RegisterIntake) {
    super();
  }

  effect(message: RelayedMessage): Promise<void> {
    return this.intake.takeIn(String(message.payload['importId']));
  }
}
