import { Injectable } from '@nestjs/common';
import {
  AttestationQueries,
  Attestations,
  checkQueueOf,
  CheckRuns,
  ISSUER_ATTESTATION,
} from '@himpun/credentials';
import { systemActor } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor, type Attempt } from '../queue/queue-processor';

/** Ends checks that an institution was asked about; one that still waits for its answer is left waiting. */
@Injectable()
export class AttestationProcessor extends QueueProcessor {
  readonly queues = [checkQueueOf(ISSUER_ATTESTATION)];

  constructor(
    private readonly runs: CheckRuns,
    private readonly queries: AttestationQueries,
  ) {
    super();
  }

  async effect(message: RelayedMessage, attempt: Attempt): Promise<void> {
    const checkId = String(message.payload['checkId']);
    if (await this.queries.isOpen(checkId)) return;
    await this.runs.run(checkId, attempt.number);
  }
}

/** Asks institutions where a group's rules want it, once an application is in. */
@Injectable()
export class AttestationRuleProcessor extends QueueProcessor {
  readonly queues = ['attestation-rules'];

  constructor(private readonly attestations: Attestations) {
    super();
  }

  effect(message: RelayedMessage): Promise<void> {
    const applicationId = String(message.payload['applicationId']);
    return this.attestations.askByRule(systemActor('attestation-rules'), 'application', applicationId);
  }
}
