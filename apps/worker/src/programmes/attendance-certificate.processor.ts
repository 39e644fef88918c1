import { Injectable } from '@nestjs/common';
import { CERTIFICATE_EVENTS, CertificateQueries, Certificates } from '@himpun/certificates';
import { DomainError, systemActor } from '@himpun/kernel';
import type { RelayedMessage } from '@himpun/outbox';
import { RegistrationCertificates } from '@himpun/programmes';
import { QueueProcessor } from '../queue/queue-processor';

/** Keeps attendances and their certificates together: what is taken back at the door, what is corrected in the office. */
@Injectable()
export class AttendanceCertificateProcessor extends QueueProcessor {
  readonly queues = ['attendance'];

  constructor(
    private readonly certificates: Certificates,
    private readonly queries: CertificateQueries,
    private readonly registrations: RegistrationCertificates,
  ) {
    super();
  }

  effect({ type, payload }: RelayedMessage): Promise<void> {
    const id = String(payload['certificateId']);
    if (type === CERTIFICATE_EVENTS.replaced)
      return this.registrations.replace(id, String(payload['replacedById']));
    return this.withdraw(id);
  }

  /** Revokes the certificate of an attendance that was taken back at the door, or what was put in its place since. */
  private async withdraw(id: string): Promise<void> {
    const latest = await this.queries.latestOf(id);
    try {
      await this.certificates.revoke(systemActor('attendance'), latest, 'The check-in was taken back.');
    } catch (error) {
      // Revoked already: by the first delivery, or by an officer.
      if (!(error instanceof DomainError && error.code === 'certificate.closed')) throw error;
    }
  }
}
