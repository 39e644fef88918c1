import { Injectable } from '@nestjs/common';
import { RegisterIntake, RegisterReading } from '@himpun/credentials';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Reads uploaded register files, and takes confirmed versions in. */
@Injectable()
export class RegisterIntakeProcessor extends QueueProcessor {
  readonly queues = ['register-imports'];

  constructor(
    private readonly reading: RegisterReading,
    private readonly intake: RegisterIntake,
  ) {
    super();
  }

  effect(message: RelayedMessage): Promise<void> {
    const importId = String(message.payload['importId']);
    return message.type === 'credentials.register_import_uploaded'
      ? this.reading.read(importId)
      : this.intake.takeIn(importId);
  }
}
