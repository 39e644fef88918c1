import { Injectable } from '@nestjs/common';
import { CertificateSigning } from '@himpun/certificates';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Signs certificates: canonical RDF costs too much time for the HTTP process. */
@Injectable()
export class CertificateSigningProcessor extends QueueProcessor {
  readonly queues = ['certificates'];

  constructor(private readonly signing: CertificateSigning) {
    super();
  }

  effect(message: RelayedMessage): Promise<void> {
    return this.signing.sign(String(message.payload['certificateId']));
  }
}
