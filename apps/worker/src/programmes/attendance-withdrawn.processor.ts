import { Injectable } from '@nestjs/common';
import { Certificates } from '@himpun/certificates';
import { DomainError, systemActor } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { QueueProcessor } from '../queue/queue-processor';

/** Revokes the certificate of an attendance that was taken back at the door. */
@Injectable()
export class AttendanceWithdrawnProcessor extends QueueProcessor {
  readonly queues = ['attendance'];

  constructor(private readonly certificates: Certificates) {
    super();
  }

  async effect(message: RelayedMessage): Promise<void> {
    const id = String(message.payload['certificateId']);
    try {
      await this.certificates.revoke(systemActor('attendance'), id, 'The check-in was taken back.');
    } catch (error) {
      // Revoked already: by the first delivery, or by an officer.
      if (!(error instanceof DomainError && error.code === 'certificate.closed')) throw error;
    }
  }
}
